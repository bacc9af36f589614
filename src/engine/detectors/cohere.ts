import { base62, type Detector } from './detector';

/** Cohere. 40 letters and digits without a mark. */
export const cohere = {
  id: 'cohere',
  title: 'Cohere',
  kinds: [],
  inContext: [
    {
      rule: 'cohere-api-key',
      title: 'Cohere API key',
      shape: /^(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z]{40}$/,
      names: /\bcohere\b|\bcohere ?ai\b|\bco api key\b/,
      envName: 'COHERE_API_KEY',
      manage: 'https://dashboard.cohere.com/api-keys',
      usage: 'https://dashboard.cohere.com/billing',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `${random(base62, 37)}a7B`,
    },
  ],
} as const satisfies Detector;
