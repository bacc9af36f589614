import { length } from './accepts';
import { base62, type Detector } from './detector';

const common = {
  manage: 'https://app.aikido.dev/settings/integrations',
  usage: 'https://app.aikido.dev',
  source: {
    url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
    read: '2026-11-24',
  },
};

/** Aikido. Not taken: client ids, which begin with `AIK_CLIENT_`. */
export const aikido = {
  id: 'aikido',
  title: 'Aikido',
  kinds: [
    {
      ...common,
      rule: 'aikido-ci-token',
      title: 'Aikido CI token',
      prefixes: ['AIK_CI_'],
      alphabet: base62,
      accepts: length(20, 44),
      envName: 'AIKIDO_CI_TOKEN',
      example: (random) => `AIK_CI_${random(base62, 32)}`,
    },
    {
      ...common,
      rule: 'aikido-client-secret',
      title: 'Aikido client secret',
      prefixes: ['AIK_SECRET_'],
      alphabet: base62,
      accepts: length(64),
      envName: 'AIKIDO_CLIENT_SECRET',
      example: (random) => `AIK_SECRET_${random(base62, 64)}`,
    },
  ],
} as const satisfies Detector;
