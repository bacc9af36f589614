import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Meta: Facebook and Instagram. Not taken: app ids. */
export const facebook = {
  id: 'facebook',
  title: 'Meta',
  kinds: [
    {
      rule: 'facebook-access-token',
      title: 'Facebook access token',
      prefixes: ['EAAM', 'EAAC'],
      alphabet: base62,
      accepts: length(100, 800),
      envName: 'FACEBOOK_ACCESS_TOKEN',
      manage: 'https://developers.facebook.com/tools/accesstoken',
      usage: 'https://developers.facebook.com/apps',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `EAAM${random(base62, 180)}`,
    },
  ],
} as const satisfies Detector;
