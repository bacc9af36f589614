import { type Detector, hex } from './detector';

/** Postman. */
export const postman = {
  id: 'postman',
  title: 'Postman',
  kinds: [
    {
      rule: 'postman-api-key',
      title: 'Postman API key',
      prefixes: ['PMAK-'],
      alphabet: `${hex}-`,
      accepts: (body) => /^[0-9a-f]{24}-[0-9a-f]{34}$/.test(body),
      envName: 'POSTMAN_API_KEY',
      manage: 'https://go.postman.co/settings/me/api-keys',
      usage: 'https://go.postman.co/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/postman/postman.go',
        read: '2026-11-23',
      },
      example: (random) => `PMAK-${random(hex, 24)}-${random(hex, 34)}`,
    },
  ],
} as const satisfies Detector;
