import type { Language } from './language';

export const rust = {
  id: 'rust',
  title: 'Rust',
  languageIds: ['rust'],
  extensions: ['.rs'],
  envRead: /\b(?:env|dotenvy?)::var(?:_os)?\b(?:\(\s*"(?<name>\w+)")?/,
  envMarks: ['::var'],
  sample: { text: 'fn keystow_sample() {\n    let api_key = "keystow";\n}\n' },
  rewriting: {
    grammar: 'rust',
    load: async () => (await import('./rustRewriter')).rustRewriter,
  },
} as const satisfies Language;
