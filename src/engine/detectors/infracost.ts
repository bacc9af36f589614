import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Infracost. */
export const infracost = {
  id: 'infracost',
  title: 'Infracost',
  kinds: [
    {
      rule: 'infracost-api-key',
      title: 'Infracost API key',
      prefixes: ['ico-'],
      alphabet: base62,
      accepts: allOf(length(32), isMixed),
      envName: 'INFRACOST_API_KEY',
      manage: 'https://dashboard.infracost.io',
      usage: 'https://dashboard.infracost.io',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `ico-${mixed(random, 32)}`,
    },
  ],
} as const satisfies Detector;
