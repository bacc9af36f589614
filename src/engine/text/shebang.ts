/** What starts the program that is meant, and is not it. */
const runners = /^(?:env|npx|bunx|pnpm|yarn|dlx|exec|run|poetry|pipenv|sudo)$/;

/** The program that a script's first line names: `#!/usr/bin/env -S node --flag` → `node`; undefined where there is none. */
export function interpreterOf(text: string): string | undefined {
  const line = /^\uFEFF?#!([^\r\n]{0,200})/.exec(text)?.[1];
  const names = line
    ?.split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('-') && !word.includes('='))
    .map((word) => word.slice(word.lastIndexOf('/') + 1));
  return names?.find((name) => !runners.test(name));
}
