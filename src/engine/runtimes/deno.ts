import type { Runtime } from './runtime';

/** Read 2026-11-25: https://docs.deno.com/runtime/reference/env_variables/ */
export const deno = {
  id: 'deno',
  title: 'Deno',
  claims: ({ deno, text }) =>
    deno !== undefined ||
    /\bDeno\.(?:env|serve|args|readTextFile)\b|\bfrom\s+["'](?:jsr:|https:\/\/(?:deno\.land|esm\.sh)\/)/.test(
      text,
    ),
  read: (name) => `Deno.env.get("${name}")`,
  envFiles: [],
} as const satisfies Runtime;
