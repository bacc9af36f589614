import { uuidShape } from './accepts';
import { type Detector, uuid } from './detector';

/** Exa. A UUID without a mark. */
export const exa = {
  id: 'exa',
  title: 'Exa',
  kinds: [],
  inContext: [
    {
      rule: 'exa-api-key',
      title: 'Exa API key',
      shape: uuidShape,
      names: /\bexa\b/,
      envName: 'EXA_API_KEY',
      manage: 'https://dashboard.exa.ai/api-keys',
      usage: 'https://dashboard.exa.ai/billing',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/exaai.yml',
        read: '2026-11-23',
      },
      example: (random) => uuid(random),
    },
  ],
} as const satisfies Detector;
