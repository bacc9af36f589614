import { base62, type Detector, hex } from './detector';

/** Zhipu, with Z.ai. Without a mark: 32 hexadecimal digits, a dot and 16 characters. */
export const zhipu = {
  id: 'zhipu',
  title: 'Zhipu',
  kinds: [],
  inContext: [
    {
      rule: 'zhipu-api-key',
      title: 'Zhipu API key',
      shape: /^[0-9a-f]{32}\.[0-9A-Za-z]{16}$/,
      names: /\bzhipu|\bz ?ai\b|\bbigmodel\b|\bchatglm\b/,
      envName: 'ZAI_API_KEY',
      manage: 'https://z.ai/manage-apikey/apikey-list',
      usage: 'https://z.ai/manage-apikey/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `${random(hex, 32)}.${random(base62, 16)}`,
    },
  ],
} as const satisfies Detector;
