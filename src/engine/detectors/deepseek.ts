import { type Detector, hex } from './detector';

/** DeepSeek. The shape, `sk-` and 32 characters, is shared with others. */
export const deepseek = {
  id: 'deepseek',
  title: 'DeepSeek',
  kinds: [],
  inContext: [
    {
      rule: 'deepseek-api-key',
      title: 'DeepSeek API key',
      prefix: 'sk-',
      shape: /^sk-[0-9a-z]{32}$/,
      names: /\bdeep ?seek/,
      envName: 'DEEPSEEK_API_KEY',
      manage: 'https://platform.deepseek.com/api_keys',
      usage: 'https://platform.deepseek.com/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/deepseek/deepseek.go',
        read: '2026-11-23',
      },
      example: (random) => `sk-${random(hex, 31)}7`,
    },
  ],
} as const satisfies Detector;
