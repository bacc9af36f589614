import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Airtable. What stands before the dot is the id of the token. */
export const airtable = {
  id: 'airtable',
  title: 'Airtable',
  kinds: [
    {
      rule: 'airtable-personal-access-token',
      title: 'Airtable personal access token',
      prefixes: ['pat'],
      alphabet: `${base62}.`,
      accepts: matching(/^[0-9A-Za-z]{14}\.[0-9a-f]{64}$/),
      envName: 'AIRTABLE_API_KEY',
      manage: 'https://airtable.com/create/tokens',
      usage: 'https://airtable.com/account',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `pat${random(base62, 14)}.${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
