import type { Language } from './language';
import { runsInBrowser } from './useClient';

export const typescript = {
  id: 'typescript',
  title: 'TypeScript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  envRead: /\bprocess\.env\b/,
  isBrowserCode: runsInBrowser,
} as const satisfies Language;
