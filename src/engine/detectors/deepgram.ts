import { type Detector, hex } from './detector';

/** Deepgram. 40 hexadecimal digits without a mark. */
export const deepgram = {
  id: 'deepgram',
  title: 'Deepgram',
  kinds: [],
  inContext: [
    {
      rule: 'deepgram-api-key',
      title: 'Deepgram API key',
      shape: /^[0-9a-f]{40}$/,
      names: /\bdeep ?gram/,
      envName: 'DEEPGRAM_API_KEY',
      manage: 'https://console.deepgram.com',
      usage: 'https://console.deepgram.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/deepgram/deepgram.go',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 40),
    },
  ],
} as const satisfies Detector;
