import { fixIdFor, fixIdsOf } from '../fixes';
import type { Host } from '../fixes/host';
import type { CustomRule } from '../model/customRule';
import type { FileFacts, SourceDocument } from '../model/document';
import { compareFindings, type Finding } from '../model/finding';
import type { FixId } from '../model/fix';
import type { Acceptance } from '../model/policy';
import type {
  Cancellation,
  Glance,
  ListableWorkspace,
  ListedFile,
  Pause,
  Skipped,
  Sought,
} from '../model/ports';
import type { Settings } from '../model/settings';
import { acceptanceOf, withoutAcceptances, withSettings } from '../policy/inForce';
import { type EnvRead, firstEnvRead, namedReads } from '../scan/envReads';
import { isReadInPart } from '../scan/readInPart';
import { scanDocument } from '../scan/scanDocument';
import type { Parsers } from '../syntax/parsers';
import { globs } from '../text/globs';
import { envEncoding } from './envEncoding';
import { envInImages, type ImageCopy, imageCopy } from './envInImages';
import { envInPackages, isPackerFile } from './envInPackages';
import { readableEnvFiles } from './envReadable';
import { missingIgnoreEntry } from './missingIgnoreEntry';
import { namesMissing } from './namesMissing';
import { type EnvReader, envReader, notLoaded } from './notLoaded';

/** A finding with the fixes it would be offered. */
export interface AuditedFinding extends Finding {
  readonly fixes: readonly FixId[];
  /** Git tracks the file. */
  readonly tracked?: true;
  /** For a finding in git's history: what brought it. */
  readonly origin?: Origin;
}

/** Where a finding of git's history comes from. */
export interface Origin {
  /** The id of the first commit that brings it. */
  readonly commit: string;
  /** `Name <address>` */
  readonly author: string;
  /** When it was written, in UTC: `2026-11-28T14:30:00Z`. */
  readonly date: string;
  /** How many versions of the file hold it. */
  readonly versions: number;
}

/** What somebody has looked at and lets stand; reports keep showing it. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly acceptance: Acceptance;
}

export interface AuditReport {
  readonly findings: readonly AuditedFinding[];
  /** What the policy accepts, sorted as findings are; absent where that was not asked. */
  readonly accepted?: readonly AcceptedFinding[];
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
  /** Called before each file; awaited. */
  readonly progress?: (done: number, total: number) => void | Promise<void>;
  readonly pause?: Pause;
  /** Hears of a file when it was scanned, also where nothing is in it; at the end again, where the whole tells more of it. */
  readonly found?: (file: string, findings: readonly AuditedFinding[]) => void;
}

