import type { Language } from './language';

export const go = {
  id: 'go',
  title: 'Go',
  languageIds: ['go'],
  extensions: ['.go'],
  envRead: /\bos\.(?:Getenv|LookupEnv)\b(?:\(\s*["`](?<name>\w+)["`])?/,
  rewriting: {
    grammar: 'go',
    load: async () => (await import('./goRewriter')).goRewriter,
  },
} as const satisfies Language;
