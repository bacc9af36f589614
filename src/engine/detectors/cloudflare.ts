import { base62, type Detector } from './detector';

/** Cloudflare. 40 characters without a mark. */
export const cloudflare = {
  id: 'cloudflare',
  title: 'Cloudflare',
  kinds: [],
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
