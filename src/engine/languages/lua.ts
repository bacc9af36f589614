import type { Language } from './language';

export const lua = {
  id: 'lua',
  title: 'Lua',
  languageIds: ['lua'],
  extensions: ['.lua'],
  interpreters: ['lua', 'luajit'],
  envRead: /\bos\s*\.\s*getenv\b(?:\s*\(?\s*["'](?<name>\w+)["'])?/,
  envMarks: ['getenv'],
  sample: { text: 'local api_key = "keystow"\n' },
  rewriting: {
    grammar: 'lua',
    load: async () => (await import('./luaRewriter')).luaRewriter,
  },
} as const satisfies Language;
