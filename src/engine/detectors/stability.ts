import { base62, type Detector } from './detector';

/** Stability AI. As an old OpenAI key, without its marker. */
export const stability = {
  id: 'stability',
  title: 'Stability AI',
  kinds: [],
  inContext: [
    {
      rule: 'stability-api-key',
      title: 'Stability AI API key',
      prefix: 'sk-',
      shape: /^sk-[0-9A-Za-z]{48}$/,
      names: /\bstability|\bstable ?diffusion|\bdream ?studio/,
      envName: 'STABILITY_API_KEY',
      manage: 'https://platform.stability.ai/account/keys',
      usage: 'https://platform.stability.ai/account/credits',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `sk-${random(base62, 47)}7`,
    },
  ],
} as const satisfies Detector;
