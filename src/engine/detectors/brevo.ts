import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Brevo, once Sendinblue. */
export const brevo = {
  id: 'brevo',
  title: 'Brevo',
  kinds: [
    {
      rule: 'brevo-api-key',
      title: 'Brevo API key',
      prefixes: ['xkeysib-'],
      alphabet: `${base62}-`,
      accepts: matching(/^[0-9a-f]{64}-[0-9A-Za-z]{16}$/),
      envName: 'BREVO_API_KEY',
      manage: 'https://app.brevo.com/settings/keys/api',
      usage: 'https://app.brevo.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `xkeysib-${random(hex, 64)}-${random(base62, 16)}`,
    },
  ],
} as const satisfies Detector;