/** Scans every listed file of a workspace and asks the questions that concern the workspace as a whole. Writes nothing. */
export async function auditWorkspace(
  workspace: ListableWorkspace,
  options: AuditOptions,
): Promise<AuditReport> {
  const { settings, cancel, parsers, pause, found } = options;
  const host = parsers === undefined ? undefined : { workspace, parsers, settings };
  const { files, skipped } = await filesToScan(workspace, options);
  const findings: AuditedFinding[] = [];
  const accepted: AcceptedFinding[] = [];
  const stats = { files: 0, bytes: 0 };
  let envRead: EnvRead | undefined;
  const readers: EnvReader[] = [];
  const copies: ImageCopy[] = [];
  const packerFiles: string[] = [];
  const encodings: Finding[] = [];
  const limit = settings.maxFileSize * 1024;
  const marks = marksOf(settings.policy?.customRules ?? []);
  const glance = marks && workspace.glance?.bind(workspace);
  const ahead = marks && glance === undefined ? lookingAhead(workspace, files, limit) : undefined;
  const turn = (index: number): Promise<unknown> | undefined => {
    const [shown, paused] = [options.progress?.(index, files.length), pause?.()];
    return shown === undefined && paused === undefined ? undefined : Promise.all([shown, paused]);
  };
  let asked = -1;
  /** Passes files in which there is nothing: up to one that is to be read, or before which is to be waited. */
  const pass = (from: number): Passed => {
    for (let index = from; index < files.length; index++) {
      const wait = asked < index ? turn(index) : undefined;
      asked = index;
      if (wait !== undefined || cancel.cancelled) return { index, wait };
      const { path } = files[index] as ListedFile;
      const sought: Sought = { reads: envRead === undefined ? 'all' : 'named', marks: marks ?? [] };
      const looked = ahead?.(index, sought);
      if (looked instanceof Promise) return { index, wait: looked };
      const glanced = looked ?? glance?.(path, limit, sought);
      if (glanced?.kind !== 'nothing') return { index, glanced };
      stats.files++;
      stats.bytes += glanced.bytes;
      if (isPackerFile(path)) packerFiles.push(path);
      found?.(path, []);
    }
    return { index: files.length };
  };
  for (let next = 0; next < files.length && !cancel.cancelled; ) {
    const { index, wait, glanced } = pass(next);
    next = index;
    const file = files[index];
    if (wait !== undefined) await wait;
    if (wait !== undefined || file === undefined || cancel.cancelled) continue;
    next++;
    const read = glanced ?? (await workspace.read(file.path, limit));
    if (read.kind === 'missing' && file.facts.tracked === true) continue; // git tracks what is deleted, too
    if (read.kind !== 'text') {
      skipped.push({ file: file.path, reason: read.kind === 'missing' ? 'vanished' : read.reason });
      continue;
    }
    stats.files++;
    stats.bytes += read.bytes;
    if (isPackerFile(file.path)) packerFiles.push(file.path);
    const document = { path: file.path, text: read.text };
    const isKeyless = 'keyless' in read && read.keyless === true;
    envRead ??= firstEnvRead(document);
    // What holds no key may show a variable that it names.
    const isOrdinary = 'ordinary' in read && read.ordinary === true;
    if (isKeyless && isOrdinary && namedReads(document).length === 0) {
      found?.(file.path, []);
      continue;
    }
    const audited = await auditDocument(host, document, file.facts, settings, isKeyless);
    findings.push(...audited.findings);
    accepted.push(...audited.accepted);
    if (isReadInPart(document)) skipped.push({ file: file.path, reason: 'read in part' });
    found?.(file.path, audited.findings);
    const reader = envReader(document);
    if (reader !== undefined) readers.push(reader);
    const copy = imageCopy(document);
    if (copy !== undefined) copies.push(copy);
    const encoding = envEncoding(file.path, read.encoding);
    if (encoding !== undefined) encodings.push(encoding);
  }
  if (!cancel.cancelled) {
    const wide = [
      ...(await missingIgnoreEntry(workspace, envRead, findings, settings)),
      ...(await envInImages(workspace, copies)),
      ...(await envInPackages(workspace, packerFiles)),
      ...encodings,
      ...(await readableEnvFiles(
        workspace,
        files.map(({ path }) => path),
        settings,
        cancel,
        pause,
      )),
      ...(await notLoaded(workspace, readers, settings, cancel, undefined, pause)),
      ...(await namesMissing(workspace, readers, settings, cancel, pause)),
    ];
    const told = withSettings(wide, withoutAcceptances(settings));
    accepted.push(...acceptedOf(told, settings));
    for (const finding of told) {
      if (acceptanceOf(finding, settings) !== undefined) continue;
      const id = fixIdFor(finding);
      const audited = { ...finding, fixes: id === undefined ? [] : [id] };
      findings.push(audited);
      found?.(finding.file, [audited]);
    }
  }
  return {
    findings: findings.toSorted(compareFindings),
    accepted: accepted.toSorted((a, b) => compareFindings(a.finding, b.finding)),
    skipped: skipped.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    stats,
    cancelled: cancel.cancelled,
  };
}

