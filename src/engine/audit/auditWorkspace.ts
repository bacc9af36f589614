import { Minimatch } from 'minimatch';
import { fixIdFor, fixIdsOf } from '../fixes';
import type { Host } from '../fixes/host';
import type { FileFacts, SourceDocument } from '../model/document';
import { compareFindings, type Finding } from '../model/finding';
import type { FixId } from '../model/fix';
import type { Cancellation, ListableWorkspace, ListedFile, Skipped } from '../model/ports';
import type { Settings } from '../model/settings';
import { type EnvRead, firstEnvRead } from '../scan/envReads';
import { scanDocument, withSeverities } from '../scan/scanDocument';
import type { Parsers } from '../syntax/parsers';
import { missingIgnoreEntry } from './missingIgnoreEntry';
import { type EnvReader, envReader, notLoaded } from './notLoaded';

/** A finding with the fixes it would be offered. */
export interface AuditedFinding extends Finding {
  readonly fixes: readonly FixId[];
}

export interface AuditReport {
  readonly findings: readonly AuditedFinding[];
  readonly skipped: readonly Skipped[];
  /** `bytes` as read from disk. */
  readonly stats: { readonly files: number; readonly bytes: number };
  /** The user stopped it: the report holds what was found until then. */
  readonly cancelled: boolean;
}

export interface AuditOptions {
  readonly settings: Settings;
  readonly cancel: Cancellation;
  /** With parsers each finding tells the fixes it would be offered; without, none. */
  readonly parsers?: Parsers;
  /** Also files that git ignores. */
  readonly ignored?: boolean;
  /** Of the listed files only those for which it holds. */
  readonly include?: (path: string) => boolean;
  /** Files named one by one: scanned whatever ignores or excludes them. Without `include` nothing else is. */
  readonly files?: readonly string[];
  /** Called before each file; awaited, so that the caller can let other work run. */
  readonly progress?: (done: number, total: number) => void | Promise<void>;
}

/** Scans every listed file of a workspace and asks the questions that concern the workspace as a whole. Writes nothing. */
export async function auditWorkspace(
  workspace: ListableWorkspace,
  options: AuditOptions,
): Promise<AuditReport> {
  const { settings, cancel, parsers } = options;
  const host = parsers === undefined ? undefined : { workspace, parsers };
  const { files, skipped } = await filesToScan(workspace, options);
  const findings: AuditedFinding[] = [];
  const stats = { files: 0, bytes: 0 };
  let envRead: EnvRead | undefined;
  const readers: EnvReader[] = [];
  for (const [index, file] of files.entries()) {
    if (cancel.cancelled) break;
    await options.progress?.(index, files.length);
    const read = await workspace.read(file.path, settings.maxFileSize * 1024);
    if (read.kind !== 'text') {
      skipped.push({ file: file.path, reason: read.kind === 'missing' ? 'vanished' : read.reason });
      continue;
    }
    stats.files++;
    stats.bytes += read.bytes;
    const document = { path: file.path, text: read.text };
    findings.push(...(await auditDocument(host, document, file.facts, settings)));
    envRead ??= firstEnvRead(document);
    const reader = envReader(document);
    if (reader !== undefined) readers.push(reader);
  }
  if (!cancel.cancelled) {
    const wide = [
      ...(await missingIgnoreEntry(workspace, envRead, findings)),
      ...(await notLoaded(workspace, readers, cancel)),
    ];
    for (const finding of withSeverities(wide, settings)) {
      const id = fixIdFor(finding);
      findings.push({ ...finding, fixes: id === undefined ? [] : [id] });
    }
  }
  return {
    findings: findings.toSorted(compareFindings),
    skipped: skipped.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    stats,
    cancelled: cancel.cancelled,
  };
}

/** The findings of one document, each with the fixes it would be offered. */
export async function auditDocument(
  host: Host | undefined,
  document: SourceDocument,
  facts: FileFacts,
  settings: Settings,
): Promise<readonly AuditedFinding[]> {
  const findings = scanDocument(document, facts, settings);
  const fixes = host === undefined ? [] : await fixIdsOf(host, document, findings);
  return findings.map((finding, index) => ({ ...finding, fixes: fixes[index] ?? [] }));
}

async function filesToScan(
  workspace: ListableWorkspace,
  { settings, cancel, ignored = false, include, files = [] }: AuditOptions,
): Promise<{ files: ListedFile[]; skipped: Skipped[] }> {
  const named = await Promise.all(files.map(async (path) => ({ path, facts: await workspace.facts(path) })));
  if (include === undefined && files.length > 0) return { files: named, skipped: [] };
  const listing = await workspace.list({ ignored, cancel });
  const isExcluded = excluder(settings.exclude);
  const listed = listing.files.filter(({ path }) => (include?.(path) ?? true) && !files.includes(path));
  const skipped: Skipped[] = listing.skipped.filter(({ file }) => include?.(file) ?? true);
  for (const { path } of listed) if (isExcluded(path)) skipped.push({ file: path, reason: 'excluded' });
  return { files: [...named, ...listed.filter(({ path }) => !isExcluded(path))], skipped };
}

/** Whether a path is excluded by one of the user's globs, read once by minimatch; dot files count as any other. */
export function excluder(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map((glob) => new Minimatch(glob, { dot: true }));
  return (path) => matchers.some((matcher) => matcher.match(path));
}
