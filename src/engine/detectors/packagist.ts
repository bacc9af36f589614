import { length } from './accepts';
import { type Detector, hex } from './detector';

const common = {
  manage: 'https://packagist.com/profile',
  usage: 'https://packagist.com',
  source: {
    url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/packagist/detector.go',
    read: '2026-11-24',
  },
};

/** Private Packagist. Not taken: the key that goes with the secret, `packagist_ack_`. */
export const packagist = {
  id: 'packagist',
  title: 'Private Packagist',
  kinds: [
    {
      ...common,
      rule: 'packagist-api-secret',
      title: 'Private Packagist API secret',
      prefixes: ['packagist_acs_'],
      alphabet: hex,
      accepts: length(64, 96),
      envName: 'PACKAGIST_API_SECRET',
      example: (random) => `packagist_acs_${random(hex, 64)}`,
    },
    {
      ...common,
      rule: 'packagist-access-token',
      title: 'Private Packagist token',
      prefixes: ['packagist_ort_', 'packagist_out_', 'packagist_uut_', 'packagist_cut_'],
      alphabet: hex,
      accepts: length(68),
      envName: 'PACKAGIST_TOKEN',
      example: (random) => `packagist_uut_${random(hex, 68)}`,
    },
  ],
} as const satisfies Detector;
