import { matching } from './accepts';
import { base64url, type Detector } from './detector';

/** SendGrid. */
export const sendgrid = {
  id: 'sendgrid',
  title: 'SendGrid',
  kinds: [
    {
      rule: 'sendgrid-api-key',
      title: 'SendGrid API key',
      prefixes: ['SG.'],
      alphabet: `${base64url}.`,
      accepts: matching(/^[\w-]{22}\.[\w-]{43}$/),
      envName: 'SENDGRID_API_KEY',
      manage: 'https://app.sendgrid.com/settings/api_keys',
      usage: 'https://app.sendgrid.com/statistics',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/sendgrid/sendgrid.go',
        read: '2026-11-23',
      },
      example: (random) => `SG.${random(base64url, 22)}.${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
