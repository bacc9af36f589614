import type { Language } from './language';

export const html = {
  id: 'html',
  title: 'HTML',
  languageIds: ['html'],
  extensions: ['.html', '.htm', '.xhtml'],
  browser: true,
} as const satisfies Language;
