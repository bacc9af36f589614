import { length } from './accepts';
import { base62, type Detector } from './detector';

const common = {
  manage: 'https://app.posthog.com/settings/user-api-keys',
  usage: 'https://app.posthog.com/organization/billing',
};

/** PostHog. Not taken: project keys, `phc_`, which pages carry. */
export const posthog = {
  id: 'posthog',
  title: 'PostHog',
  kinds: [
    {
      ...common,
      rule: 'posthog-personal-key',
      title: 'PostHog personal API key',
      prefixes: ['phx_'],
      alphabet: `${base62}_`,
      accepts: length(40, 50),
      envName: 'POSTHOG_PERSONAL_API_KEY',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/posthog/posthog.go',
        read: '2026-11-24',
      },
      example: (random) => `phx_${random(base62, 47)}`,
    },
    {
      ...common,
      rule: 'posthog-flags-key',
      title: 'PostHog feature flags secure key',
      prefixes: ['phs_'],
      alphabet: base62,
      accepts: length(40, 60),
      envName: 'POSTHOG_FEATURE_FLAGS_KEY',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `phs_${random(base62, 43)}`,
    },
  ],
} as const satisfies Detector;
