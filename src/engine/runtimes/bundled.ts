import type { Runtime } from './runtime';
import type { ScriptProject } from './scriptProject';

/** Bundlers of single-page apps: what lies in their source folder goes to the browser. */
const bundlers = [
  'vite',
  'react-scripts',
  '@vue/cli-service',
  'parcel',
  'gatsby',
  '@rsbuild/core',
  'preact-cli',
  'webpack-dev-server',
  'html-webpack-plugin',
];

/** Imports that only a server has. */
const onServer =
  /(?:\bfrom\s+|\brequire\(\s*|\bimport\s*\(?\s*)["'](?:node:|fs["'/]|http["']|express["']|fastify["']|hono["']|@hono\/|koa["']|@nestjs\/|commander["']|dotenv)/;

const isServerFile = ({ path, text }: ScriptProject): boolean =>
  onServer.test(text) ||
  /^(?:server|api|scripts|functions|netlify\/functions|tools|bin)\/|(?:^|\/)server\.[cm]?[jt]s$/.test(path);

export const bundled = {
  id: 'bundled',
  title: 'Bundled app',
  claims: (project) =>
    bundlers.some((name) => project.dependencies.has(name)) &&
    /^src\//.test(project.path) &&
    !isServerFile(project),
  side: ({ dependencies, path }) =>
    dependencies.has('gatsby') && /^src\/api\//.test(path) ? 'server' : 'client',
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;
