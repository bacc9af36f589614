import type { Language } from './language';

export const python = {
  id: 'python',
  title: 'Python',
  languageIds: ['python'],
  extensions: ['.py', '.pyw', '.pyi'],
  interpreters: ['python', 'pypy', 'uv'],
  envRead: /\bos\.(?:environ|getenv)\b(?:\s*(?:\[|(?:\.\s*get\s*)?\()\s*["'](?<name>\w+)["'])?/,
  envMarks: ['os.environ', 'os.getenv'],
  ownNames: /\bos\.environ\.setdefault\(\s*["'](?<name>\w+)/,
  inertTexts: /(?<run>\b(?:[ft]r?|r[ft]))?("""|''')[\s\S]*?\2/i,
  sample: { text: 'api_key = "keystow"\n' },
  rewriting: {
    grammar: 'python',
    load: async () => (await import('./pythonRewriter')).pythonRewriter,
  },
} as const satisfies Language;
