import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { t } from '../engine/index';
import { git } from '../platform/git.node';
import { GuardError } from './errors';

/** Where a repository's hooks lie. Paths are absolute. */
export interface Repository {
  /** The top of the work tree, where git runs hooks. */
  readonly top: string;
  /** `.git`, which all work trees of a repository share. */
  readonly commonDir: string;
  readonly hooksDir: string;
  /**
   * Whose hooks these are: `clone` in `.git`, `tree` in the work tree (committed, as a rule), `outside` in another folder
   * that the repository names, `everywhere` where a person's own configuration names it for all repositories.
   */
  readonly hooksOf: 'clone' | 'tree' | 'outside' | 'everywhere';
}

/** @throws GuardError where there is no repository with a work tree, or git cannot be run. */
export async function openRepository(cwd: string): Promise<Repository> {
  const [bare, told] = await Promise.all([
    git(cwd, ['rev-parse', '--is-bare-repository']),
    git(cwd, ['rev-parse', '--git-common-dir']),
  ]);
  if (told.code === null) throw new GuardError(t('git could not be run'));
  if (told.code !== 0) throw new GuardError(t('this is no git repository, or git refuses to read it'));
  const cdup = await git(cwd, ['rev-parse', '--show-cdup']);
  if (bare.stdout.startsWith('true') || cdup.code !== 0)
    throw new GuardError(t('nothing is committed here: there is no work tree'));
  const top = await realpath(path.resolve(cwd, withoutEnd(cdup.stdout)));
  const commonDir = await realpath(path.resolve(cwd, withoutEnd(told.stdout)));
  const named = await namedHooks(top);
  const hooksDir = await real(path.resolve(top, named?.dir ?? path.join(commonDir, 'hooks')));
  const hooksOf =
    named?.everywhere === true
      ? 'everywhere'
      : isIn(commonDir, hooksDir)
        ? 'clone'
        : isIn(top, hooksDir)
          ? 'tree'
          : 'outside';
  return { top, commonDir, hooksDir, hooksOf };
}

/** What `core.hooksPath` says. The one of our own command line, which keeps git from running hooks, does not count. */
async function namedHooks(top: string): Promise<{ dir: string; everywhere: boolean } | undefined> {
  const { stdout } = await git(top, [
    'config',
    '--show-origin',
    '-z',
    '--type=path',
    '--get-all',
    'core.hooksPath',
  ]);
  const fields = stdout.split('\0');
  let last: { dir: string; everywhere: boolean } | undefined;
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [origin = '', dir = ''] = fields.slice(at, at + 2);
    if (origin.startsWith('command line:') || dir === '') continue;
    // Git names the repository's own files relative to where it runs, and a person's by their whole path.
    const file = origin.replace(/^file:/, '');
    last = { dir, everywhere: path.isAbsolute(file) && !(await isOwnConfig(top, file)) };
  }
  return last;
}

/** In linked work trees and submodules git names the repository's own files by their whole path too. */
async function isOwnConfig(top: string, file: string): Promise<boolean> {
  const { stdout } = await git(top, ['rev-parse', '--git-common-dir']);
  return isIn(await real(path.resolve(top, withoutEnd(stdout))), await real(file));
}

const withoutEnd = (text: string): string => text.replace(/\r?\n$/, '');

/** The real path of what need not be there yet: of the nearest folder that is. */
async function real(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(await real(parent), path.basename(file));
  }
}

const isIn = (dir: string, file: string): boolean => {
  const relative = path.relative(dir, file);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
};
