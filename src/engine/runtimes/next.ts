import { usesClient } from '../text/useClient';
import type { Runtime } from './runtime';

/** What the app's folder has by convention; it imports on the server unless it says otherwise. */
const entry =
  /^(?:src\/)?(?:app\/(?:.*\/)?(?:page|layout|route|template|default|loading|not-found|forbidden|unauthorized|sitemap|robots|manifest|icon\d?|apple-icon\d?|opengraph-image\d?|twitter-image\d?)\.|pages\/(?:api\/|_document\.)|(?:middleware|proxy|instrumentation)\.)/;

const onServer = /["']server-only["']|^["']use server["']/m;

/** What only these functions of a page use stays on the server. */
const serverExports = ['getServerSideProps', 'getStaticProps', 'getStaticPaths'];

const isPage = (path: string): boolean => /^(?:src\/)?pages\/(?!api\/|_document\.)/.test(path);

/** Next.js. Read 2026-11-25: https://nextjs.org/docs/app/guides/environment-variables */
export const next = {
  id: 'next',
  title: 'Next.js',
  claims: ({ dependencies }) => dependencies.has('next'),
  side: ({ path, text }) => {
    if (usesClient(text)) return 'client';
    // A page of the older router goes to the browser as well as to the server.
    if (isPage(path)) return 'client';
    return entry.test(path) || /^(?:src\/)?app\//.test(path) || onServer.test(text) ? 'server' : undefined;
  },
  importedSide: ({ path, text }) => {
    if (usesClient(text)) return 'client';
    if (isPage(path)) return serverExports.some((name) => text.includes(name)) ? undefined : 'client';
    return entry.test(path) || onServer.test(text) ? 'server' : undefined;
  },
  serverExports: ({ path }) => (isPage(path) ? serverExports : []),
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;
