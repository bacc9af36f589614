import { type Language, processEnv } from './language';

export const tsx = {
  id: 'tsx',
  title: 'TSX',
  family: 'typescript',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
  browser: true,
  envRead: processEnv,
  sample: { text: 'const apiKey = "keystow";\n' },
  rewriting: {
    grammar: 'tsx',
    load: async () => (await import('./ecmascriptRewriter')).ecmascriptRewriter,
  },
} as const satisfies Language;
