import { allOf, length, matching } from './accepts';
import { base64url, type Detector } from './detector';

/** Voyage AI. The prefix is short: the exact length decides, and that upper case, lower case and digits are mixed. */
export const voyage = {
  id: 'voyage',
  title: 'Voyage AI',
  kinds: [
    {
      rule: 'voyage-api-key',
      title: 'Voyage AI API key',
      prefixes: ['pa-', 'al-'],
      alphabet: base64url,
      accepts: allOf(length(43), matching(/[0-9]/), matching(/[A-Z]/), matching(/[a-z]/)),
      envName: 'VOYAGE_API_KEY',
      manage: 'https://dashboard.voyageai.com/api-keys',
      usage: 'https://dashboard.voyageai.com/usage',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/voyageai.yml',
        read: '2026-11-23',
      },
      example: (random) => `pa-${random(base64url, 40)}a7B`,
    },
  ],
} as const satisfies Detector;
