import type { Language } from './language';

export const svelte = {
  id: 'svelte',
  title: 'Svelte',
  languageIds: ['svelte'],
  extensions: ['.svelte'],
  browser: true,
  envRead: /\bprocess\.env\b/,
} as const satisfies Language;
