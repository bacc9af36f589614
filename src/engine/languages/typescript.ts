import type { Language } from './language';
import { usesClient } from './useClient';

export const typescript = {
  id: 'typescript',
  title: 'TypeScript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  envRead: /\bprocess\.env\b/,
  isBrowserCode: usesClient,
  rewriter: async (text) => (await import('./ecmascript')).ecmascript(text, 'ts'),
} as const satisfies Language;
