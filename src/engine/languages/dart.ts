import type { Language } from './language';

export const dart = {
  id: 'dart',
  title: 'Dart',
  languageIds: ['dart'],
  extensions: ['.dart'],
  interpreters: ['dart'],
  envRead: /\bPlatform\s*\.\s*environment\b/,
  envMarks: ['environment'],
  isBrowserCode: (text) =>
    /^import\s+['"](?:dart:(?:html|js|js_interop|js_util|indexed_db)|package:web\/)/m.test(text),
  sample: { text: "final apiKey = 'keystow';\n" },
  rewriting: {
    grammar: 'dart',
    load: async () => (await import('./dartRewriter')).dartRewriter,
  },
} as const satisfies Language;
