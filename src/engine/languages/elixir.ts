import type { Language } from './language';

export const elixir = {
  id: 'elixir',
  title: 'Elixir',
  languageIds: ['elixir'],
  extensions: ['.ex', '.exs'],
  interpreters: ['elixir'],
  envRead: /\bSystem\s*\.\s*(?:get_env|fetch_env)\b/,
  rewriting: {
    grammar: 'elixir',
    load: async () => (await import('./elixirRewriter')).elixirRewriter,
  },
} as const satisfies Language;
