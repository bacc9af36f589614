import path from 'node:path';
import { type AuditReport, compareFindings, type FileFacts, relativeTo, type Skipped } from '../engine/index';
import { toSlashes } from '../platform/files.node';
import { type Change, type CommitChanges, readChanges } from '../platform/gitChanges.node';
import { readObjects } from '../platform/gitObjects.node';
import { fieldsOf, type GitRepository, nameOf } from '../platform/gitRepository.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { factsOfEnvFiles } from './envFacts';
import { GitAuditError } from './errors';
import { findInMessage, isObjectName } from './messages';
import { newFindings } from './newFindings';
import { withOrigins } from './origins';
import { type GitAuditOptions, missingHistory, openRepository, pathFilter, tracked } from './repository';
import { ScannedVersions } from './scanVersions';

/**
 * Audits what the commits of a range bring, `A..B` or `A...B`: every version of every file, so that a key is found
 * that a later commit of the range takes out again. Each finding tells the commit that brings it.
 *
 * @returns files relative to `cwd`.
 * @throws GitAuditError where there is no repository or no such range.
 */
export async function auditRange(cwd: string, range: string, options: GitAuditOptions): Promise<AuditReport> {
  if (!/^[^-].*\.\.|^\.\./s.test(range)) throw new GitAuditError('--range takes A..B or A...B');
  const repository = await openRepository(cwd);
  const listed = await repository.run(['rev-list', range, '--']);
  if (listed.code !== 0)
    throw new GitAuditError(
      `--range ${range}: git does not know both of its ends${repository.isShallow ? ', and this clone is shallow' : ''}`,
    );
  return auditCommits(repository, idsIn(listed.stdout), options);
}

/**
 * Audits what a push brings to its remote.
 *
 * @param refs what git tells a pre-push hook on standard input: `<local ref> <id> <remote ref> <id>` on each line.
 *   https://git-scm.com/docs/githooks#_pre_push, read 2026-11-28
 * @param remote its name, or its address where it has none. What another remote has is new to this one; where it is not
 *   known, every remote counts.
 */
export async function auditPush(
  cwd: string,
  refs: string,
  options: GitAuditOptions,
  remote?: string,
): Promise<AuditReport> {
  const repository = await openRepository(cwd);
  const wanted: string[] = [];
  const there: string[] = [];
  for (const line of refs.split('\n')) {
    if (line.trim() === '') continue;
    const [local = '', , before = ''] =
      /^.+ ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})\r?$/.exec(line)?.slice(1) ?? [];
    if (local === '')
      throw new GitAuditError('--pre-push reads what git tells the hook pre-push on standard input');
    if (isNone(local)) continue; // a ref that is deleted
    wanted.push(local);
    if (!isNone(before)) there.push(before);
  }
  if (wanted.length === 0) return auditCommits(repository, [], options);
  // What the remote has, as far as it is known here: a new branch begins somewhere on it.
  const where = remote === undefined ? 'refs/remotes' : `refs/remotes/${remote}/`;
  const tracking = await repository.run(['for-each-ref', '--format=%(objectname)', '--', where]);
  const known = await repository.run(['cat-file', '--batch-check=%(objectname)'], lines(there));
  const excluded = [...idsIn(tracking.stdout), ...idsIn(known.stdout)].map((id) => `^${id}`);
  const listed = await repository.run(['rev-list', '--stdin'], lines([...wanted, ...excluded]));
  if (listed.code !== 0) throw new GitAuditError('git could not list the commits that are pushed');
  // What is pushed may be a tag, which has a message of its own.
  const commits = new Set(idsIn(listed.stdout));
  const tags = wanted.filter((id) => !commits.has(id));
  return auditCommits(repository, [...commits], options, tags);
}

const isNone = (id: string): boolean => /^0+$/.test(id);
const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** The lines that are an id: `<id> missing` is none. */
const idsIn = (output: Buffer): readonly string[] =>
  output
    .toString('latin1')
    .split('\n')
    .filter((line) => /^[0-9a-f]+$/.test(line));

async function auditCommits(
  repository: GitRepository,
  ids: readonly string[],
  options: GitAuditOptions,
  tags: readonly string[] = [],
): Promise<AuditReport> {
  const { cancel } = options;
  const root = repository.root ?? repository.cwd;
  const isAsked = pathFilter(repository, options.paths);
  const commits: CommitChanges[] = [];
  const skipped: Skipped[] = [...(await missingHistory(repository, options))];
  await readChanges(
    repository,
    [ids],
    (commit, changes) => {
      if (changes === undefined) skipped.push({ file: `commit ${commit}`, reason: 'unreadable' });
      else
        commits.push({
          commit,
          changes: changes.filter(({ path: file, now }) => now === undefined || isAsked(file)),
        });
    },
    cancel,
  );
  commits.push(...(await taggedContent(repository, tags, isAsked)));
  const settings = await options.settingsFor(root);
  const facts = await factsOfEnvFiles(
    repository.root === undefined ? undefined : new NodeWorkspace(repository.root),
    commits.flatMap(({ changes }) => changes.map(({ path: file }) => file)),
  );
  const factsOf = (file: string): FileFacts => facts.get(file) ?? tracked;
  const scanned = new ScannedVersions({ repository, settings, cancel, factsOf });
  const found = await newFindings(commits, scanned);
  const findings = [...(await withOrigins(found, scanned, repository, cancel))];
  await readObjects(
    repository,
    [[...ids, ...tags]],
    (id, object) => {
      // A branch that the remote has already is among what is pushed, and is no tag.
      if (object === undefined || (tags.includes(id) && object.type !== 'tag')) return;
      const found = findInMessage(id, object, settings);
      findings.push(...found.findings.filter(({ file }) => isAsked(file)));
      skipped.push(...found.skipped.filter(({ file }) => isAsked(file)));
    },
    cancel,
  );
  const rename = (file: string): string =>
    isObjectName(file) ? file : toSlashes(path.relative(repository.cwd, path.join(root, file)));
  const files = relativeTo(
    { findings, skipped: scanned.skipped, stats: scanned.stats, cancelled: cancel.cancelled },
    rename,
  );
  return {
    ...files,
    findings: files.findings.toSorted(compareFindings),
    skipped: [...files.skipped, ...skipped].toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** What tags name that is no commit: a file, or a folder of files. */
async function taggedContent(
  repository: GitRepository,
  tags: readonly string[],
  isAsked: (file: string) => boolean,
): Promise<readonly CommitChanges[]> {
  if (tags.length === 0) return [];
  const { stdout } = await repository.run(
    ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
    lines(tags.map((id) => `${id}^{}`)),
  );
  const named: CommitChanges[] = [];
  for (const [index, line] of stdout.toString('latin1').split('\n').entries()) {
    const [id = '', type] = line.split(' ');
    const change = (file: string, mode: string, blob: string): Change => ({
      path: file,
      now: { mode, id: blob },
      before: [],
      unmerged: false,
    });
    const commit = tags[index] ?? id;
    if (type === 'blob') named.push({ commit, changes: [change(`blob ${id}`, '100644', id)] });
    if (type !== 'tree') continue;
    const listed = await repository.run(['ls-tree', '-r', '-z', id]);
    const changes = [...fieldsOf(listed.stdout)].flatMap((field) => {
      const tab = field.indexOf(9);
      const [mode = '', , blob = ''] = field.toString('latin1', 0, tab).split(' ');
      const file = nameOf(field.subarray(tab + 1));
      return isAsked(file) ? [change(file, mode, blob)] : [];
    });
    named.push({ commit, changes });
  }
  return named;
}
