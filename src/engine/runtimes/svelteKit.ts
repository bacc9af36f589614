import type { Runtime } from './runtime';

/**
 * SvelteKit's private variables, which its build refuses in what the browser gets. Where variables are declared they
 * come from `$app/env/private`. Read 2026-11-25: https://svelte.dev/docs/kit/environment-variables
 */
export const svelteKit = {
  id: 'svelte-kit',
  title: 'SvelteKit',
  claims: ({ dependencies }) => dependencies.has('@sveltejs/kit'),
  side: ({ path }) => {
    if (!/^src\//.test(path)) return undefined;
    const isServer =
      /(?:^|\/)\+(?:server|(?:page|layout)\.server)\.[jt]s$|\.server\.[jt]s$|^src\/lib\/server\//.test(path);
    return isServer ? 'server' : 'client';
  },
  read: (name, { path }) => (/^src\//.test(path) ? name : `process.env.${name}`),
  imports: (name, { path }) =>
    /^src\//.test(path) ? { binding: name, module: '$env/static/private' } : undefined,
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;
