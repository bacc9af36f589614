import { length, matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Sentry. Not taken: a DSN, which is public. */
export const sentry = {
  id: 'sentry',
  title: 'Sentry',
  kinds: [
    {
      rule: 'sentry-user-token',
      title: 'Sentry user auth token',
      prefixes: ['sntryu_'],
      alphabet: hex,
      accepts: length(64),
      envName: 'SENTRY_AUTH_TOKEN',
      manage: 'https://sentry.io/settings/account/api/auth-tokens/',
      usage: 'https://sentry.io/settings/billing/usage/',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/sentrytoken/v2/sentrytoken.go',
        read: '2026-11-23',
      },
      example: (random) => `sntryu_${random(hex, 64)}`,
    },
    {
      rule: 'sentry-organization-token',
      title: 'Sentry organization auth token',
      prefixes: ['sntrys_eyJpYXQiO'],
      alphabet: `${base62}+/=_`,
      accepts: matching(/^[\w+/=]{60,600}$/),
      envName: 'SENTRY_AUTH_TOKEN',
      manage: 'https://sentry.io/settings/auth-tokens/',
      usage: 'https://sentry.io/settings/billing/usage/',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `sntrys_eyJpYXQiO${random(base62, 140)}_${random(base62, 43)}`,
    },
  ],
} as const satisfies Detector;
