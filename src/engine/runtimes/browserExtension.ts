import type { Runtime } from './runtime';

export const browserExtension = {
  id: 'browser-extension',
  title: 'Browser extension',
  claims: ({ extension }) => extension !== undefined,
  side: () => 'client',
  envFiles: [],
} as const satisfies Runtime;
