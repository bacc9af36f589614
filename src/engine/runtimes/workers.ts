import type { Runtime } from './runtime';

/** The older form of a worker has no modules: its variables are globals. */
const isService = (text: string): boolean =>
  /\baddEventListener\(\s*["']fetch/.test(text) && !/^(?:import|export)\b/m.test(text);

/** `env`, where nothing else in the file has that name: a handler's parameter has a type of its own. */
const bindingIn = (text: string): string =>
  /\benv\b/.test(
    text.replace(/^import\b.*["']cloudflare:workers["'].*$/gm, '').replace(/\benv\.[A-Z_]+/g, ''),
  )
    ? 'workerEnv'
    : 'env';

/** Cloudflare Workers. Read 2026-11-25: https://developers.cloudflare.com/workers/configuration/secrets/ */
export const workers = {
  id: 'workers',
  title: 'Cloudflare Workers',
  claims: ({ wrangler, path }) => wrangler !== undefined && !/^(?:scripts|tools|test)\//.test(path),
  read: (name, { text }) => (isService(text) ? name : `${bindingIn(text)}.${name}`),
  imports: (_, { text }) => {
    if (isService(text)) return undefined;
    const binding = bindingIn(text);
    return { binding: binding === 'env' ? 'env' : `env as ${binding}`, module: 'cloudflare:workers' };
  },
  envFiles: ['.dev.vars', '.env'],
} as const satisfies Runtime;
