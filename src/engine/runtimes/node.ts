import type { Runtime } from './runtime';

/** Node.js, which reads an env file when it is told to. */
export const node = {
  id: 'node',
  title: 'Node.js',
  claims: () => true,
  envFiles: [],
} as const satisfies Runtime;
