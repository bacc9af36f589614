import type { Language } from './language';

export const fish = {
  id: 'fish',
  title: 'fish',
  languageIds: ['fish'],
  extensions: ['.fish'],
  interpreters: ['fish'],
  envRead: /\$[A-Z][A-Z0-9_]*_(?:KEY|TOKEN|SECRET)\b/,
  envMarks: ['_KEY', '_TOKEN', '_SECRET'],
  sample: { text: 'set api_key "keystow"\n' },
  rewriting: {
    // There is no grammar of fish: the rewriter reads words and quotes itself.
    grammar: 'bash',
    load: async () => (await import('./fishRewriter')).fishRewriter,
  },
} as const satisfies Language;
