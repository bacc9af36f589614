import { length } from './accepts';
import { base62, type Detector } from './detector';

/** xAI. 80 characters today. */
export const xai = {
  id: 'xai',
  title: 'xAI',
  kinds: [
    {
      rule: 'xai-api-key',
      title: 'xAI API key',
      prefixes: ['xai-'],
      alphabet: `${base62}_`,
      accepts: length(70, 120),
      envName: 'XAI_API_KEY',
      manage: 'https://console.x.ai',
      usage: 'https://console.x.ai',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/xai/xai.go',
        read: '2026-11-23',
      },
      example: (random) => `xai-${random(base62, 80)}`,
    },
    {
      rule: 'xai-management-key',
      title: 'xAI management key',
      prefixes: ['xai-token-'],
      alphabet: base62,
      accepts: length(70, 120),
      envName: 'XAI_MANAGEMENT_API_KEY',
      manage: 'https://console.x.ai',
      usage: 'https://console.x.ai',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/grokxaiapikey/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `xai-token-${random(base62, 80)}`,
    },
  ],
} as const satisfies Detector;
