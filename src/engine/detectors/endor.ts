import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Endor Labs. The key and its secret look alike. */
export const endor = {
  id: 'endor',
  title: 'Endor Labs',
  kinds: [
    {
      rule: 'endor-api-credential',
      title: 'Endor Labs API key or secret',
      prefixes: ['endr+'],
      alphabet: `${base62}-`,
      accepts: length(16),
      envName: 'ENDOR_API_CREDENTIALS_SECRET',
      manage: 'https://app.endorlabs.com',
      usage: 'https://app.endorlabs.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/endorlabs/endorlabs.go',
        read: '2026-11-24',
      },
      example: (random) => `endr+${random(base62, 16)}`,
    },
  ],
} as const satisfies Detector;
