import { allOf, length, matching } from './accepts';
import { type Detector, digits, upper } from './detector';

/** Octopus Deploy. A word in capitals has the same form: several digits must be there. */
export const octopus = {
  id: 'octopus',
  title: 'Octopus Deploy',
  kinds: [
    {
      rule: 'octopus-api-key',
      title: 'Octopus Deploy API key',
      prefixes: ['API-'],
      alphabet: `${digits}${upper}`,
      accepts: allOf(length(26), matching(/\d.*\d/), matching(/[A-Z].*[A-Z]/)),
      envName: 'OCTOPUS_API_KEY',
      manage: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
      usage: 'https://octopus.com/docs/octopus-rest-api',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `API-${random(`${digits}${upper}`, 20)}4QX7ZK`,
    },
  ],
} as const satisfies Detector;
