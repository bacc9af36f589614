import type { Language } from './language';

export const r = {
  id: 'r',
  title: 'R',
  languageIds: ['r'],
  extensions: ['.r'],
  interpreters: ['Rscript', 'R', 'r'],
  envRead: /\bSys\.getenv\b/,
  envMarks: ['Sys.getenv'],
  sample: { text: 'api_key <- "keystow"\n' },
  rewriting: {
    grammar: 'r',
    load: async () => (await import('./rRewriter')).rRewriter,
  },
} as const satisfies Language;
