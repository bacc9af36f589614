import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Fleetbase. */
export const fleetbase = {
  id: 'fleetbase',
  title: 'Fleetbase',
  kinds: [
    {
      rule: 'fleetbase-api-key',
      title: 'Fleetbase API key',
      prefixes: ['flb_live_'],
      alphabet: base62,
      accepts: length(20),
      envName: 'FLEETBASE_KEY',
      manage: 'https://console.fleetbase.io/developers',
      usage: 'https://console.fleetbase.io',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/fleetbase/fleetbase.go',
        read: '2026-11-24',
      },
      example: (random) => `flb_live_${random(base62, 20)}`,
    },
  ],
} as const satisfies Detector;
