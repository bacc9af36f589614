import { length } from './accepts';
import { base62, type Detector } from './detector';

/** SettleMint. */
export const settlemint = {
  id: 'settlemint',
  title: 'SettleMint',
  kinds: [
    {
      rule: 'settlemint-access-token',
      title: 'SettleMint access token',
      prefixes: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
      alphabet: base62,
      accepts: length(16),
      envName: 'SETTLEMINT_ACCESS_TOKEN',
      manage: 'https://console.settlemint.com',
      usage: 'https://console.settlemint.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sm_aat_${random(base62, 16)}`,
    },
  ],
} as const satisfies Detector;
