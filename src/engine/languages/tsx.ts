import type { Language } from './language';

export const tsx = {
  id: 'tsx',
  title: 'TSX',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
  browser: true,
  envRead: /\bprocess\.env\b/,
} as const satisfies Language;
