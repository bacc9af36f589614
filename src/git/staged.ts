import path from 'node:path';
import {
  type AuditedFinding,
  type AuditReport,
  compareFindings,
  fixIdsOf,
  relativeTo,
  type Settings,
} from '../engine/index';
import { toSlashes } from '../platform/files.node';
import { nodeParsers } from '../platform/parsers.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { factsOfEnvFiles } from './envFacts';
import { GitAuditError } from './errors';
import { indexChanges } from './indexChanges';
import { type NewFinding, newFindings } from './newFindings';
import { type GitAuditOptions, openRepository, pathFilter, tracked } from './repository';
import { ScannedVersions } from './scanVersions';

/**
 * Audits what the next commit adds: the blobs of the index that are in none of its parents, whatever the work tree
 * holds. Told is what is new, see `newFindings`: a key that is committed already holds up nobody who edits beside it.
 *
 * @param cwd git is asked here, with the variables of this process: in a hook the index that is being committed.
 * @returns files relative to `cwd`.
 * @throws GitAuditError where there is no repository, no work tree, or git fails.
 */
export async function auditStaged(cwd: string, options: GitAuditOptions): Promise<AuditReport> {
  const repository = await openRepository(cwd);
  const { root } = repository;
  if (root === undefined)
    throw new GitAuditError('--staged needs a work tree; a bare repository has no index');
  const settings = await options.settingsFor(root);
  const isAsked = pathFilter(repository, options.paths);
  const changes = (await indexChanges(repository)).filter(
    ({ path: file, now }) => now === undefined || isAsked(file),
  );

  const workspace = new NodeWorkspace(root);
  const facts = await factsOfEnvFiles(
    workspace,
    changes.map(({ path: file }) => file),
  );
  const texts = new Map<string, string>();
  const scanned = new ScannedVersions({
    repository,
    settings,
    cancel: options.cancel,
    factsOf: (file) => facts.get(file) ?? tracked,
    areLoose: true,
    onText: (file, text) => texts.has(file) || texts.set(file, text), // the staged version comes first
  });
  const found = (await newFindings([{ changes }], scanned)).flatMap(([, fresh]) => fresh);
  const unmerged = changes
    .filter((change) => change.unmerged)
    .map(({ path: file }) => ({ file, reason: 'unmerged' as const }));
  const report: AuditReport = {
    findings: (await withFixes(found, texts, workspace, settings)).toSorted(compareFindings),
    skipped: [...unmerged, ...scanned.skipped].toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    stats: scanned.stats,
    cancelled: options.cancel.cancelled,
  };
  return relativeTo(report, (file) => toSlashes(path.relative(cwd, workspace.resolve(file))));
}

/** With the fixes that the work tree would be offered. */
async function withFixes(
  found: readonly NewFinding[],
  texts: ReadonlyMap<string, string>,
  workspace: NodeWorkspace,
  settings: Settings,
): Promise<readonly AuditedFinding[]> {
  const host = { workspace, parsers: nodeParsers, settings };
  const audited: AuditedFinding[] = [];
  for (const file of new Set(found.map(({ version }) => version.path))) {
    const findings = found.filter(({ version }) => version.path === file).map(({ finding }) => finding);
    const fixes = await fixIdsOf(host, { path: file, text: texts.get(file) ?? '' }, findings);
    audited.push(...findings.map((finding, index) => ({ ...finding, fixes: fixes[index] ?? [] })));
  }
  return audited;
}
