import { length } from './accepts';
import { base62, type Detector } from './detector';

const common = {
  manage: 'https://www.easypost.com/account/api-keys',
  usage: 'https://www.easypost.com/account',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-24',
  },
};

/** EasyPost. */
export const easypost = {
  id: 'easypost',
  title: 'EasyPost',
  kinds: [
    {
      ...common,
      rule: 'easypost-api-key',
      title: 'EasyPost API key',
      prefixes: ['EZAK'],
      alphabet: base62,
      accepts: length(54),
      envName: 'EASYPOST_API_KEY',
      example: (random) => `EZAK${random(base62, 54)}`,
    },
    {
      ...common,
      rule: 'easypost-test-key',
      title: 'EasyPost test key',
      prefixes: ['EZTK'],
      alphabet: base62,
      accepts: length(54),
      envName: 'EASYPOST_API_KEY',
      example: (random) => `EZTK${random(base62, 54)}`,
    },
  ],
} as const satisfies Detector;
