import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Scalingo. */
export const scalingo = {
  id: 'scalingo',
  title: 'Scalingo',
  kinds: [
    {
      rule: 'scalingo-api-token',
      title: 'Scalingo API token',
      prefixes: ['tk-us-'],
      alphabet: base64url,
      accepts: length(48),
      envName: 'SCALINGO_API_TOKEN',
      manage: 'https://dashboard.scalingo.com/account/tokens',
      usage: 'https://dashboard.scalingo.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `tk-us-${random(base64url, 48)}`,
    },
  ],
} as const satisfies Detector;
