import { length } from './accepts';
import { type Detector, hex } from './detector';

const common = {
  manage: 'https://apps.goshippo.com/settings/api',
  usage: 'https://apps.goshippo.com/settings/billing',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-24',
  },
};

/** Shippo. */
export const shippo = {
  id: 'shippo',
  title: 'Shippo',
  kinds: [
    {
      ...common,
      rule: 'shippo-live-token',
      title: 'Shippo live token',
      prefixes: ['shippo_live_'],
      alphabet: hex,
      accepts: length(40),
      envName: 'SHIPPO_API_TOKEN',
      example: (random) => `shippo_live_${random(hex, 40)}`,
    },
    {
      ...common,
      rule: 'shippo-test-token',
      title: 'Shippo test token',
      prefixes: ['shippo_test_'],
      alphabet: hex,
      accepts: length(40),
      envName: 'SHIPPO_API_TOKEN',
      example: (random) => `shippo_test_${random(hex, 40)}`,
    },
  ],
} as const satisfies Detector;
