import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Ramp. Not taken: client ids, which begin with `ramp_id_`. */
export const ramp = {
  id: 'ramp',
  title: 'Ramp',
  kinds: [
    {
      rule: 'ramp-client-secret',
      title: 'Ramp client secret',
      prefixes: ['ramp_sec_'],
      alphabet: base62,
      accepts: length(48),
      envName: 'RAMP_CLIENT_SECRET',
      manage: 'https://app.ramp.com/settings/developer',
      usage: 'https://app.ramp.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/ramp/ramp.go',
        read: '2026-11-24',
      },
      example: (random) => `ramp_sec_${random(base62, 48)}`,
    },
  ],
} as const satisfies Detector;
