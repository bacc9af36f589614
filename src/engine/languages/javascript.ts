import { scriptRunsInBrowser } from '../text/useClient';
import { type Language, processEnv } from './language';

export const javascript = {
  id: 'javascript',
  title: 'JavaScript',
  languageIds: ['javascript'],
  extensions: ['.js', '.mjs', '.cjs'],
  interpreters: ['node', 'nodejs'],
  envRead: processEnv,
  isBrowserCode: scriptRunsInBrowser,
  sample: { text: 'const apiKey = "keystow";\n' },
  rewriting: {
    grammar: 'javascript',
    load: async () => (await import('./ecmascriptRewriter')).ecmascriptRewriter,
  },
} as const satisfies Language;
