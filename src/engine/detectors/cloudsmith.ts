import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Cloudsmith. */
export const cloudsmith = {
  id: 'cloudsmith',
  title: 'Cloudsmith',
  kinds: [
    {
      rule: 'cloudsmith-api-key',
      title: 'Cloudsmith API key',
      prefixes: ['csa_'],
      alphabet: base62,
      accepts: matching(/^[0-9a-f]{30}[0-9A-Za-z]{6}$/),
      envName: 'CLOUDSMITH_API_KEY',
      manage: 'https://app.cloudsmith.com/user/settings/api',
      usage: 'https://app.cloudsmith.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `csa_${random(hex, 30)}${random(base62, 6)}`,
    },
  ],
} as const satisfies Detector;
