import { length } from './accepts';
import { base64url, type Detector } from './detector';

const common = {
  manage: 'https://app.duffel.com',
  usage: 'https://app.duffel.com',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-24',
  },
};

/** Duffel. */
export const duffel = {
  id: 'duffel',
  title: 'Duffel',
  kinds: [
    {
      ...common,
      rule: 'duffel-live-token',
      title: 'Duffel live token',
      prefixes: ['duffel_live_'],
      alphabet: base64url,
      accepts: length(43),
      envName: 'DUFFEL_ACCESS_TOKEN',
      example: (random) => `duffel_live_${random(base64url, 43)}`,
    },
    {
      ...common,
      rule: 'duffel-test-token',
      title: 'Duffel test token',
      prefixes: ['duffel_test_'],
      alphabet: base64url,
      accepts: length(43),
      envName: 'DUFFEL_ACCESS_TOKEN',
      example: (random) => `duffel_test_${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
