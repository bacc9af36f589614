import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** DataStax Astra. What stands before the second colon is the client's id. */
export const datastax = {
  id: 'datastax',
  title: 'DataStax Astra',
  kinds: [
    {
      rule: 'datastax-application-token',
      title: 'Astra application token',
      prefixes: ['AstraCS:'],
      alphabet: `${base62}:`,
      accepts: matching(/^[0-9A-Za-z]{20,64}(?::[0-9a-f]{64})?$/),
      envName: 'ASTRA_DB_APPLICATION_TOKEN',
      manage: 'https://astra.datastax.com/settings/tokens',
      usage: 'https://astra.datastax.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `AstraCS:${random(base62, 24)}:${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
