import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Groq. 52 characters today; rules that pinned 48 missed them. */
export const groq = {
  id: 'groq',
  title: 'Groq',
  kinds: [
    {
      rule: 'groq-api-key',
      title: 'Groq API key',
      prefixes: ['gsk_'],
      alphabet: base62,
      accepts: length(40, 80),
      envName: 'GROQ_API_KEY',
      manage: 'https://console.groq.com/keys',
      usage: 'https://console.groq.com/settings/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/groq/groq.go',
        read: '2026-11-23',
      },
      example: (random) => `gsk_${random(base62, 52)}`,
    },
  ],
} as const satisfies Detector;
