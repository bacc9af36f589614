import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Adafruit IO. */
export const adafruit = {
  id: 'adafruit',
  title: 'Adafruit',
  kinds: [
    {
      rule: 'adafruit-io-key',
      title: 'Adafruit IO key',
      prefixes: ['aio_'],
      alphabet: base62,
      accepts: length(28),
      envName: 'ADAFRUIT_IO_KEY',
      manage: 'https://io.adafruit.com/settings',
      usage: 'https://io.adafruit.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/adafruitio/adafruitio.go',
        read: '2026-11-24',
      },
      example: (random) => `aio_${random(base62, 28)}`,
    },
  ],
} as const satisfies Detector;
