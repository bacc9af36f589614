import type { Language } from './language';
import { usesClient } from './useClient';

export const javascript = {
  id: 'javascript',
  title: 'JavaScript',
  languageIds: ['javascript'],
  extensions: ['.js', '.mjs', '.cjs'],
  envRead: /\bprocess\.env\b/,
  isBrowserCode: usesClient,
  rewriter: async (text) => (await import('./ecmascript')).ecmascript(text, 'jsx'),
} as const satisfies Language;
