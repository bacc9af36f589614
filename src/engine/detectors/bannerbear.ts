import { length } from './accepts';
import { type Detector, hex } from './detector';

/** Bannerbear. */
export const bannerbear = {
  id: 'bannerbear',
  title: 'Bannerbear',
  kinds: [
    {
      rule: 'bannerbear-api-key',
      title: 'Bannerbear API key',
      prefixes: ['bb_pr_', 'bb_ma_'],
      alphabet: hex,
      accepts: length(30),
      envName: 'BANNERBEAR_API_KEY',
      manage: 'https://app.bannerbear.com/settings',
      usage: 'https://app.bannerbear.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/bannerbear/v2/bannerbear.go',
        read: '2026-11-24',
      },
      example: (random) => `bb_pr_${random(hex, 20)}7c0e9b2d4f`,
    },
  ],
} as const satisfies Detector;
