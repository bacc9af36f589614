import { matching } from './accepts';
import { base62, type Detector, lower } from './detector';

const common = {
  manage: 'https://app.devin.ai/settings/api-keys',
  usage: 'https://app.devin.ai/settings/usage',
  source: {
    url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
    read: '2026-11-24',
  },
};

/** Devin. */
export const devin = {
  id: 'devin',
  title: 'Devin',
  kinds: [
    {
      ...common,
      rule: 'devin-api-key',
      title: 'Devin API key',
      prefixes: ['apk_user_', 'apk_'],
      alphabet: `${base62}+/=`,
      accepts: matching(/^[0-9A-Za-z+/]{80,180}={0,2}$/),
      envName: 'DEVIN_API_KEY',
      example: (random) => `apk_user_${random(base62, 140)}`,
    },
    {
      ...common,
      rule: 'devin-service-token',
      title: 'Devin service user token',
      prefixes: ['cog_'],
      alphabet: `${lower}234567`,
      accepts: matching(/^[a-z2-7]{52}$/),
      envName: 'DEVIN_API_KEY',
      example: (random) => `cog_${random(`${lower}234567`, 52)}`,
    },
  ],
} as const satisfies Detector;
