import { length } from './accepts';
import { type Detector, hex } from './detector';

/** ElevenLabs. An underscore after `sk`, and hexadecimal digits only. */
export const elevenlabs = {
  id: 'elevenlabs',
  title: 'ElevenLabs',
  kinds: [
    {
      rule: 'elevenlabs-api-key',
      title: 'ElevenLabs API key',
      prefixes: ['sk_'],
      alphabet: hex,
      accepts: length(48),
      envName: 'ELEVENLABS_API_KEY',
      manage: 'https://elevenlabs.io/app/settings/api-keys',
      usage: 'https://elevenlabs.io/app/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/elevenlabs/v2/elevenlabs.go',
        read: '2026-11-23',
      },
      example: (random) => `sk_${random(hex, 48)}`,
    },
  ],
  inContext: [
    {
      rule: 'elevenlabs-legacy-key',
      title: 'ElevenLabs API key (old form)',
      shape: /^[0-9a-f]{32}$/,
      names: /\beleven ?labs|\bxi api key\b/,
      envName: 'ELEVENLABS_API_KEY',
      manage: 'https://elevenlabs.io/app/settings/api-keys',
      usage: 'https://elevenlabs.io/app/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/elevenlabs/v1/elevenlabs.go',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 32),
    },
  ],
} as const satisfies Detector;
