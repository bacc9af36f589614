import type { Language } from './language';

export const cpp = {
  id: 'cpp',
  title: 'C++',
  languageIds: ['cpp'],
  extensions: ['.cpp', '.cc', '.cxx', '.h', '.hpp', '.hh', '.hxx'],
  envRead: /\bgetenv\s*\(/,
  envMarks: ['getenv'],
  isBrowserCode: (text) => /^\s*#\s*include\s*<emscripten/m.test(text),
  sample: { text: 'void keystow_sample() {\n    const char *api_key = "keystow";\n}\n' },
  rewriting: {
    grammar: 'cpp',
    load: async () => (await import('./cppRewriter')).cppRewriter,
  },
} as const satisfies Language;
