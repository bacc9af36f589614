import type { Language } from './language';

export const c = {
  id: 'c',
  title: 'C',
  languageIds: ['c'],
  extensions: ['.c'],
  envRead: /\bgetenv\s*\(/,
  envMarks: ['getenv'],
  isBrowserCode: (text) => /^\s*#\s*include\s*<emscripten/m.test(text),
  sample: { text: 'void keystow_sample(void) {\n    const char *api_key = "keystow";\n}\n' },
  rewriting: {
    grammar: 'c',
    load: async () => (await import('./cRewriter')).cRewriter,
  },
} as const satisfies Language;
