import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** MiniMax. */
export const minimax = {
  id: 'minimax',
  title: 'MiniMax',
  kinds: [
    {
      rule: 'minimax-api-key',
      title: 'MiniMax API key',
      prefixes: ['sk-api-'],
      alphabet: base64url,
      accepts: length(110, 130),
      envName: 'MINIMAX_API_KEY',
      manage: 'https://platform.minimax.io/user-center/basic-information/interface-key',
      usage: 'https://platform.minimax.io/user-center/payment/balance',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sk-api-${random(base64url, 119)}`,
    },
  ],
} as const satisfies Detector;
