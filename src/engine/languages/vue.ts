import { type Language, processEnv } from './language';

export const vue = {
  id: 'vue',
  title: 'Vue',
  languageIds: ['vue'],
  extensions: ['.vue'],
  browser: true,
  envRead: processEnv,
} as const satisfies Language;
