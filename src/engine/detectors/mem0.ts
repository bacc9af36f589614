import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Mem0. A short mark: digits, capitals and small letters must all be there. */
export const mem0 = {
  id: 'mem0',
  title: 'Mem0',
  kinds: [
    {
      rule: 'mem0-api-key',
      title: 'Mem0 API key',
      prefixes: ['m0-'],
      alphabet: base62,
      accepts: allOf(length(24, 44), isMixed),
      envName: 'MEM0_API_KEY',
      manage: 'https://app.mem0.ai/dashboard/api-keys',
      usage: 'https://app.mem0.ai/dashboard',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/mem0.yml',
        read: '2026-11-24',
      },
      example: (random) => `m0-${mixed(random, 40)}`,
    },
  ],
} as const satisfies Detector;
