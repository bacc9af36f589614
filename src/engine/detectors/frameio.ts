import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Frame.io. */
export const frameio = {
  id: 'frameio',
  title: 'Frame.io',
  kinds: [
    {
      rule: 'frameio-api-token',
      title: 'Frame.io API token',
      prefixes: ['fio-u-'],
      alphabet: base64url,
      accepts: length(64),
      envName: 'FRAMEIO_TOKEN',
      manage: 'https://developer.frame.io/app/tokens',
      usage: 'https://developer.frame.io',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/frameio/frameio.go',
        read: '2026-11-24',
      },
      example: (random) => `fio-u-${random(base64url, 64)}`,
    },
  ],
} as const satisfies Detector;
