import type { Language } from './language';

export const rust = {
  id: 'rust',
  title: 'Rust',
  languageIds: ['rust'],
  extensions: ['.rs'],
  envRead: /\b(?:env|dotenvy?)::var(?:_os)?\b/,
} as const satisfies Language;
