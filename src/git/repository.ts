import path from 'node:path';
import type { Cancellation, FileFacts, Settings, Skipped } from '../engine/index';
import { toSlashes } from '../platform/files.node';
import { GitRepository, NoRepository } from '../platform/gitRepository.node';
import { GitAuditError } from './errors';

export interface GitAuditOptions {
  /** The settings of a project, by its folder. */
  readonly settingsFor: (root: string) => Promise<Settings>;
  readonly cancel: Cancellation;
  /** Files and folders, relative to the current folder; everything where none is named. */
  readonly paths?: readonly string[];
  /** Hears what a person has to know of the result, one line each. */
  readonly warn?: (message: string) => void;
}

/** What is in git is as good as tracked. */
export const tracked: FileFacts = { inRepository: true, tracked: true };

/**
 * The repository that git takes in a folder.
 *
 * @throws GitAuditError where there is none.
 */
export async function openRepository(cwd: string): Promise<GitRepository> {
  try {
    return await GitRepository.open(cwd);
  } catch (error) {
    throw error instanceof NoRepository ? new GitAuditError(error.message) : error;
  }
}

/** Whether a path of the repository was asked for. */
export function pathFilter(
  { root, cwd }: GitRepository,
  paths: readonly string[] = [],
): (file: string) => boolean {
  if (paths.length === 0) return () => true;
  const wanted = paths.map((given) => {
    const relative = toSlashes(path.relative(root ?? cwd, path.resolve(cwd, given)));
    if (relative === '..' || relative.startsWith('../') || path.isAbsolute(relative))
      throw new GitAuditError(`${given} lies outside of the repository`);
    return relative;
  });
  return (file) => wanted.some((one) => one === '' || file === one || file.startsWith(`${one}/`));
}

/** A clone that has not all of its history: said aloud, and listed. */
export async function missingHistory(
  repository: GitRepository,
  { warn }: GitAuditOptions,
): Promise<readonly Skipped[]> {
  const missing: Skipped[] = [];
  if (repository.isShallow) {
    warn?.('this clone is shallow: older commits are not here, and were not looked at');
    missing.push({ file: '.', reason: 'shallow clone' });
  }
  const { code } = await repository.run([
    'config',
    '--get-regexp',
    '^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$',
  ]);
  if (code === 0) {
    warn?.('this clone is partial: what it has not fetched was not looked at');
    missing.push({ file: '.', reason: 'partial clone' });
  }
  return missing;
}
