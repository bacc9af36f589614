import { matching } from './accepts';
import { base62, type Detector, hex, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string, envName: string): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: base62,
  accepts: matching(/^[0-9A-Za-z]{40}[0-9a-f]{8}$/),
  envName,
  manage: 'https://dash.cloudflare.com/profile/api-tokens',
  usage: 'https://dash.cloudflare.com',
  source: {
    url: 'https://github.com/secretlint/secretlint/blob/master/packages/@secretlint/secretlint-rule-cloudflare/src/index.ts',
    read: '2026-11-24',
  },
  example: (random) => prefix + random(base62, 40) + random(hex, 8),
});

/** Cloudflare. The old form of a token, 40 characters, has no mark. */
export const cloudflare = {
  id: 'cloudflare',
  title: 'Cloudflare',
  kinds: [
    kind('cloudflare-user-token', 'Cloudflare user API token', 'cfut_', 'CLOUDFLARE_API_TOKEN'),
    kind('cloudflare-account-token', 'Cloudflare account API token', 'cfat_', 'CLOUDFLARE_API_TOKEN'),
    kind('cloudflare-global-key', 'Cloudflare global API key', 'cfk_', 'CLOUDFLARE_API_KEY'),
    {
      ...kind(
        'cloudflare-origin-key',
        'Cloudflare origin CA key',
        'v1.0-',
        'CLOUDFLARE_API_USER_SERVICE_KEY',
      ),
      alphabet: `${hex}-`,
      accepts: matching(/^[0-9a-f]{24}-[0-9a-f]{146}$/),
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `v1.0-${random(hex, 24)}-${random(hex, 146)}`,
    },
  ],
  inContext: [
    {
      rule: 'cloudflare-api-token',
      title: 'Cloudflare API token',
      shape: /^(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[\w-]{40}$/,
      names: /\bcloud ?flare|\bcf (?:api|auth|dns|zone|account|token)\b/,
      envName: 'CLOUDFLARE_API_TOKEN',
      manage: 'https://dash.cloudflare.com/profile/api-tokens',
      usage: 'https://dash.cloudflare.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `${random(base62, 37)}a7B`,
    },
  ],
} as const satisfies Detector;
