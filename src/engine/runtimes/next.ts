import { usesClient } from '../text/useClient';
import type { Runtime } from './runtime';

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
    return /^(?:src\/)?(?:app|pages\/api)\/|^(?:src\/)?(?:middleware|proxy|instrumentation)\.|\bserver-only\b/.test(
      path,
    ) || /["']server-only["']|^["']use server["']/m.test(text)
      ? 'server'
      : undefined;
  },
  serverExports: ({ path }) =>
    isPage(path) ? ['getServerSideProps', 'getStaticProps', 'getStaticPaths'] : [],
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;
