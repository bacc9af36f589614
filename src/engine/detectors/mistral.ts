import { base62, type Detector } from './detector';

/** Mistral AI. 32 letters and digits without a mark. */
export const mistral = {
  id: 'mistral',
  title: 'Mistral AI',
  kinds: [],
  inContext: [
    {
      rule: 'mistral-api-key',
      title: 'Mistral AI API key',
      shape: /^(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z]{32}$/,
      names: /\bmistral/,
      envName: 'MISTRAL_API_KEY',
      manage: 'https://console.mistral.ai/api-keys',
      usage: 'https://console.mistral.ai/usage',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/mistral.yml',
        read: '2026-11-23',
      },
      example: (random) => `${random(base62, 29)}a7B`,
    },
  ],
} as const satisfies Detector;
