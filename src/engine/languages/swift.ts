import type { Language } from './language';

export const swift = {
  id: 'swift',
  title: 'Swift',
  languageIds: ['swift'],
  extensions: ['.swift'],
  interpreters: ['swift'],
  envRead: /\bProcessInfo\s*\.\s*processInfo\s*\.\s*environment\b|\bgetenv\s*\(/,
  rewriting: {
    grammar: 'swift',
    load: async () => (await import('./swiftRewriter')).swiftRewriter,
  },
} as const satisfies Language;
