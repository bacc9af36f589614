import { length } from './accepts';
import { base62, base64url, type Detector } from './detector';

/** Val Town. */
export const valtown = {
  id: 'valtown',
  title: 'Val Town',
  kinds: [
    {
      rule: 'valtown-api-token',
      title: 'Val Town API token',
      prefixes: ['vtwn_'],
      alphabet: base64url,
      accepts: length(20, 80),
      envName: 'VALTOWN_TOKEN',
      manage: 'https://www.val.town/settings/api',
      usage: 'https://www.val.town/settings',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `vtwn_${random(base62, 27)}`,
    },
  ],
} as const satisfies Detector;
