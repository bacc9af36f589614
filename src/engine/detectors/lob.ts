import { length } from './accepts';
import { type Detector, hex } from './detector';

const common = {
  manage: 'https://dashboard.lob.com/settings/api-keys',
  usage: 'https://dashboard.lob.com',
  source: {
    url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/lob/lob.go',
    read: '2026-11-24',
  },
};

/** Lob. Not taken: publishable keys, which begin with `live_pub_` and `test_pub_`. */
export const lob = {
  id: 'lob',
  title: 'Lob',
  kinds: [
    {
      ...common,
      rule: 'lob-live-key',
      title: 'Lob live key',
      prefixes: ['live_'],
      alphabet: hex,
      accepts: length(35),
      envName: 'LOB_API_KEY',
      example: (random) => `live_${random(hex, 35)}`,
    },
    {
      ...common,
      rule: 'lob-test-key',
      title: 'Lob test key',
      prefixes: ['test_'],
      alphabet: hex,
      accepts: length(35),
      envName: 'LOB_API_KEY',
      example: (random) => `test_${random(hex, 35)}`,
    },
  ],
} as const satisfies Detector;
