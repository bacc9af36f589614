import { length } from './accepts';
import { base64url, type Detector } from './detector';

const common = {
  manage: 'https://app.planetscale.com',
  usage: 'https://app.planetscale.com',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-24',
  },
};

/** PlanetScale. Not taken: the ids and user names that go with them. */
export const planetscale = {
  id: 'planetscale',
  title: 'PlanetScale',
  kinds: [
    {
      ...common,
      rule: 'planetscale-service-token',
      title: 'PlanetScale service token',
      prefixes: ['pscale_tkn_'],
      alphabet: base64url,
      accepts: length(32, 64),
      envName: 'PLANETSCALE_SERVICE_TOKEN',
      example: (random) => `pscale_tkn_${random(base64url, 43)}`,
    },
    {
      ...common,
      rule: 'planetscale-password',
      title: 'PlanetScale password',
      prefixes: ['pscale_pw_'],
      alphabet: base64url,
      accepts: length(32, 64),
      envName: 'DATABASE_PASSWORD',
      example: (random) => `pscale_pw_${random(base64url, 43)}`,
    },
    {
      ...common,
      rule: 'planetscale-oauth-token',
      title: 'PlanetScale OAuth token',
      prefixes: ['pscale_oauth_'],
      alphabet: base64url,
      accepts: length(32, 64),
      envName: 'PLANETSCALE_OAUTH_TOKEN',
      example: (random) => `pscale_oauth_${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
