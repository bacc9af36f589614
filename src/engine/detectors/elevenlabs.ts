import { type Detector, hex, length } from './detector';

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
} as const satisfies Detector;
