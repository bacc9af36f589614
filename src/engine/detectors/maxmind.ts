import { base62, type Detector } from './detector';
import { isPlaceholder, looksRandom } from './placeholder';

/** MaxMind. */
export const maxmind = {
  id: 'maxmind',
  title: 'MaxMind',
  kinds: [],
  enclosed: [
    {
      rule: 'maxmind-license-key',
      title: 'MaxMind license key',
      patterns: [
        { needs: '_mmk', pattern: /(?<!\w|(?<!:)-)(?<key>[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk)(?![\w-])/g },
      ],
      accepts: (key) => !isPlaceholder(key) && looksRandom(key),
      envName: 'MAXMIND_LICENSE_KEY',
      manage: 'https://www.maxmind.com/en/accounts/current/license-key',
      usage: 'https://www.maxmind.com/en/accounts/current',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/maxmindlicense/v2/maxmindlicense_v2.go',
        read: '2026-11-24',
      },
      example: (random) => `${random(base62, 6)}_${random(base62, 29)}_mmk`,
    },
  ],
} as const satisfies Detector;
