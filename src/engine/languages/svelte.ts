import { type Language, processEnv } from './language';

export const svelte = {
  id: 'svelte',
  title: 'Svelte',
  languageIds: ['svelte'],
  extensions: ['.svelte'],
  browser: true,
  envRead: processEnv,
} as const satisfies Language;
