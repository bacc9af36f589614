import type { Runtime } from './runtime';

/** Remix and React Router as a framework: modules named `.server` never reach the browser. */
export const remix = {
  id: 'remix',
  title: 'React Router',
  claims: ({ dependencies }) => dependencies.has('@remix-run/node') || dependencies.has('@react-router/dev'),
  side: ({ path }) => {
    if (!/^app\//.test(path)) return undefined;
    return /\.server\.[jt]sx?$|^app\/(?:.*\/)?\.?server\//.test(path) ? 'server' : 'client';
  },
  // Read 2026-11-25: https://reactrouter.com/start/framework/route-module
  serverExports: ({ path }) => (/^app\//.test(path) ? ['loader', 'action', 'headers', 'middleware'] : []),
  envFiles: ['.env'],
} as const satisfies Runtime;
