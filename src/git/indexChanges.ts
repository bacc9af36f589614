import { readFile } from 'node:fs/promises';
import { type Change, changesIn, rawChanges } from '../platform/gitChanges.node';
import type { GitRepository } from '../platform/gitRepository.node';
import { GitAuditError } from './errors';

/**
 * What the index has that is as in none of the parents that its commit will have: one as a rule, none in a repository
 * without commits, more during a merge. Also what it has no longer.
 *
 * @throws GitAuditError where git fails.
 */
export async function indexChanges(repository: GitRepository): Promise<readonly Change[]> {
  const against = (commit: string) => repository.run(['diff-index', '--cached', ...rawChanges, commit, '--']);
  const head = await against('HEAD');
  if (head.code !== 0) {
    const { code } = await repository.run(['rev-parse', '--quiet', '--verify', 'HEAD']);
    if (code === 0) throw new GitAuditError('git could not compare the index with HEAD');
    // Without commits everything is new: the empty tree is known to every git, by the name of its own hash.
    const empty = await repository.run(['hash-object', '-t', 'tree', '--stdin']);
    const all = await against(empty.stdout.toString('latin1').trim());
    if (all.code !== 0) throw new GitAuditError('git could not read the index');
    return changesIn(all.stdout);
  }
  const parents = [changesIn(head.stdout)];
  for (const commit of await mergedCommits(repository)) {
    const other = await against(commit);
    if (other.code !== 0)
      throw new GitAuditError('git could not compare the index with what is being merged');
    parents.push(changesIn(other.stdout));
  }
  return inAll(parents);
}

/** What is as in one of the parents came with that parent; a path that is gone tells where something was moved from. */
function inAll(parents: readonly (readonly Change[])[]): readonly Change[] {
  const [first = [], ...others] = parents;
  if (others.length === 0) return first;
  const byPath = new Map<string, Change[]>();
  for (const change of parents.flat()) {
    const known = byPath.get(change.path);
    if (known === undefined) byPath.set(change.path, [change]);
    else known.push(change);
  }
  return [...byPath.values()]
    .filter((changes) => changes.length === parents.length || changes[0]?.now === undefined)
    .flatMap(([change, ...rest]) =>
      change === undefined ? [] : [{ ...change, before: [change, ...rest].flatMap(({ before }) => before) }],
    );
}

/**
 * The commits that are being merged. `git merge` writes them down only after the hook pre-merge-commit; that one is told
 * by variables such as GITHEAD_<id> (builtin/merge.c, read 2026-11-28).
 */
async function mergedCommits(repository: GitRepository): Promise<readonly string[]> {
  const isId = /^[0-9a-f]{40,64}$/;
  const written = await readFile(repository.mergeHead, 'utf8').catch(() => '');
  const ids = written.split(/\r?\n/).filter((line) => isId.test(line));
  if (ids.length > 0) return ids;
  return Object.keys(process.env).flatMap((name) => {
    const [, id = ''] = /^GITHEAD_(.*)$/.exec(name) ?? [];
    return isId.test(id) ? [id] : [];
  });
}
