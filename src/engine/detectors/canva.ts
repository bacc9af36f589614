import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Canva. Not taken: client ids, which begin with `OC-`. */
export const canva = {
  id: 'canva',
  title: 'Canva',
  kinds: [
    {
      rule: 'canva-client-secret',
      title: 'Canva client secret',
      prefixes: ['cnvca'],
      alphabet: base64url,
      accepts: length(51),
      envName: 'CANVA_CLIENT_SECRET',
      manage: 'https://www.canva.com/developers/integrations',
      usage: 'https://www.canva.com/developers',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `cnvca${random(base64url, 51)}`,
    },
  ],
} as const satisfies Detector;
