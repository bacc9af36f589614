import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Replicate. */
export const replicate = {
  id: 'replicate',
  title: 'Replicate',
  kinds: [
    {
      rule: 'replicate-api-token',
      title: 'Replicate API token',
      prefixes: ['r8_'],
      alphabet: base62,
      accepts: length(37, 40),
      envName: 'REPLICATE_API_TOKEN',
      manage: 'https://replicate.com/account/api-tokens',
      usage: 'https://replicate.com/account/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/replicate/replicate.go',
        read: '2026-11-23',
      },
      example: (random) => `r8_${random(base62, 37)}`,
    },
  ],
} as const satisfies Detector;
