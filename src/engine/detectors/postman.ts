import { length, matching } from './accepts';
import { type Detector, digits, hex, upper } from './detector';

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
      accepts: matching(/^[0-9a-f]{24}-[0-9a-f]{34}$/),
      envName: 'POSTMAN_API_KEY',
      manage: 'https://go.postman.co/settings/me/api-keys',
      usage: 'https://go.postman.co/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/postman/postman.go',
        read: '2026-11-23',
      },
      example: (random) => `PMAK-${random(hex, 24)}-${random(hex, 34)}`,
    },
    {
      rule: 'postman-collection-key',
      title: 'Postman collection access key',
      prefixes: ['PMAT-'],
      alphabet: `${digits}${upper}`,
      accepts: length(26),
      envName: 'POSTMAN_COLLECTION_ACCESS_KEY',
      manage: 'https://go.postman.co/settings/me/api-keys',
      usage: 'https://go.postman.co/billing',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/postmanapikey/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `PMAT-${random(`${digits}${upper}`, 26)}`,
    },
  ],
} as const satisfies Detector;
