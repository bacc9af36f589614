import { base62, type Detector, hex } from './detector';

/** Ollama. */
export const ollama = {
  id: 'ollama',
  title: 'Ollama',
  kinds: [],
  inContext: [
    {
      rule: 'ollama-api-key',
      title: 'Ollama API key',
      shape: /^[0-9a-f]{32}\.[\w-]{24}$/,
      names: /\bollama/,
      envName: 'OLLAMA_API_KEY',
      manage: 'https://ollama.com/settings/keys',
      usage: 'https://ollama.com/settings',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `${random(hex, 32)}.${random(base62, 24)}`,
    },
  ],
} as const satisfies Detector;
