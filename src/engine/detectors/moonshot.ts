import { type Detector, mixed } from './detector';

/** Moonshot, with Kimi. The mark, `sk-`, is everybody's: the name must stand beside it. */
export const moonshot = {
  id: 'moonshot',
  title: 'Moonshot',
  kinds: [],
  inContext: [
    {
      rule: 'moonshot-api-key',
      title: 'Moonshot API key',
      prefix: 'sk-',
      shape: /^sk-(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[\w-]{48}$/,
      names: /\bmoonshot|\bkimi\b/,
      envName: 'MOONSHOT_API_KEY',
      manage: 'https://platform.moonshot.ai/console/api-keys',
      usage: 'https://platform.moonshot.ai/console/account',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sk-${mixed(random, 48)}`,
    },
  ],
} as const satisfies Detector;
