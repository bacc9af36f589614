import { matching } from './accepts';
import { type Detector, hex } from './detector';

/** Infisical. The parts are the token's id, its secret and the key of the project. */
export const infisical = {
  id: 'infisical',
  title: 'Infisical',
  kinds: [
    {
      rule: 'infisical-service-token',
      title: 'Infisical service token',
      prefixes: ['st.'],
      alphabet: `${hex}-.`,
      accepts: matching(/^[0-9a-f-]{24,36}\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
      envName: 'INFISICAL_TOKEN',
      manage: 'https://app.infisical.com',
      usage: 'https://app.infisical.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/infisical.yml',
        read: '2026-11-24',
      },
      example: (random) => `st.${random(hex, 24)}.${random(hex, 32)}.${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
