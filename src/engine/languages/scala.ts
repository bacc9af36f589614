import type { Language } from './language';

export const scala = {
  id: 'scala',
  title: 'Scala',
  languageIds: ['scala'],
  extensions: ['.scala', '.sc', '.sbt'],
  interpreters: ['scala', 'scala-cli'],
  envRead: /\bsys\s*\.\s*env\b|\bSystem\s*\.\s*getenv\b|\benvOrElse\b/,
  envMarks: ['env'],
  isBrowserCode: (text) => /^\s*import (?:scala\.scalajs|org\.scalajs\.dom)\b/m.test(text),
  sample: { text: 'object KeystowSample {\n  val apiKey = "keystow"\n}\n' },
  rewriting: {
    grammar: 'scala',
    load: async () => (await import('./scalaRewriter')).scalaRewriter,
  },
} as const satisfies Language;
