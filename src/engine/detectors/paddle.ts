import { matching } from './accepts';
import { base62, type Detector, digits } from './detector';

/** Paddle. Not taken: client-side tokens, which begin with `live_` and `test_`. */
export const paddle = {
  id: 'paddle',
  title: 'Paddle',
  kinds: [
    {
      rule: 'paddle-live-key',
      title: 'Paddle live API key',
      prefixes: ['pdl_live_apikey_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}$/),
      envName: 'PADDLE_API_KEY',
      manage: 'https://vendors.paddle.com/authentication-v2',
      usage: 'https://vendors.paddle.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) =>
        `pdl_live_apikey_${random(`${digits}abcdefghjkmnpqrstvwxyz`, 26)}_${random(base62, 22)}_${random(base62, 3)}`,
    },
  ],
} as const satisfies Detector;