/** What one of stands in all that the rules find; undefined where a rule does not tell. */
function marksOf(rules: readonly CustomRule[]): readonly string[] | undefined {
  const marks = rules.flatMap(({ mark }) => mark ?? []);
  return marks.length === rules.length ? marks : undefined;
}

/** Files of which is asked together. */
const togetherAtMost = 400;

/**
 * Asks of the next files together, each time one is asked of that is not known yet: then there is something to wait for.
 * Undefined where a file is to be read, or the workspace cannot tell.
 */
function lookingAhead(
  workspace: ListableWorkspace,
  files: readonly ListedFile[],
  limit: number,
): ((index: number, sought: Sought) => Promise<void> | Glance | undefined) | undefined {
  if (workspace.glanceAll === undefined) return undefined;
  let from = 0;
  let sizes: readonly number[] = [];
  return (index, sought) => {
    const bytes = sizes[index - from];
    if (bytes !== undefined) return bytes < 0 ? undefined : { kind: 'nothing', bytes };
    const paths = files.slice(index, index + togetherAtMost).map(({ path }) => path);
    return workspace.glanceAll?.(paths, limit, sought).then((told) => {
      from = index;
      sizes = paths.map((_, place) => told[place] ?? -1);
    });
  };
}

/** How far an audit has come: to a file, and what a glance at it has told; or to what is to be waited for before it. */
interface Passed {
  readonly index: number;
  readonly wait?: Promise<unknown> | undefined;
  readonly glanced?: Exclude<Glance, { kind: 'nothing' }> | undefined;
}

export interface AuditedDocument {
  /** Each with the fixes it would be offered. */
  readonly findings: readonly AuditedFinding[];
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * What one document holds: what is wrong, and what is accepted.
 *
 * @param isKeyless it is known to hold no key.
 */
export async function auditDocument(
  host: Host | undefined,
  document: SourceDocument,
  facts: FileFacts,
  settings: Settings,
  isKeyless = false,
): Promise<AuditedDocument> {
  const all = scanDocument(document, facts, withoutAcceptances(settings), isKeyless);
  const accepted = acceptedOf(all, settings);
  const findings =
    accepted.length === 0 ? all : all.filter((finding) => acceptanceOf(finding, settings) === undefined);
  const fixes = host === undefined ? [] : await fixIdsOf(host, document, findings);
  return {
    findings: findings.map((finding, index) => ({
      ...finding,
      fixes: fixes[index] ?? [],
      ...(facts.tracked === true ? { tracked: true } : {}),
    })),
    accepted,
  };
}

const acceptedOf = (findings: readonly Finding[], settings: Settings): readonly AcceptedFinding[] =>
  findings.flatMap((finding) => {
    const acceptance = acceptanceOf(finding, settings);
    return acceptance === undefined ? [] : [{ finding, acceptance }];
  });

async function filesToScan(
  workspace: ListableWorkspace,
  { settings, cancel, ignored = false, include, files: given = [], pause }: AuditOptions,
): Promise<{ files: ListedFile[]; skipped: Skipped[] }> {
  const files: ListedFile[] = await Promise.all(
    given.map(async (path) => ({ path, facts: await workspace.facts(path) })),
  );
  if (include === undefined && given.length > 0) return { files, skipped: [] };
  const listing = await workspace.list({ ignored, cancel, ...(pause === undefined ? {} : { pause }) });
  const isExcluded = globs(settings.exclude);
  const isGiven = new Set(given);
  const skipped: Skipped[] = listing.skipped.filter(({ file }) => include?.(file) ?? true);
  for (const file of listing.files) {
    const paused = pause?.();
    if (paused !== undefined) await paused;
    if (cancel.cancelled) break;
    if (isGiven.has(file.path) || include?.(file.path) === false) continue;
    if (isExcluded(file.path)) skipped.push({ file: file.path, reason: 'excluded' });
    else files.push(file);
  }
  return { files, skipped };
}
