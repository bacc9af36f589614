import { length } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Jina AI. */
export const jina = {
  id: 'jina',
  title: 'Jina AI',
  kinds: [
    {
      rule: 'jina-api-key',
      title: 'Jina AI API key',
      prefixes: ['jina_'],
      alphabet: base62,
      accepts: length(56, 64),
      envName: 'JINA_API_KEY',
      manage: 'https://jina.ai/api-dashboard/key-manager',
      usage: 'https://jina.ai/api-dashboard',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/jina.yml',
        read: '2026-11-23',
      },
      example: (random) => `jina_${random(hex, 32)}${random(base62, 28)}`,
    },
  ],
} as const satisfies Detector;
