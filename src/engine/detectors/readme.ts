import { length } from './accepts';
import { type Detector, digits, hex, lower } from './detector';

/** ReadMe. */
export const readme = {
  id: 'readme',
  title: 'ReadMe',
  kinds: [
    {
      rule: 'readme-api-key',
      title: 'ReadMe API key',
      prefixes: ['rdme_'],
      alphabet: `${digits}${lower}`,
      accepts: length(70),
      envName: 'README_API_KEY',
      manage: 'https://dash.readme.com/project/_/api-key',
      usage: 'https://dash.readme.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `rdme_${random(hex, 70)}`,
    },
  ],
} as const satisfies Detector;
