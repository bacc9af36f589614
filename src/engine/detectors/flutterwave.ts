import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

const common = {
  manage: 'https://app.flutterwave.com/dashboard/settings/apis',
  usage: 'https://app.flutterwave.com/dashboard',
};

/** Flutterwave. Not taken: public keys, which begin with `FLWPUBK`. */
export const flutterwave = {
  id: 'flutterwave',
  title: 'Flutterwave',
  kinds: [
    {
      ...common,
      rule: 'flutterwave-live-key',
      title: 'Flutterwave live secret key',
      prefixes: ['FLWSECK-'],
      alphabet: `${base62}-`,
      accepts: matching(/^[0-9a-z]{32}-X$/),
      envName: 'FLW_SECRET_KEY',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/flutterwave/flutterwave.go',
        read: '2026-11-24',
      },
      example: (random) => `FLWSECK-${random(hex, 32)}-X`,
    },
    {
      ...common,
      rule: 'flutterwave-test-key',
      title: 'Flutterwave test secret key',
      prefixes: ['FLWSECK_TEST-'],
      alphabet: `${base62}-`,
      accepts: matching(/^[0-9a-z]{32}-X$/),
      envName: 'FLW_SECRET_KEY',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `FLWSECK_TEST-${random(hex, 32)}-X`,
    },
  ],
} as const satisfies Detector;
