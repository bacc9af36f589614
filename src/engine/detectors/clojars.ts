import { length } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Clojars. */
export const clojars = {
  id: 'clojars',
  title: 'Clojars',
  kinds: [
    {
      rule: 'clojars-deploy-token',
      title: 'Clojars deploy token',
      prefixes: ['CLOJARS_'],
      alphabet: base62,
      accepts: length(60),
      envName: 'CLOJARS_PASSWORD',
      manage: 'https://clojars.org/tokens',
      usage: 'https://clojars.org',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `CLOJARS_${random(hex, 60)}`,
    },
  ],
} as const satisfies Detector;
