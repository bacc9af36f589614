import { git } from '../platform/git.node';

/**
 * The files of a folder that git says are changed, staged, or new and not ignored, as they lie on disk; sorted, relative to
 * the folder. What is gone is not among them, nor is a submodule or another repository.
 *
 * @returns undefined where git knows no repository, or fails.
 */
export async function changedFiles(folder: string): Promise<readonly string[] | undefined> {
  const prefix = await git(folder, ['rev-parse', '--is-inside-work-tree', '--show-prefix']);
  const [inside, above = ''] = prefix.stdout.split(/\r?\n/);
  if (prefix.code !== 0 || inside !== 'true') return undefined;
  // Paths are the repository's; no configuration of a user's changes what is listed.
  const { code, stdout } = await git(folder, [
    ...['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'],
    ...['--ignore-submodules=all', '--', '.'],
  ]);
  if (code !== 0) return undefined;
  const changed = new Set<string>();
  for (const entry of stdout.split('\0')) {
    const [, state = '', file = ''] = /^(..) ([\s\S]+)$/.exec(entry) ?? [];
    // `D ` is gone from the index, ` D` from disk; what is deleted in the index and still there has a line of its own.
    if (file === '' || state === 'D ' || state.endsWith('D') || file.endsWith('/')) continue;
    if (file.startsWith(above)) changed.add(file.slice(above.length));
  }
  return [...changed].sort();
}
