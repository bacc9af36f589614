import { matching } from './accepts';
import { base62, base64url, type Detector, hex } from './detector';

const common = {
  manage: 'https://grafana.com/orgs/_/access-policies',
  usage: 'https://grafana.com/orgs/_/billing',
};

/** Grafana. The old form and the cloud tokens are JSON in base64. */
export const grafana = {
  id: 'grafana',
  title: 'Grafana',
  kinds: [
    {
      ...common,
      rule: 'grafana-service-account-token',
      title: 'Grafana service account token',
      prefixes: ['glsa_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9A-Za-z]{32}_[0-9A-Fa-f]{8}$/),
      envName: 'GRAFANA_SERVICE_ACCOUNT_TOKEN',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `glsa_${random(base62, 32)}_${random(hex, 8)}`,
    },
    {
      ...common,
      rule: 'grafana-cloud-token',
      title: 'Grafana Cloud access policy token',
      prefixes: ['glc_eyJ'],
      alphabet: `${base64url}+/=`,
      accepts: matching(/^[\w+/-]{60,400}={0,3}$/),
      envName: 'GRAFANA_CLOUD_ACCESS_POLICY_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/grafana/grafana.go',
        read: '2026-11-24',
      },
      example: (random) => `glc_eyJ${random(base62, 130)}`,
    },
    {
      ...common,
      rule: 'grafana-legacy-key',
      title: 'Grafana API key (old form)',
      prefixes: ['eyJrIjoi'],
      alphabet: `${base62}+/=`,
      accepts: matching(/^[0-9A-Za-z+/]{60,400}={0,3}$/),
      envName: 'GRAFANA_API_KEY',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `eyJrIjoi${random(base62, 84)}`,
    },
  ],
} as const satisfies Detector;
