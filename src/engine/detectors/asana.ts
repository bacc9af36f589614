import { matching } from './accepts';
import { type Detector, digits, hex } from './detector';

/** Asana. The digits are ids: of the user, and of the token in the newer form. The old form, `0/`, has too little of a mark. */
export const asana = {
  id: 'asana',
  title: 'Asana',
  kinds: [
    {
      rule: 'asana-personal-access-token',
      title: 'Asana personal access token',
      prefixes: ['1/', '2/'],
      alphabet: `${hex}/:`,
      accepts: matching(/^(?:\d{14,16}|\d{16}\/\d{16}):[0-9a-f]{32}$/),
      envName: 'ASANA_ACCESS_TOKEN',
      manage: 'https://app.asana.com/0/my-apps',
      usage: 'https://app.asana.com/admin',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/asana.yml',
        read: '2026-11-24',
      },
      example: (random) => `2/12${random(digits, 14)}/12${random(digits, 14)}:${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
