import type { Language } from './language';

export const kotlin = {
  id: 'kotlin',
  title: 'Kotlin',
  languageIds: ['kotlin'],
  extensions: ['.kt', '.kts'],
  interpreters: ['kotlin'],
  envRead: /\bSystem\s*\.\s*getenv\b/,
  envMarks: ['getenv'],
  isBrowserCode: (text) => /^import (?:kotlinx\.browser|kotlin\.js|org\.w3c\.dom)\b/m.test(text),
  sample: { text: 'val apiKey = "keystow"\n' },
  rewriting: {
    grammar: 'kotlin',
    load: async () => (await import('./kotlinRewriter')).kotlinRewriter,
  },
} as const satisfies Language;
