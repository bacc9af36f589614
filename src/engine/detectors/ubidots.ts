import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Ubidots. */
export const ubidots = {
  id: 'ubidots',
  title: 'Ubidots',
  kinds: [
    {
      rule: 'ubidots-token',
      title: 'Ubidots token',
      prefixes: ['BBFF-'],
      alphabet: base62,
      accepts: length(30),
      envName: 'UBIDOTS_TOKEN',
      manage: 'https://industrial.ubidots.com',
      usage: 'https://industrial.ubidots.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/ubidots/ubidots.go',
        read: '2026-11-24',
      },
      example: (random) => `BBFF-${random(base62, 30)}`,
    },
  ],
} as const satisfies Detector;
