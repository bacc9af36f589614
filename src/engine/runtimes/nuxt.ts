import type { Runtime } from './runtime';

/** Nuxt reads `.env` into `process.env` of its server, in development and in builds. */
export const nuxt = {
  id: 'nuxt',
  title: 'Nuxt',
  claims: ({ dependencies }) => dependencies.has('nuxt'),
  side: ({ path }) =>
    /^(?:server|modules|scripts)\//.test(path) ? 'server' : /^nuxt\.config/.test(path) ? undefined : 'client',
  envFiles: ['.env'],
} as const satisfies Runtime;
