import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** NVIDIA. */
export const nvidia = {
  id: 'nvidia',
  title: 'NVIDIA',
  kinds: [
    {
      rule: 'nvidia-api-key',
      title: 'NVIDIA API key',
      prefixes: ['nvapi-'],
      alphabet: base64url,
      accepts: length(56, 80),
      envName: 'NVIDIA_API_KEY',
      manage: 'https://build.nvidia.com/settings/api-keys',
      usage: 'https://build.nvidia.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/nvapi/nvapi.go',
        read: '2026-11-23',
      },
      example: (random) => `nvapi-${random(base64url, 64)}`,
    },
  ],
} as const satisfies Detector;
