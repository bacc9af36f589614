import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** crates.io. A short mark: digits, capitals and small letters must all be there. */
export const cratesio = {
  id: 'cratesio',
  title: 'crates.io',
  kinds: [
    {
      rule: 'cratesio-api-token',
      title: 'crates.io API token',
      prefixes: ['cio'],
      alphabet: base62,
      accepts: allOf(length(32), isMixed),
      envName: 'CARGO_REGISTRY_TOKEN',
      manage: 'https://crates.io/settings/tokens',
      usage: 'https://crates.io/me',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/cratesioapitoken/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `cio${mixed(random, 32)}`,
    },
  ],
} as const satisfies Detector;
