import type { Language } from './language';

export const java = {
  id: 'java',
  title: 'Java',
  languageIds: ['java'],
  extensions: ['.java'],
  envRead: /\bSystem\s*\.\s*getenv\b(?:\s*\(\s*"(?<name>\w+)")?|\bDotenv\b/,
  rewriting: {
    grammar: 'java',
    load: async () => (await import('./javaRewriter')).javaRewriter,
  },
} as const satisfies Language;
