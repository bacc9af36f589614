import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Databento. A short mark: digits, capitals and small letters must all be there. */
export const databento = {
  id: 'databento',
  title: 'Databento',
  kinds: [
    {
      rule: 'databento-api-key',
      title: 'Databento API key',
      prefixes: ['db-'],
      alphabet: base62,
      accepts: allOf(length(29), isMixed),
      envName: 'DATABENTO_API_KEY',
      manage: 'https://databento.com/portal/keys',
      usage: 'https://databento.com/portal',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `db-${mixed(random, 29)}`,
    },
  ],
} as const satisfies Detector;
