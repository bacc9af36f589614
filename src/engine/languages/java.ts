import type { Language } from './language';

export const java = {
  id: 'java',
  title: 'Java',
  languageIds: ['java'],
  extensions: ['.java'],
  envRead: /\bSystem\s*\.\s*getenv\b(?:\s*\(\s*"(?<name>\w+)")?|\bDotenv\b/,
  envMarks: ['getenv', 'Dotenv'],
  sample: { text: 'class KeystowSample {\n    String apiKey = "keystow";\n}\n' },
  rewriting: {
    grammar: 'java',
    load: async () => (await import('./javaRewriter')).javaRewriter,
  },
} as const satisfies Language;
