import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Adobe. Not taken: client ids, 32 hexadecimal digits. */
export const adobe = {
  id: 'adobe',
  title: 'Adobe',
  kinds: [
    {
      rule: 'adobe-client-secret',
      title: 'Adobe client secret',
      prefixes: ['p8e-'],
      alphabet: base64url,
      accepts: length(32),
      envName: 'ADOBE_CLIENT_SECRET',
      manage: 'https://developer.adobe.com/console',
      usage: 'https://developer.adobe.com/console',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `p8e-${random(base64url, 32)}`,
    },
  ],
} as const satisfies Detector;
