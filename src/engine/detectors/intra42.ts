import { length } from './accepts';
import { type Detector, hex } from './detector';

/** 42 Intra. Not taken: client ids, which begin with `u-s4t2`. */
export const intra42 = {
  id: 'intra42',
  title: '42 Intra',
  kinds: [
    {
      rule: 'intra42-client-secret',
      title: '42 Intra client secret',
      prefixes: ['s-s4t2ud-', 's-s4t2af-'],
      alphabet: hex,
      accepts: length(64),
      envName: 'FT_CLIENT_SECRET',
      manage: 'https://profile.intra.42.fr/oauth/applications',
      usage: 'https://profile.intra.42.fr/oauth/applications',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/intra42/intra42.go',
        read: '2026-11-24',
      },
      example: (random) => `s-s4t2ud-${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
