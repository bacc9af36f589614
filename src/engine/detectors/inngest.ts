import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Inngest. What stands before the digits names the environment. */
export const inngest = {
  id: 'inngest',
  title: 'Inngest',
  kinds: [
    {
      rule: 'inngest-signing-key',
      title: 'Inngest signing key',
      prefixes: ['signkey-'],
      alphabet: `${base62}_-`,
      accepts: matching(/^[0-9a-z_-]{2,40}-[0-9a-f]{64}$/),
      envName: 'INNGEST_SIGNING_KEY',
      manage: 'https://app.inngest.com/env/production/manage/signing-key',
      usage: 'https://app.inngest.com/billing',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/inngest.yml',
        read: '2026-11-24',
      },
      example: (random) => `signkey-prod-${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
