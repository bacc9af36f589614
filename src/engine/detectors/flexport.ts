import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Flexport. */
export const flexport = {
  id: 'flexport',
  title: 'Flexport',
  kinds: [
    {
      rule: 'flexport-access-token',
      title: 'Flexport access token',
      prefixes: ['shltm_'],
      alphabet: base64url,
      accepts: length(40),
      envName: 'FLEXPORT_ACCESS_TOKEN',
      manage: 'https://portal.flexport.com',
      usage: 'https://portal.flexport.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/flexport/flexport.go',
        read: '2026-11-24',
      },
      example: (random) => `shltm_${random(base64url, 40)}`,
    },
  ],
} as const satisfies Detector;
