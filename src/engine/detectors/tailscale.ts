import { matching } from './accepts';
import { base62, type Detector } from './detector';

const common = {
  manage: 'https://login.tailscale.com/admin/settings/keys',
  usage: 'https://login.tailscale.com/admin/settings/billing',
  source: {
    url: 'https://github.com/secretlint/secretlint/blob/master/packages/@secretlint/secretlint-rule-tailscale/src/index.ts',
    read: '2026-11-24',
  },
};

/** Tailscale. The part in the middle is the id of the key. */
export const tailscale = {
  id: 'tailscale',
  title: 'Tailscale',
  kinds: [
    {
      ...common,
      rule: 'tailscale-api-key',
      title: 'Tailscale API access token',
      prefixes: ['tskey-api-'],
      alphabet: `${base62}_-`,
      accepts: matching(/^\w{8,40}-\w{16,60}$/),
      envName: 'TAILSCALE_API_KEY',
      example: (random) => `tskey-api-${random(base62, 12)}-${random(base62, 32)}`,
    },
    {
      ...common,
      rule: 'tailscale-auth-key',
      title: 'Tailscale auth key',
      prefixes: ['tskey-auth-'],
      alphabet: `${base62}_-`,
      accepts: matching(/^\w{8,40}-\w{16,60}$/),
      envName: 'TS_AUTHKEY',
      example: (random) => `tskey-auth-${random(base62, 12)}-${random(base62, 32)}`,
    },
    {
      ...common,
      rule: 'tailscale-client-secret',
      title: 'Tailscale OAuth client secret',
      prefixes: ['tskey-client-'],
      alphabet: `${base62}_-`,
      accepts: matching(/^\w{8,40}-\w{16,60}$/),
      envName: 'TS_OAUTH_SECRET',
      example: (random) => `tskey-client-${random(base62, 12)}-${random(base62, 32)}`,
    },
  ],
} as const satisfies Detector;
