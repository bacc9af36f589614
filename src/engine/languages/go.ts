import type { Language } from './language';

export const go = {
  id: 'go',
  title: 'Go',
  languageIds: ['go'],
  extensions: ['.go'],
  envRead: /\bos\.(?:Getenv|LookupEnv)\b(?:\(\s*["`](?<name>\w+)["`])?/,
  envMarks: ['os.Getenv', 'os.LookupEnv'],
  sample: { head: 'package main\n\n', text: 'func keystowSample() string {\n\treturn "keystow"\n}\n' },
  rewriting: {
    grammar: 'go',
    load: async () => (await import('./goRewriter')).goRewriter,
  },
} as const satisfies Language;
