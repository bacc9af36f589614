import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Prefect. */
export const prefect = {
  id: 'prefect',
  title: 'Prefect',
  kinds: [
    {
      rule: 'prefect-api-key',
      title: 'Prefect API key',
      prefixes: ['pnu_'],
      alphabet: base62,
      accepts: length(36),
      envName: 'PREFECT_API_KEY',
      manage: 'https://app.prefect.cloud/my/api-keys',
      usage: 'https://app.prefect.cloud',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `pnu_${random(base62, 36)}`,
    },
  ],
} as const satisfies Detector;
