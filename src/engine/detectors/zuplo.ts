import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Zuplo. The eight digits at the end are a checksum; it is not asked. */
export const zuplo = {
  id: 'zuplo',
  title: 'Zuplo',
  kinds: [
    {
      rule: 'zuplo-api-key',
      title: 'Zuplo API key',
      prefixes: ['zpka_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9a-z]{32}_[0-9a-f]{8}$/),
      envName: 'ZUPLO_API_KEY',
      manage: 'https://portal.zuplo.com',
      usage: 'https://portal.zuplo.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `zpka_${random(hex, 32)}_${random(hex, 8)}`,
    },
  ],
} as const satisfies Detector;
