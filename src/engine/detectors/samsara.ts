import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Samsara. */
export const samsara = {
  id: 'samsara',
  title: 'Samsara',
  kinds: [
    {
      rule: 'samsara-api-token',
      title: 'Samsara API token',
      prefixes: ['samsara_api_'],
      alphabet: base62,
      accepts: length(26, 32),
      envName: 'SAMSARA_API_TOKEN',
      manage: 'https://cloud.samsara.com',
      usage: 'https://cloud.samsara.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `samsara_api_${random(base62, 30)}`,
    },
  ],
} as const satisfies Detector;
