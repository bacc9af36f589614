import { base62, type Detector } from './detector';

/** Fireworks AI. The prefix is short, so that the provider has to be named. */
export const fireworks = {
  id: 'fireworks',
  title: 'Fireworks AI',
  kinds: [],
  inContext: [
    {
      rule: 'fireworks-api-key',
      title: 'Fireworks AI API key',
      prefix: 'fw_',
      shape: /^fw_[0-9A-Za-z]{22,24}$/,
      names: /\bfireworks/,
      envName: 'FIREWORKS_API_KEY',
      manage: 'https://app.fireworks.ai/settings/users/api-keys',
      usage: 'https://app.fireworks.ai/account/billing',
      source: {
        url: 'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/fireworks_ai_api_key',
        read: '2026-11-23',
      },
      example: (random) => `fw_${random(base62, 21)}7`,
    },
  ],
} as const satisfies Detector;
