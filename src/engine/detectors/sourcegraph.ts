import { length, matching } from './accepts';
import { base62, type Detector, hex } from './detector';

const common = {
  manage: 'https://sourcegraph.com/user/settings/tokens',
  usage: 'https://sourcegraph.com/user/settings',
};

/** Sourcegraph. The digits in the middle name the instance. */
export const sourcegraph = {
  id: 'sourcegraph',
  title: 'Sourcegraph',
  kinds: [
    {
      ...common,
      rule: 'sourcegraph-access-token',
      title: 'Sourcegraph access token',
      prefixes: ['sgp_'],
      alphabet: `${base62}_`,
      accepts: matching(/^(?:(?:[0-9A-Fa-f]{16}|local)_)?[0-9A-Fa-f]{40}$/),
      envName: 'SRC_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sgp_${random(hex, 16)}_${random(hex, 40)}`,
    },
    {
      ...common,
      rule: 'sourcegraph-cody-key',
      title: 'Sourcegraph Cody gateway key',
      prefixes: ['slk_'],
      alphabet: hex,
      accepts: length(64),
      envName: 'SRC_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/sourcegraphcody/sourcegraphcody.go',
        read: '2026-11-24',
      },
      example: (random) => `slk_${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
