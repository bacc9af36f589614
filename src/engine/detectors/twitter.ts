import { isMixed } from './accepts';
import { base62, type Detector } from './detector';
import { isPlaceholder } from './placeholder';

/** X, once Twitter. Not taken: consumer keys, which have no mark. */
export const twitter = {
  id: 'twitter',
  title: 'X',
  kinds: [],
  enclosed: [
    {
      rule: 'twitter-bearer-token',
      title: 'X bearer token',
      patterns: [
        {
          needs: 'AAAAAAAAAAAAAAAAAAAAA',
          pattern: /(?<![\w+/])(?<key>A{21}[0-9A-Za-z%]{36,46}%3D[0-9A-Za-z]{50})(?![\w+/])/g,
        },
      ],
      accepts: (key) => isMixed(key) && !isPlaceholder(key.slice(21)),
      envName: 'TWITTER_BEARER_TOKEN',
      manage: 'https://developer.x.com/en/portal/dashboard',
      usage: 'https://developer.x.com/en/portal/dashboard',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `${'A'.repeat(21)}M${random(base62, 37)}a7B%3D${random(base62, 50)}`,
    },
  ],
} as const satisfies Detector;
