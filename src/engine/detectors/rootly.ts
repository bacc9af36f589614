import { length } from './accepts';
import { type Detector, hex } from './detector';

/** Rootly. */
export const rootly = {
  id: 'rootly',
  title: 'Rootly',
  kinds: [
    {
      rule: 'rootly-api-key',
      title: 'Rootly API key',
      prefixes: ['rootly_'],
      alphabet: hex,
      accepts: length(64),
      envName: 'ROOTLY_API_TOKEN',
      manage: 'https://rootly.com/account/api-keys',
      usage: 'https://rootly.com/account',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/rootly/rootly.go',
        read: '2026-11-24',
      },
      example: (random) => `rootly_${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
