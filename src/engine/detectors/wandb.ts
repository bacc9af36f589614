import { length } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Weights & Biases. The old form, 40 hexadecimal digits, is told by its context. */
export const wandb = {
  id: 'wandb',
  title: 'Weights & Biases',
  kinds: [
    {
      rule: 'wandb-api-key',
      title: 'Weights & Biases API key',
      prefixes: ['wandb_v1_'],
      alphabet: `${base62}_`,
      accepts: length(60, 100),
      envName: 'WANDB_API_KEY',
      manage: 'https://wandb.ai/authorize',
      usage: 'https://wandb.ai/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `wandb_v1_${random(base62, 77)}`,
    },
  ],
  inContext: [
    {
      rule: 'wandb-legacy-key',
      title: 'Weights & Biases API key (old form)',
      shape: /^[0-9a-f]{40}$/,
      names: /\bwandb\b|\bweights (?:and )?biases\b/,
      envName: 'WANDB_API_KEY',
      manage: 'https://wandb.ai/authorize',
      usage: 'https://wandb.ai/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/weightsandbiases/weightsandbiases.go',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 40),
    },
  ],
} as const satisfies Detector;
