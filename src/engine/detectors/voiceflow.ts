import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Voiceflow. */
export const voiceflow = {
  id: 'voiceflow',
  title: 'Voiceflow',
  kinds: [
    {
      rule: 'voiceflow-api-key',
      title: 'Voiceflow API key',
      prefixes: ['VF.DM.', 'VF.WS.', 'VF.'],
      alphabet: `${base62}.`,
      accepts: matching(/^[0-9A-Fa-f]{24}\.[0-9A-Za-z]{16}$/),
      envName: 'VOICEFLOW_API_KEY',
      manage: 'https://creator.voiceflow.com',
      usage: 'https://creator.voiceflow.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/voiceflow/voiceflow.go',
        read: '2026-11-24',
      },
      example: (random) => `VF.DM.${random(hex, 24)}.${random(base62, 16)}`,
    },
  ],
} as const satisfies Detector;
