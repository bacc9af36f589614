import { length } from './accepts';
import { type Detector, digits } from './detector';

/** Cerebras. Lower case only. */
export const cerebras = {
  id: 'cerebras',
  title: 'Cerebras',
  kinds: [
    {
      rule: 'cerebras-api-key',
      title: 'Cerebras API key',
      prefixes: ['csk-'],
      alphabet: `${digits}abcdefghijklmnopqrstuvwxyz`,
      accepts: length(44, 64),
      envName: 'CEREBRAS_API_KEY',
      manage: 'https://cloud.cerebras.ai',
      usage: 'https://cloud.cerebras.ai',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `csk-${random(`${digits}abcdefghijklmnopqrstuvwxyz`, 48)}`,
    },
  ],
} as const satisfies Detector;
