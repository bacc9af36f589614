import type { Language } from './language';

export const csharp = {
  id: 'csharp',
  title: 'C#',
  languageIds: ['csharp'],
  extensions: ['.cs', '.csx'],
  envRead: /\bEnvironment\s*\.\s*GetEnvironmentVariable\b(?:\s*\(\s*"(?<name>\w+)")?|\bDotNetEnv\b/,
  envMarks: ['GetEnvironmentVariable', 'DotNetEnv'],
  sample: { text: 'class KeystowSample\n{\n    string apiKey = "keystow";\n}\n' },
  rewriting: {
    grammar: 'c-sharp',
    load: async () => (await import('./csharpRewriter')).csharpRewriter,
  },
} as const satisfies Language;
