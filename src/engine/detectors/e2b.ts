import { length } from './accepts';
import { type Detector, hex } from './detector';

/** E2B. */
export const e2b = {
  id: 'e2b',
  title: 'E2B',
  kinds: [
    {
      rule: 'e2b-api-key',
      title: 'E2B API key',
      prefixes: ['e2b_'],
      alphabet: hex,
      accepts: length(40),
      envName: 'E2B_API_KEY',
      manage: 'https://e2b.dev/dashboard?tab=keys',
      usage: 'https://e2b.dev/dashboard',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/e2b.yml',
        read: '2026-11-24',
      },
      example: (random) => `e2b_${random(hex, 40)}`,
    },
  ],
} as const satisfies Detector;
