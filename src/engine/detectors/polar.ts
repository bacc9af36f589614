import { allOf, isMixed, length } from './accepts';
import { base64url, type Detector, mixed } from './detector';

/** Polar. */
export const polar = {
  id: 'polar',
  title: 'Polar',
  kinds: [
    {
      rule: 'polar-access-token',
      title: 'Polar access token',
      prefixes: ['polar_oat_', 'polar_pat_', 'polar_at_'],
      alphabet: base64url,
      accepts: allOf(length(32, 100), isMixed),
      envName: 'POLAR_ACCESS_TOKEN',
      manage: 'https://polar.sh/settings',
      usage: 'https://polar.sh/dashboard',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `polar_oat_${mixed(random, 43)}`,
    },
  ],
} as const satisfies Detector;
