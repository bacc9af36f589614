import { length, matching } from './accepts';
import { base62, base64url, type Detector } from './detector';

const common = {
  manage: 'https://fly.io/user/personal_access_tokens',
  usage: 'https://fly.io/dashboard/personal/billing',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-24',
  },
};

/** Fly.io. A macaroon may be several, joined by commas, after the word `FlyV1`: each is found. */
export const flyio = {
  id: 'flyio',
  title: 'Fly.io',
  kinds: [
    {
      ...common,
      rule: 'flyio-access-token',
      title: 'Fly.io access token',
      prefixes: ['fm1r_', 'fm1a_', 'fm2_'],
      alphabet: `${base62}+/=`,
      accepts: matching(/^[0-9A-Za-z+/]{100,}={0,3}$/),
      envName: 'FLY_API_TOKEN',
      example: (random) => `fm2_${random(base62, 560)}`,
    },
    {
      ...common,
      rule: 'flyio-oauth-token',
      title: 'Fly.io OAuth token',
      prefixes: ['fo1_'],
      alphabet: base64url,
      accepts: length(43),
      envName: 'FLY_API_TOKEN',
      example: (random) => `fo1_${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
