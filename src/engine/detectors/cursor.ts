import { type Detector, hex } from './detector';

/** Cursor. */
export const cursor = {
  id: 'cursor',
  title: 'Cursor',
  kinds: [],
  inContext: [
    {
      rule: 'cursor-api-key',
      title: 'Cursor API key',
      prefix: 'key_',
      shape: /^key_[0-9a-f]{64}$/,
      names: /\bcursor\b/,
      envName: 'CURSOR_API_KEY',
      manage: 'https://cursor.com/dashboard',
      usage: 'https://cursor.com/dashboard',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/cursor.yml',
        read: '2026-11-23',
      },
      example: (random) => `key_${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
