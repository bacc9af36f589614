import { length } from './accepts';
import { base62, type Detector } from './detector';

/** FullStory. The prefix names the region. */
export const fullstory = {
  id: 'fullstory',
  title: 'FullStory',
  kinds: [
    {
      rule: 'fullstory-api-key',
      title: 'FullStory API key',
      prefixes: ['na1.'],
      alphabet: `${base62}+/`,
      accepts: length(100),
      envName: 'FULLSTORY_API_KEY',
      manage: 'https://app.fullstory.com/ui/settings/apikeys',
      usage: 'https://app.fullstory.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/fullstory/v2/fullstory_v2.go',
        read: '2026-11-24',
      },
      example: (random) => `na1.${random(base62, 100)}`,
    },
  ],
} as const satisfies Detector;
