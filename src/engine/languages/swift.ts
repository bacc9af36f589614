import type { Language } from './language';

export const swift = {
  id: 'swift',
  title: 'Swift',
  languageIds: ['swift'],
  extensions: ['.swift'],
  interpreters: ['swift'],
  envRead: /\bProcessInfo\s*\.\s*processInfo\s*\.\s*environment\b|\bgetenv\s*\(/,
  envMarks: ['environment', 'getenv'],
  sample: { text: 'let apiKey = "keystow"\n' },
  rewriting: {
    grammar: 'swift',
    slowHead: true,
    load: async () => (await import('./swiftRewriter')).swiftRewriter,
  },
} as const satisfies Language;
