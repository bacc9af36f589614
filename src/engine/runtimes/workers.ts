import type { Runtime } from './runtime';

/** Cloudflare Workers. Read 2026-11-25: https://developers.cloudflare.com/workers/configuration/secrets/ */
export const workers = {
  id: 'workers',
  title: 'Cloudflare Workers',
  claims: ({ wrangler, path }) => wrangler !== undefined && !/^(?:scripts|tools|test)\//.test(path),
  read: (name) => `env.${name}`,
  imports: () => ({ binding: 'env', module: 'cloudflare:workers' }),
  envFiles: ['.dev.vars', '.env'],
} as const satisfies Runtime;
