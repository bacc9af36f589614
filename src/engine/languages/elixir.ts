import type { Language } from './language';

export const elixir = {
  id: 'elixir',
  title: 'Elixir',
  languageIds: ['elixir'],
  extensions: ['.ex', '.exs'],
  interpreters: ['elixir'],
  envRead: /\bSystem\s*\.\s*(?:get_env|fetch_env)\b/,
  envMarks: ['get_env', 'fetch_env'],
  sample: { text: 'defmodule KeystowSample do\n  def api_key, do: "keystow"\nend\n' },
  rewriting: {
    grammar: 'elixir',
    load: async () => (await import('./elixirRewriter')).elixirRewriter,
  },
} as const satisfies Language;
