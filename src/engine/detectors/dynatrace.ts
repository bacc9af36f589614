import { matching } from './accepts';
import { base32, type Detector, digits, upper } from './detector';

const common = {
  manage: 'https://www.dynatrace.com/support/help/shortlink/token',
  usage: 'https://account.dynatrace.com',
};

/** Dynatrace. The first part is the id of the token, the second the secret. */
export const dynatrace = {
  id: 'dynatrace',
  title: 'Dynatrace',
  kinds: [
    {
      ...common,
      rule: 'dynatrace-api-token',
      title: 'Dynatrace API token',
      prefixes: ['dt0c01.'],
      alphabet: `${digits}${upper}.`,
      accepts: matching(/^[0-9A-Z]{24}\.[0-9A-Z]{64}$/),
      envName: 'DYNATRACE_API_TOKEN',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `dt0c01.${random(base32, 24)}.${random(base32, 64)}`,
    },
    {
      ...common,
      rule: 'dynatrace-platform-secret',
      title: 'Dynatrace OAuth secret or platform token',
      prefixes: ['dt0s01.', 'dt0s02.', 'dt0s16.'],
      alphabet: `${digits}${upper}.`,
      accepts: matching(/^[0-9A-Z]{8,24}\.[0-9A-Z]{64}$/),
      envName: 'DYNATRACE_PLATFORM_TOKEN',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `dt0s16.${random(base32, 24)}.${random(base32, 64)}`,
    },
  ],
} as const satisfies Detector;
