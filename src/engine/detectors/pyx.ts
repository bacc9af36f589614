import { length } from './accepts';
import { base62, type Detector } from './detector';

/** pyx, the registry of Astral. */
export const pyx = {
  id: 'pyx',
  title: 'pyx',
  kinds: [
    {
      rule: 'pyx-api-key',
      title: 'pyx API key',
      prefixes: ['sk-pyx-'],
      alphabet: base62,
      accepts: length(64),
      envName: 'PYX_API_KEY',
      manage: 'https://astral.sh/pyx',
      usage: 'https://astral.sh/pyx',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/pyxkeyv1/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `sk-pyx-${random(base62, 64)}`,
    },
  ],
} as const satisfies Detector;
