import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Nightfall. A short mark: digits, capitals and small letters must all be there. */
export const nightfall = {
  id: 'nightfall',
  title: 'Nightfall',
  kinds: [
    {
      rule: 'nightfall-api-key',
      title: 'Nightfall API key',
      prefixes: ['NF-'],
      alphabet: base62,
      accepts: allOf(length(32), isMixed),
      envName: 'NIGHTFALL_API_KEY',
      manage: 'https://app.nightfall.ai/developer-platform',
      usage: 'https://app.nightfall.ai',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/nightfall/nightfall.go',
        read: '2026-11-24',
      },
      example: (random) => `NF-${mixed(random, 32)}`,
    },
  ],
} as const satisfies Detector;
