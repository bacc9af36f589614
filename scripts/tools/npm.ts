import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export const folder = path.resolve(__dirname, '../../test/tools');
export const modules = path.join(folder, 'node_modules');
export const bin = (name: string): string => path.join(modules, '.bin', name);
export const load = <T>(name: string): T => require(path.join(modules, name)) as T;
export const loadModule = (name: string) => import(path.join(modules, name));

/** Where a package has its program for this machine, which an install script would put into its place. */
export const binaries = (name: string): string =>
  path.join(modules, `${name}-${process.platform}-${process.arch}`);

/** Installs what a folder of test/tools pins, if that has changed since; gives its modules. */
export function installed(name = '.', ...flags: readonly string[]): string {
  const cwd = path.join(folder, name);
  const there = path.join(cwd, 'node_modules/.package-lock.json');
  const since = (file: string): number => statSync(file).mtimeMs;
  if (!existsSync(there) || since(there) < since(path.join(cwd, 'package-lock.json'))) {
    const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...flags];
    const { status } = spawnSync('npm', install, { cwd, stdio: 'inherit' });
    if (status !== 0) throw new Error(`npm ci failed in ${cwd}.`);
  }
  return path.join(cwd, 'node_modules');
}
