import type { Runtime } from './runtime';

/** Astro's endpoints, middleware and actions run on the server. Read 2026-11-25: https://docs.astro.build/en/guides/environment-variables/ */
export const astro = {
  id: 'astro',
  title: 'Astro',
  claims: ({ dependencies }) => dependencies.has('astro'),
  side: ({ path }) => {
    if (!/^src\//.test(path)) return undefined;
    return path.endsWith('.astro') ||
      /^src\/(?:pages|actions|lib|server)\/.*\.[jt]s$|^src\/middleware[./]/.test(path)
      ? 'server'
      : 'client';
  },
  read: (name, { path }) => (/^src\//.test(path) ? `import.meta.env.${name}` : `process.env.${name}`),
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;
