import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Linear. */
export const linear = {
  id: 'linear',
  title: 'Linear',
  kinds: [
    {
      rule: 'linear-api-key',
      title: 'Linear API key',
      prefixes: ['lin_api_'],
      alphabet: base62,
      accepts: length(40, 48),
      envName: 'LINEAR_API_KEY',
      manage: 'https://linear.app/settings/account/security',
      usage: 'https://linear.app/settings',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/linearapi/linearapi.go',
        read: '2026-11-23',
      },
      example: (random) => `lin_api_${random(base62, 40)}`,
    },
  ],
} as const satisfies Detector;
