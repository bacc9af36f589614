import { length } from './accepts';
import { type Detector, hex } from './detector';

/** OpenRouter. */
export const openrouter = {
  id: 'openrouter',
  title: 'OpenRouter',
  kinds: [
    {
      rule: 'openrouter-api-key',
      title: 'OpenRouter API key',
      prefixes: ['sk-or-v1-'],
      alphabet: hex,
      accepts: length(64),
      envName: 'OPENROUTER_API_KEY',
      manage: 'https://openrouter.ai/settings/keys',
      usage: 'https://openrouter.ai/activity',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/openrouter/openrouter.go',
        read: '2026-11-23',
      },
      example: (random) => `sk-or-v1-${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
