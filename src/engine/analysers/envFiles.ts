import { baseName } from '../text/path';

/** `.env.example` and its kind: committed on purpose, names without values. */
const template =
  /^(?:\.env|[\w-]+\.env)(?:\.[\w-]+)*\.(?:example|sample|template|dist|tpl)$|^(?:example|sample|template)\.env$/i;

/** `.env`, `.env.local`, `prod.env`, `.dev.vars`. `.envrc` is a script and `.flaskenv` is meant to be committed. */
const file = /^\.env(?:\.[\w-]+)*$|^[\w-]+\.env$|^\.dev\.vars(?:\.[\w-]+)?$/i;

export const isEnvTemplate = (path: string): boolean => template.test(baseName(path));

export const isEnvFile = (path: string): boolean => file.test(baseName(path)) && !isEnvTemplate(path);

/** Names a template goes by, the usual one first. */
export const templateNames = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  'example.env',
] as const;
