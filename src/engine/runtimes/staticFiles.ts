import type { Runtime } from './runtime';

/** Scripts that a server hands out as they are, and scripts for a browser's own extensions. */
export const staticFiles = {
  id: 'static-files',
  title: 'Static files',
  claims: ({ path, text }) =>
    /^\s*\/\/ ==UserScript==/m.test(text) ||
    (/(?:^|\/)(?:public|static|wwwroot|htdocs)\//.test(path) &&
      !/\brequire\(|["']node:|\bmodule\.exports\b/.test(text)),
  side: () => 'client',
  envFiles: [],
} as const satisfies Runtime;
