import { dirName, join } from '../text/path';
import { type Reading, textOf } from './loading';

/** Files that give a program its env file, whatever language it is in; in the env file's folder. */
const starters: readonly (readonly [name: string, loads: RegExp])[] = [
  ['.envrc', /^\s*(?:dotenv|dotenv_if_exists|source_env|set -a)\b/m], // direnv
  ['compose.yaml', /\benv_file\s*:/],
  ['compose.yml', /\benv_file\s*:/],
  ['docker-compose.yaml', /\benv_file\s*:/],
  ['docker-compose.yml', /\benv_file\s*:/],
  ['Makefile', /^-?include\s+\.env\b|^\s*set -a\b.*\.env\b|--env-file/m],
  ['justfile', /^set dotenv-load/m],
  ['Taskfile.yml', /^dotenv\s*:/m],
  ['mise.toml', /\b_\.file\s*=|\benv_file\s*=/],
  ['.mise.toml', /\b_\.file\s*=|\benv_file\s*=/],
  ['Procfile', /dotenv|--env-file/],
];

/** Whether something beside the env file gives it to every program that is started there. */
export async function isLoadedAnywhere({ workspace, envPath }: Reading): Promise<boolean> {
  const dir = dirName(envPath);
  const texts = await Promise.all(starters.map(([name]) => textOf(workspace, join(dir, name))));
  return starters.some(([, loads], index) => loads.test(texts[index] ?? ''));
}
