import path from 'node:path';
import {
  type AuditedFinding,
  type AuditReport,
  compareFindings,
  decode,
  mayHoldKey,
  relativeTo,
  type Settings,
  type Skipped,
  type SkipReason,
} from '../engine/index';
import { toSlashes } from '../platform/files.node';
import { type CommitChanges, type Entry, readChanges } from '../platform/gitChanges.node';
import { GitFailed, headersOf, type ObjectHeader, readObjects } from '../platform/gitObjects.node';
import { fieldsOf, type GitRepository, nameOf } from '../platform/gitRepository.node';
import { findInMessage, isObjectName } from './messages';
import { newFindings } from './newFindings';
import { withOrigins } from './origins';
import { type GitAuditOptions, missingHistory, openRepository, pathFilter, tracked } from './repository';
import { ScannedVersions, type Version } from './scanVersions';

/**
 * Audits every object of a repository: what branches and tags reach, stashes, what reflogs keep, and what nothing refers
 * to any more but is still there. Keys only: how files were kept long ago can be mended no more.
 *
 * Blobs are read once, as they lie in the packs, and asked whether they may hold a key; only then the commits are
 * asked for their paths, and those few blobs are scanned.
 *
 * @returns files relative to `cwd`; a blob that no commit holds is named `blob <id>`.
 * @throws GitAuditError where there is no repository.
 */
export async function auditHistory(cwd: string, options: GitAuditOptions): Promise<AuditReport> {
  const { cancel } = options;
  const repository = await openRepository(cwd);
  const root = repository.root ?? repository.cwd;
  const settings = await options.settingsFor(root);
  const isAsked = pathFilter(repository, options.paths);
  const lost: Skipped[] = [...(await missingHistory(repository, options))];

  const blobs = await sift(repository, settings, options, lost);
  const wanted = new Set([...blobs.candidates, ...blobs.skipped.keys()]);
  const commits = wanted.size === 0 ? [] : await changesOf(wanted, repository, options, lost);
  const named = new Set(commits.flatMap(({ changes }) => changes.flatMap(({ now }) => now?.id ?? [])));
  const nameless = [...wanted].filter((id) => !named.has(id));
  const inIndex = nameless.length === 0 ? new Map<string, Version>() : await versionsInIndex(repository);

  const scanned = new ScannedVersions({
    repository,
    settings,
    cancel,
    factsOf: () => tracked,
    mayHold: (id) => blobs.candidates.has(id),
  });
  const holders = commits.map(({ commit, changes }) => ({
    commit,
    changes: changes.filter(({ path: file, now }) => now === undefined || isAsked(file)),
  }));
  const found = await newFindings(holders, scanned);
  const findings: AuditedFinding[] = [...(await withOrigins(found, scanned, repository, cancel))];
  findings.push(...blobs.inMessages.filter(({ file }) => isAsked(file)));
  const alone = nameless
    .filter((id) => blobs.candidates.has(id))
    .map((id) => inIndex.get(id) ?? { path: `blob ${id}`, entry: { mode: '100644', id } })
    .filter((version) => isAsked(version.path));
  await scanned.add(alone);
  for (const version of alone)
    findings.push(...scanned.of(version).map(({ finding }) => ({ ...finding, fixes: [] })));
  return relativeTo(
    {
      findings: findings.filter(({ category }) => category === 'key').toSorted(compareFindings),
      skipped: [...lost, ...scanned.skipped, ...skippedFiles(blobs.skipped, commits, inIndex)].toSorted(
        (a, b) => (a.file < b.file ? -1 : 1),
      ),
      stats: blobs.stats,
      cancelled: cancel.cancelled,
    },
    (file) => (isObjectName(file) ? file : toSlashes(path.relative(cwd, path.join(root, file))) || '.'),
  );
}

interface Sifted {
  /** The blobs that may hold a key. */
  readonly candidates: ReadonlySet<string>;
  /** What stands in messages of commits and tags. */
  readonly inMessages: readonly AuditedFinding[];
  /** Those that were not looked at. */
  readonly skipped: ReadonlyMap<string, SkipReason>;
  readonly stats: { readonly files: number; readonly bytes: number };
}

