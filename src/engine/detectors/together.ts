import { length } from './accepts';
import { base64url, type Detector, hex } from './detector';

/** Together AI. The old form, 64 hexadecimal digits, has no mark. */
export const together = {
  id: 'together',
  title: 'Together AI',
  kinds: [
    {
      rule: 'together-api-key',
      title: 'Together AI API key',
      prefixes: ['tgp_v1_'],
      alphabet: base64url,
      accepts: length(40, 60),
      envName: 'TOGETHER_API_KEY',
      manage: 'https://api.together.ai/settings/api-keys',
      usage: 'https://api.together.ai/settings/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `tgp_v1_${random(base64url, 43)}`,
    },
  ],
  inContext: [
    {
      rule: 'together-legacy-key',
      title: 'Together AI API key (old form)',
      shape: /^[0-9a-f]{64}$/,
      names: /\btogether(?: ?ai)?\b/,
      envName: 'TOGETHER_API_KEY',
      manage: 'https://api.together.ai/settings/api-keys',
      usage: 'https://api.together.ai/settings/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 64),
    },
  ],
} as const satisfies Detector;
