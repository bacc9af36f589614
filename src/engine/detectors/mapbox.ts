import { matching } from './accepts';
import { base62, base64url, type Detector } from './detector';

/** Mapbox. A JSON in base64 and its signature. Not taken: public tokens, which begin with `pk.`. */
export const mapbox = {
  id: 'mapbox',
  title: 'Mapbox',
  kinds: [
    {
      rule: 'mapbox-secret-token',
      title: 'Mapbox secret token',
      prefixes: ['sk.eyJ', 'tk.eyJ'],
      alphabet: `${base64url}.`,
      accepts: matching(/^[\w-]{30,200}\.[\w-]{20,30}$/),
      envName: 'MAPBOX_ACCESS_TOKEN',
      manage: 'https://console.mapbox.com/account/access-tokens/',
      usage: 'https://console.mapbox.com/account/statistics/',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/mapbox.yml',
        read: '2026-11-24',
      },
      example: (random) => `sk.eyJ${random(base62, 80)}.${random(base64url, 22)}`,
    },
  ],
} as const satisfies Detector;