/** Reads every blob and every message, and keeps none. */
async function sift(
  repository: GitRepository,
  settings: Settings,
  options: GitAuditOptions,
  lost: Skipped[],
): Promise<Sifted> {
  const candidates = new Set<string>();
  const inMessages: AuditedFinding[] = [];
  const skipped = new Map<string, SkipReason>();
  const stats = { files: 0, bytes: 0 };
  const limit = settings.maxFileSize * 1024;
  await readObjects(
    repository,
    smallOnes(),
    (id, object) => {
      if (object !== undefined && object.type !== 'blob') {
        const found = findInMessage(id, object, settings);
        inMessages.push(...found.findings);
        lost.push(...found.skipped);
        return;
      }
      const decoded = object && decode(object.bytes);
      if (decoded?.kind !== 'text') {
        skipped.set(id, decoded === undefined ? 'unreadable' : 'binary');
        return;
      }
      stats.files++;
      stats.bytes += object?.bytes.length ?? 0;
      if (mayHoldKey(decoded.text, settings)) candidates.add(id);
    },
    options.cancel,
  );
  return { candidates, inMessages, skipped, stats };

  async function* smallOnes(): AsyncGenerator<readonly string[]> {
    for await (const headers of everyHeader(repository, lost)) {
      const small: string[] = [];
      for (const { id, type, size } of headers) {
        if (type === 'missing') skipped.set(id, 'unreadable');
        else if (type === 'tree') continue;
        else if (size > limit) skipped.set(id, 'too large');
        else small.push(id);
      }
      yield small;
    }
  }
}

/** Where every commit there is has one of the blobs, or takes one away. */
async function changesOf(
  wanted: ReadonlySet<string>,
  repository: GitRepository,
  { cancel }: GitAuditOptions,
  lost: Skipped[],
): Promise<readonly CommitChanges[]> {
  const commits: CommitChanges[] = [];
  const isWanted = (entry: Entry | undefined): boolean => entry !== undefined && wanted.has(entry.id);
  await readChanges(
    repository,
    commitIds(repository, lost),
    (commit, all) => {
      if (all === undefined) lost.push({ file: `commit ${commit}`, reason: 'unreadable' });
      const changes = all?.filter(({ now, before }) => isWanted(now) || before.some(isWanted)) ?? [];
      if (changes.length > 0) commits.push({ commit, changes });
    },
    cancel,
  );
  return commits;
}

async function* commitIds(repository: GitRepository, lost: Skipped[]): AsyncGenerator<readonly string[]> {
  for await (const headers of everyHeader(repository, lost))
    yield headers.filter(({ type }) => type === 'commit').map(({ id }) => id);
}

/** Where git could not list all, that is told once. */
async function* everyHeader(
  repository: GitRepository,
  lost: Skipped[],
): AsyncGenerator<readonly ObjectHeader[]> {
  try {
    yield* headersOf(repository, 'all');
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    const isTold = lost.some(({ file, reason }) => file === '.' && reason === 'unreadable');
    if (!isTold) lost.push({ file: '.', reason: 'unreadable' });
  }
}

/** What is staged and in no commit has a name too. */
async function versionsInIndex(repository: GitRepository): Promise<ReadonlyMap<string, Version>> {
  const versions = new Map<string, Version>();
  const { code, stdout } = await repository.run(['ls-files', '-s', '-z', '--full-name', ':/']);
  if (code !== 0) return versions; // a bare repository
  for (const field of fieldsOf(stdout)) {
    const tab = field.indexOf('\t');
    const [mode = '', id = ''] = field.toString('latin1', 0, tab).split(' ');
    versions.set(id, { path: nameOf(field.subarray(tab + 1)), entry: { mode, id } });
  }
  return versions;
}

/** Each file once for each reason, by its name where it has one. */
function skippedFiles(
  blobs: ReadonlyMap<string, SkipReason>,
  commits: readonly CommitChanges[],
  inIndex: ReadonlyMap<string, Version>,
): readonly Skipped[] {
  const names = new Map<string, Set<string>>();
  for (const { changes } of commits)
    for (const { path: file, now } of changes) {
      if (now === undefined || !blobs.has(now.id)) continue;
      const known = names.get(now.id);
      if (known === undefined) names.set(now.id, new Set([file]));
      else known.add(file);
    }
  const skipped = new Map<string, Skipped>();
  for (const [id, reason] of blobs)
    for (const file of names.get(id) ?? [inIndex.get(id)?.path ?? `blob ${id}`])
      skipped.set(`${reason} ${file}`, { file, reason });
  return [...skipped.values()];
}
