import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Render. A short mark: digits, capitals and small letters must all be there. */
export const render = {
  id: 'render',
  title: 'Render',
  kinds: [
    {
      rule: 'render-api-key',
      title: 'Render API key',
      prefixes: ['rnd_'],
      alphabet: base62,
      accepts: allOf(length(24, 32), isMixed),
      envName: 'RENDER_API_KEY',
      manage: 'https://dashboard.render.com/u/settings#api-keys',
      usage: 'https://dashboard.render.com/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `rnd_${mixed(random, 28)}`,
    },
  ],
} as const satisfies Detector;
