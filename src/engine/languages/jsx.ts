import { type Language, processEnv } from './language';

export const jsx = {
  id: 'jsx',
  title: 'JSX',
  family: 'javascript',
  languageIds: ['javascriptreact'],
  extensions: ['.jsx'],
  browser: true,
  envRead: processEnv,
  sample: { text: 'const apiKey = "keystow";\n' },
  rewriting: {
    grammar: 'javascript',
    load: async () => (await import('./ecmascriptRewriter')).ecmascriptRewriter,
  },
} as const satisfies Language;
