import type { Language } from './language';
import { runsInBrowser } from './useClient';

export const javascript = {
  id: 'javascript',
  title: 'JavaScript',
  languageIds: ['javascript'],
  extensions: ['.js', '.mjs', '.cjs'],
  envRead: /\bprocess\.env\b/,
  isBrowserCode: runsInBrowser,
} as const satisfies Language;
