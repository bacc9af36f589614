import type { Runtime } from './runtime';

/** Bun reads `.env` by itself. Read 2026-11-25: https://bun.com/docs/runtime/environment-variables */
export const bun = {
  id: 'bun',
  title: 'Bun',
  claims: ({ bun, dependencies, text, scripts }) =>
    bun !== undefined ||
    dependencies.has('@types/bun') ||
    dependencies.has('bun-types') ||
    /\bBun\.(?:serve|env|file)\b|["']bun["']/.test(text) ||
    [...scripts.values()].some((script) => /^bun(?:x| run| --)?\s/.test(script)),
  read: (name, { text, compiler }) =>
    /\bBun\.env\b/.test(text)
      ? `Bun.env.${name}`
      : compiler.brackets
        ? `process.env["${name}"]`
        : `process.env.${name}`,
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;
