import { isUuid } from './accepts';
import { type Detector, hex, uuid } from './detector';

/** Plaid. Not taken: client ids, and secrets, which have no mark. */
export const plaid = {
  id: 'plaid',
  title: 'Plaid',
  kinds: [
    {
      rule: 'plaid-access-token',
      title: 'Plaid access token',
      prefixes: ['access-production-', 'access-development-', 'access-sandbox-'],
      alphabet: `${hex}-`,
      accepts: isUuid,
      envName: 'PLAID_ACCESS_TOKEN',
      manage: 'https://dashboard.plaid.com/developers/keys',
      usage: 'https://dashboard.plaid.com/activity/usage',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `access-production-${uuid(random)}`,
    },
  ],
} as const satisfies Detector;
