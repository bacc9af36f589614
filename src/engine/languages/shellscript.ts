import type { Language } from './language';

export const shellscript = {
  id: 'shellscript',
  title: 'Shell',
  languageIds: ['shellscript'],
  extensions: ['.sh', '.bash', '.zsh', '.ksh'],
  interpreters: ['bash', 'sh', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'bats'],
  envRead: /\$\{?(?<name>[A-Z][A-Z0-9_]*_(?:KEY|TOKEN|SECRET))\b/,
  envMarks: ['_KEY', '_TOKEN', '_SECRET'],
  ownNames: /(?<![\w${])(?<name>[A-Z][A-Z0-9_]*)(?:=|(?<=\bread\s[^\n;]{1,80}|\bfor\s+\w+)(?![\w]))/,
  inertTexts:
    /(?<run>\\.|"(?:\\[\s\S]|[^"\\])*"|(?<=^|\s)#.*)|'[^']*'|<<-?[ \t]*(["'])(\w+)\2[\s\S]*?\n[ \t]*\3\b/m,
  sample: { text: 'api_key="keystow"\n' },
  rewriting: {
    grammar: 'bash',
    load: async () => (await import('./shellscriptRewriter')).shellscriptRewriter,
  },
} as const satisfies Language;
