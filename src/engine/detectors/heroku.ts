import { length, uuidShape } from './accepts';
import { base64url, type Detector, uuid } from './detector';

/** Heroku. The old form is a UUID and has no mark. */
export const heroku = {
  id: 'heroku',
  title: 'Heroku',
  kinds: [
    {
      rule: 'heroku-api-key',
      title: 'Heroku API key',
      prefixes: ['HRKU-AA'],
      alphabet: base64url,
      accepts: length(54, 64),
      envName: 'HEROKU_API_KEY',
      manage: 'https://dashboard.heroku.com/account',
      usage: 'https://dashboard.heroku.com/account/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/heroku/v2/heroku.go',
        read: '2026-11-23',
      },
      example: (random) => `HRKU-AA${random(base64url, 58)}`,
    },
  ],
  inContext: [
    {
      rule: 'heroku-legacy-key',
      title: 'Heroku API key (old form)',
      shape: uuidShape,
      names: /\bheroku/,
      envName: 'HEROKU_API_KEY',
      manage: 'https://dashboard.heroku.com/account',
      usage: 'https://dashboard.heroku.com/account/billing',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => uuid(random),
    },
  ],
} as const satisfies Detector;
