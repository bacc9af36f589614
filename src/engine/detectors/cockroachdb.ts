import { matching } from './accepts';
import { base62, type Detector } from './detector';

/** CockroachDB Cloud. */
export const cockroachdb = {
  id: 'cockroachdb',
  title: 'CockroachDB Cloud',
  kinds: [
    {
      rule: 'cockroachdb-api-key',
      title: 'CockroachDB Cloud API key',
      prefixes: ['CCDB1_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9A-Za-z]{22}_[0-9A-Za-z]{40}$/),
      envName: 'COCKROACH_API_KEY',
      manage: 'https://cockroachlabs.cloud/access',
      usage: 'https://cockroachlabs.cloud/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `CCDB1_${random(base62, 22)}_${random(base62, 40)}`,
    },
  ],
} as const satisfies Detector;
