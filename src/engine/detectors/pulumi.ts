import { length } from './accepts';
import { type Detector, hex } from './detector';

/** Pulumi. */
export const pulumi = {
  id: 'pulumi',
  title: 'Pulumi',
  kinds: [
    {
      rule: 'pulumi-access-token',
      title: 'Pulumi access token',
      prefixes: ['pul-'],
      alphabet: hex,
      accepts: length(40),
      envName: 'PULUMI_ACCESS_TOKEN',
      manage: 'https://app.pulumi.com/account/tokens',
      usage: 'https://app.pulumi.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `pul-${random(hex, 40)}`,
    },
  ],
} as const satisfies Detector;
