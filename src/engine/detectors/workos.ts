import { matching } from './accepts';
import { base62, type Detector } from './detector';

/** WorkOS, and Highnote, whose keys look alike: Stripe's prefix, and what begins with `key_` in base64. */
export const workos = {
  id: 'workos',
  title: 'WorkOS',
  kinds: [
    {
      rule: 'workos-api-key',
      title: 'WorkOS or Highnote API key',
      prefixes: ['sk_live_a2V5Xz'],
      alphabet: `${base62}+/=`,
      accepts: matching(/^[0-9A-Za-z+/]{69,70}={0,2}$/),
      envName: 'WORKOS_API_KEY',
      manage: 'https://dashboard.workos.com/api-keys',
      usage: 'https://dashboard.workos.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sk_live_a2V5Xz${random(base62, 69)}=`,
    },
  ],
} as const satisfies Detector;
