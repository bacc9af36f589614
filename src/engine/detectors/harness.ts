import { matching } from './accepts';
import { base62, base64url, type Detector, hex } from './detector';

/** Harness. The parts are the account, the token's id and the secret. */
export const harness = {
  id: 'harness',
  title: 'Harness',
  kinds: [
    {
      rule: 'harness-api-key',
      title: 'Harness API key',
      prefixes: ['pat.', 'sat.'],
      alphabet: `${base64url}.`,
      accepts: matching(/^[\w-]{22}\.[0-9A-Za-z]{24}\.[0-9A-Za-z]{20}$/),
      envName: 'HARNESS_PLATFORM_API_KEY',
      manage: 'https://app.harness.io',
      usage: 'https://app.harness.io',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `pat.${random(base64url, 22)}.${random(hex, 24)}.${random(base62, 20)}`,
    },
  ],
} as const satisfies Detector;
