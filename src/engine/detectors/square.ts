import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Square. */
export const square = {
  id: 'square',
  title: 'Square',
  kinds: [
    {
      rule: 'square-access-token',
      title: 'Square access token',
      prefixes: ['EAAA'],
      alphabet: base64url,
      accepts: length(60),
      envName: 'SQUARE_ACCESS_TOKEN',
      manage: 'https://developer.squareup.com/apps',
      usage: 'https://squareup.com/dashboard',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/square/square.go',
        read: '2026-11-23',
      },
      example: (random) => `EAAA${random(base64url, 60)}`,
    },
    {
      rule: 'square-legacy-token',
      title: 'Square access token (old form)',
      prefixes: ['sq0atp-'],
      alphabet: base64url,
      accepts: length(22),
      envName: 'SQUARE_ACCESS_TOKEN',
      manage: 'https://developer.squareup.com/apps',
      usage: 'https://squareup.com/dashboard',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `sq0atp-${random(base64url, 22)}`,
    },
    {
      rule: 'square-oauth-secret',
      title: 'Square OAuth secret',
      prefixes: ['sq0csp-'],
      alphabet: base64url,
      accepts: length(43),
      envName: 'SQUARE_APPLICATION_SECRET',
      manage: 'https://developer.squareup.com/apps',
      usage: 'https://squareup.com/dashboard',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `sq0csp-${random(base64url, 43)}`,
    },
    {
      rule: 'square-sandbox-secret',
      title: 'Square sandbox OAuth secret',
      prefixes: ['sandbox-sq0csb-'],
      alphabet: base64url,
      accepts: length(40, 50),
      envName: 'SQUARE_APPLICATION_SECRET',
      manage: 'https://developer.squareup.com/apps',
      usage: 'https://squareup.com/dashboard',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/squareapp/squareapp.go',
        read: '2026-11-24',
      },
      example: (random) => `sandbox-sq0csb-${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
