import { matching } from './accepts';
import { type Detector, digits, lower } from './detector';

/** Helicone. Not taken: read keys, which begin with `pk-helicone-`. */
export const helicone = {
  id: 'helicone',
  title: 'Helicone',
  kinds: [
    {
      rule: 'helicone-api-key',
      title: 'Helicone API key',
      prefixes: ['sk-helicone-'],
      alphabet: `${digits}${lower}-`,
      accepts: matching(/^(?:[a-z]{2,5}-)?[0-9a-z]{7}(?:-[0-9a-z]{7}){3}(?:-[0-9a-f-]{36})?$/),
      envName: 'HELICONE_API_KEY',
      manage: 'https://us.helicone.ai/settings/api-keys',
      usage: 'https://us.helicone.ai/dashboard',
      source: {
        url: 'https://github.com/Helicone/helicone/blob/main/web/pages/api/proxy_keys/create.ts',
        read: '2026-11-24',
      },
      example: (random) =>
        `sk-helicone-${[7, 7, 7, 7].map((size) => random(`${digits}${lower}`, size)).join('-')}`,
    },
  ],
} as const satisfies Detector;
