import type { Language } from './language';

export const php = {
  id: 'php',
  title: 'PHP',
  languageIds: ['php'],
  extensions: ['.php', '.phtml'],
  interpreters: ['php'],
  envRead: /(?:\bgetenv\s*\(|\$_ENV\b\[?|(?<![\w>:])env\s*\()(?:\s*["'](?<name>\w+)["'])?/,
  envMarks: ['getenv', '$_ENV', 'env'],
  sample: { head: '<?php\n\n', text: '$apiKey = "keystow";\n' },
  rewriting: {
    grammar: 'php',
    load: async () => (await import('./phpRewriter')).phpRewriter,
  },
} as const satisfies Language;
