import { matching } from './accepts';
import { base62, type Detector, digits, upper } from './detector';

/** RunPod. */
export const runpod = {
  id: 'runpod',
  title: 'RunPod',
  kinds: [
    {
      rule: 'runpod-api-key',
      title: 'RunPod API key',
      prefixes: ['rpa_'],
      alphabet: base62,
      accepts: matching(/^[0-9A-Z]{40}[0-9A-Za-z]{6}$/),
      envName: 'RUNPOD_API_KEY',
      manage: 'https://console.runpod.io/user/settings',
      usage: 'https://console.runpod.io/user/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `rpa_${random(`${digits}${upper}`, 40)}${random(base62, 6)}`,
    },
  ],
} as const satisfies Detector;
