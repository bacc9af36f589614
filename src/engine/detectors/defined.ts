import { matching } from './accepts';
import { base32, base64url, type Detector } from './detector';

/** Defined Networking. The first part is the id of the key. */
export const defined = {
  id: 'defined',
  title: 'Defined Networking',
  kinds: [
    {
      rule: 'defined-api-key',
      title: 'Defined Networking API key',
      prefixes: ['dnkey-'],
      alphabet: base64url,
      accepts: matching(/^\w{26}-\w{52}$/),
      envName: 'DEFINEDNET_TOKEN',
      manage: 'https://admin.defined.net/settings/api-keys',
      usage: 'https://admin.defined.net',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `dnkey-${random(base32, 26)}-${random(base32, 52)}`,
    },
  ],
} as const satisfies Detector;
