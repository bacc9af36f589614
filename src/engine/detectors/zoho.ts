import { matching } from './accepts';
import { type Detector, hex } from './detector';

/** Zoho. Access and refresh tokens look alike. */
export const zoho = {
  id: 'zoho',
  title: 'Zoho',
  kinds: [
    {
      rule: 'zoho-oauth-token',
      title: 'Zoho OAuth token',
      prefixes: ['1000.'],
      alphabet: `${hex}.`,
      accepts: matching(/^[0-9a-f]{32}\.[0-9a-f]{32}$/),
      envName: 'ZOHO_REFRESH_TOKEN',
      manage: 'https://api-console.zoho.com',
      usage: 'https://accounts.zoho.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/zohocrm/zohocrm.go',
        read: '2026-11-24',
      },
      example: (random) => `1000.${random(hex, 32)}.${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
