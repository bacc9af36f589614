import { length } from './accepts';
import { type Detector, digits, lower } from './detector';

/** Arcjet. */
export const arcjet = {
  id: 'arcjet',
  title: 'Arcjet',
  kinds: [
    {
      rule: 'arcjet-site-key',
      title: 'Arcjet site key',
      prefixes: ['ajkey_'],
      alphabet: `${digits}${lower}`,
      accepts: length(26),
      envName: 'ARCJET_KEY',
      manage: 'https://app.arcjet.com',
      usage: 'https://app.arcjet.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/arcjet.yml',
        read: '2026-11-24',
      },
      example: (random) => `ajkey_${random(`${digits}abcdefghjkmnpqrstvwxyz`, 26)}`,
    },
  ],
} as const satisfies Detector;
