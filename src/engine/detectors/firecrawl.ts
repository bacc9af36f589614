import { length } from './accepts';
import { type Detector, hex } from './detector';

/** Firecrawl. */
export const firecrawl = {
  id: 'firecrawl',
  title: 'Firecrawl',
  kinds: [
    {
      rule: 'firecrawl-api-key',
      title: 'Firecrawl API key',
      prefixes: ['fc-'],
      alphabet: hex,
      accepts: length(32),
      envName: 'FIRECRAWL_API_KEY',
      manage: 'https://www.firecrawl.dev/app/api-keys',
      usage: 'https://www.firecrawl.dev/app/usage',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/firecrawl.yml',
        read: '2026-11-23',
      },
      example: (random) => `fc-${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
