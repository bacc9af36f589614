import type { Language } from './language';

export const powershell = {
  id: 'powershell',
  title: 'PowerShell',
  languageIds: ['powershell'],
  extensions: ['.ps1', '.psm1', '.psd1'],
  interpreters: ['pwsh', 'powershell'],
  envRead: /\$(?:env:|\{env:)|\bGetEnvironmentVariable\b/i,
  sample: { text: '$apiKey = "keystow"\n' },
  rewriting: {
    grammar: 'powershell',
    load: async () => (await import('./powershellRewriter')).powershellRewriter,
  },
} as const satisfies Language;
