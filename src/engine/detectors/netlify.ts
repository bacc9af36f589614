import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Netlify. */
export const netlify = {
  id: 'netlify',
  title: 'Netlify',
  kinds: [
    {
      rule: 'netlify-access-token',
      title: 'Netlify access token',
      prefixes: ['nfp_', 'nfo_', 'nfc_', 'nfu_'],
      alphabet: `${base62}_`,
      accepts: length(36, 40),
      envName: 'NETLIFY_AUTH_TOKEN',
      manage: 'https://app.netlify.com/user/applications#personal-access-tokens',
      usage: 'https://app.netlify.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/netlify/v2/netlify_v2.go',
        read: '2026-11-23',
      },
      example: (random) => `nfp_${random(base62, 36)}`,
    },
  ],
} as const satisfies Detector;
