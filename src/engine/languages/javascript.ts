import { scriptRunsInBrowser } from '../text/useClient';
import type { Language } from './language';

export const javascript = {
  id: 'javascript',
  title: 'JavaScript',
  languageIds: ['javascript'],
  extensions: ['.js', '.mjs', '.cjs'],
  interpreters: ['node', 'nodejs'],
  envRead: /\bprocess\.env\b/,
  isBrowserCode: scriptRunsInBrowser,
  rewriting: {
    grammar: 'javascript',
    load: async () => (await import('./ecmascriptRewriter')).ecmascriptRewriter,
  },
} as const satisfies Language;
