import type { Language } from './language';

export const julia = {
  id: 'julia',
  title: 'Julia',
  languageIds: ['julia'],
  extensions: ['.jl'],
  interpreters: ['julia'],
  envRead: /\bENV\s*\[|\bget!?\(\s*ENV\b/,
  envMarks: ['ENV'],
  sample: { text: 'api_key = "keystow"\n' },
  rewriting: {
    grammar: 'julia',
    load: async () => (await import('./juliaRewriter')).juliaRewriter,
  },
} as const satisfies Language;
