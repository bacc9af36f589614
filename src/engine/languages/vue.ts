import type { Language } from './language';

export const vue = {
  id: 'vue',
  title: 'Vue',
  languageIds: ['vue'],
  extensions: ['.vue'],
  browser: true,
  envRead: /\bprocess\.env\b/,
} as const satisfies Language;
