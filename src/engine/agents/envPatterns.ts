/**
 * Names of env files that are in use everywhere, for a syntax without exceptions: a wildcard would also take
 * `.env.example` away, which agents need.
 */
export const commonEnvNames: readonly string[] = [
  '.env',
  '.env.local',
  '.env.*.local',
  '.env.development',
  '.env.dev',
  '.env.test',
  '.env.staging',
  '.env.production',
  '.env.prod',
  '.env.keys',
  '.dev.vars',
];

/** A pattern that matches a file of this name and no other. */
export const literal = (name: string): string => name.replace(/[\\*?[\]!# ]/g, '\\$&');

/** A line for env files, as `.gitignore` has it, and files that it must catch. */
export interface EnvPattern {
  readonly line: string;
  readonly probes: readonly string[];
}

export const envPatterns: readonly EnvPattern[] = [
  { line: '.env', probes: ['.env', 'app/.env'] },
  {
    line: '.env.*',
    probes: ['.env.local', '.env.production', '.env.development.local', 'app/.env.keystow-probe'],
  },
  { line: '*.env', probes: ['keystow-probe.env', 'app/keystow-probe.env'] },
  { line: '.dev.vars', probes: ['.dev.vars', 'app/.dev.vars'] },
  { line: '.dev.vars.*', probes: ['.dev.vars.keystow-probe'] },
];

/** Templates hold names without values: agents may read them, so each of these lines takes some out again. */
export const templatePatterns: readonly EnvPattern[] = [
  ...['example', 'sample', 'template', 'dist', 'tpl'].map((kind) => ({
    line: `!.env*.${kind}`,
    probes: [`.env.${kind}`, `.env.local.${kind}`, `app/.env.${kind}`],
  })),
  ...['example', 'sample', 'template'].map((kind) => ({
    line: `!${kind}.env`,
    probes: [`${kind}.env`, `app/${kind}.env`],
  })),
  { line: '!.dev.vars.example', probes: ['.dev.vars.example'] },
];
