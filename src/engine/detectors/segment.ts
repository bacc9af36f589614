import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Segment. Sourcegraph's prefix, and another length. Not taken: write keys, which pages carry. */
export const segment = {
  id: 'segment',
  title: 'Segment',
  kinds: [
    {
      rule: 'segment-api-token',
      title: 'Segment public API token',
      prefixes: ['sgp_'],
      alphabet: base62,
      accepts: length(64),
      envName: 'SEGMENT_PUBLIC_API_TOKEN',
      manage: 'https://app.segment.com/settings/access-management/tokens',
      usage: 'https://app.segment.com/settings/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sgp_${random(base62, 64)}`,
    },
  ],
} as const satisfies Detector;
