import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Neon. */
export const neon = {
  id: 'neon',
  title: 'Neon',
  kinds: [
    {
      rule: 'neon-api-key',
      title: 'Neon API key',
      prefixes: ['napi_'],
      alphabet: base62,
      accepts: length(64),
      envName: 'NEON_API_KEY',
      manage: 'https://console.neon.tech/app/settings/api-keys',
      usage: 'https://console.neon.tech/app/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `napi_${random(base62, 64)}`,
    },
  ],
} as const satisfies Detector;
