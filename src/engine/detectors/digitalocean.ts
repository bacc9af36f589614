import { length } from './accepts';
import { type Detector, hex } from './detector';

/** DigitalOcean. */
export const digitalocean = {
  id: 'digitalocean',
  title: 'DigitalOcean',
  kinds: [
    {
      rule: 'digitalocean-access-token',
      title: 'DigitalOcean access token',
      prefixes: ['dop_v1_'],
      alphabet: hex,
      accepts: length(64),
      envName: 'DIGITALOCEAN_TOKEN',
      manage: 'https://cloud.digitalocean.com/account/api/tokens',
      usage: 'https://cloud.digitalocean.com/account/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/digitaloceanv2/digitaloceanv2.go',
        read: '2026-11-23',
      },
      example: (random) => `dop_v1_${random(hex, 64)}`,
    },
    {
      rule: 'digitalocean-oauth-token',
      title: 'DigitalOcean OAuth token',
      prefixes: ['doo_v1_'],
      alphabet: hex,
      accepts: length(64),
      envName: 'DIGITALOCEAN_TOKEN',
      manage: 'https://cloud.digitalocean.com/account/api/tokens',
      usage: 'https://cloud.digitalocean.com/account/billing',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `doo_v1_${random(hex, 64)}`,
    },
    {
      rule: 'digitalocean-refresh-token',
      title: 'DigitalOcean OAuth refresh token',
      prefixes: ['dor_v1_'],
      alphabet: hex,
      accepts: length(64),
      envName: 'DIGITALOCEAN_REFRESH_TOKEN',
      manage: 'https://cloud.digitalocean.com/account/api/tokens',
      usage: 'https://cloud.digitalocean.com/account/billing',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `dor_v1_${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
