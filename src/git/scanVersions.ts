import {
  type Cancellation,
  decode,
  type FileFacts,
  type Finding,
  globs,
  isReadInPart,
  type Settings,
  type Skipped,
  type SkipReason,
  scanDocument,
} from '../engine/index';
import type { Entry } from '../platform/gitChanges.node';
import { looseBlob } from '../platform/gitLoose.node';
import { headersOf, readObjects } from '../platform/gitObjects.node';
import type { GitRepository } from '../platform/gitRepository.node';

/** A version of a file: a blob at a path. */
export interface Version {
  readonly path: string;
  readonly entry: Entry;
}

/** A finding, and what tells whether another version has the same. */
export interface FoundInVersion {
  readonly finding: Finding;
  /** Kept in memory only: it may hold the value. */
  readonly identity: string;
}

export interface Scanner {
  readonly repository: GitRepository;
  readonly settings: Settings;
  readonly cancel: Cancellation;
  readonly factsOf: (path: string) => FileFacts;
  /** Most versions lie in files of their own, as what was staged just now: those are read without git. */
  readonly areLoose?: boolean;
  /** False for a blob that is known to hold nothing. */
  readonly mayHold?: (id: string) => boolean;
  /** Called with each text in which something is found. */
  readonly onText?: (path: string, text: string) => void;
}

/** What stands in versions of files, as an audit would find it: the same texts, limits, excludes and findings. */
export class ScannedVersions {
  readonly stats = { files: 0, bytes: 0 };
  readonly #scanner: Scanner;
  readonly #isExcluded: (path: string) => boolean;
  /** The findings by path and blob; only of versions that have some. */
  readonly #found = new Map<string, readonly FoundInVersion[]>();
  readonly #counts = new Map<string, number>();
  readonly #known = new Set<string>();
  /** By reason and file: a file has many versions. */
  readonly #skipped = new Map<string, Skipped>();

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
    this.#isExcluded = globs(scanner.settings.exclude);
  }

  get skipped(): readonly Skipped[] {
    return [...this.#skipped.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  of({ path, entry }: Version): readonly FoundInVersion[] {
    return this.#found.get(keyOf(path, entry.id)) ?? [];
  }

  /** How many versions of a file hold a finding. */
  versionsWith(path: string, identity: string): number {
    return this.#counts.get(`${path}\0${identity}`) ?? 0;
  }

  /**
   * Scans those that are not known yet.
   *
   * @param isAsked false for what is only compared with: it is not counted, and no loss where it cannot be read.
   */
  async add(versions: Iterable<Version>, isAsked = true): Promise<void> {
    const { repository, settings, cancel } = this.#scanner;
    const skip = (files: readonly string[], reason: SkipReason): void => {
      if (isAsked) for (const file of files) this.#skipped.set(`${reason} ${file}`, { file, reason });
    };
    const paths = new Map<string, string[]>();
    for (const { path, entry } of versions) {
      const key = keyOf(path, entry.id);
      if (this.#known.has(key) || this.#scanner.mayHold?.(entry.id) === false) continue;
      this.#known.add(key);
      const reason = this.#reasonToSkip(path, entry);
      if (reason !== undefined) skip([path], reason);
      else if (paths.has(entry.id)) paths.get(entry.id)?.push(path);
      else paths.set(entry.id, [path]);
    }
    const take = (id: string, bytes: Uint8Array | undefined): void => {
      const files = paths.get(id) ?? [];
      const decoded = bytes && decode(bytes);
      if (decoded?.kind !== 'text') {
        skip(files, decoded === undefined ? 'unreadable' : 'binary');
        return;
      }
      for (const path of files) {
        const document = { path, text: decoded.text };
        this.#scan(document, id);
        if (isReadInPart(document)) skip([path], 'read in part');
      }
      if (!isAsked) return;
      this.stats.files += files.length;
      this.stats.bytes += (bytes?.length ?? 0) * files.length;
    };
    const largest = settings.maxFileSize * 1024;
    const others = this.#scanner.areLoose
      ? await this.#takeLoose([...paths.keys()], largest, take)
      : [...paths.keys()];
    if (others.length === 0 || cancel.cancelled) return;
    const small: string[] = [];
    // The header first: what is too large is never read.
    for await (const headers of headersOf(repository, others))
      for (const { id, size } of headers) {
        if (size > largest) skip(paths.get(id) ?? [], 'too large');
        else small.push(id);
      }
    await readObjects(repository, [small], (id, object) => take(id, object?.bytes), cancel);
  }

  /** Returns those that lie elsewhere, are too large or broken: git can tell. */
  async #takeLoose(
    ids: readonly string[],
    largest: number,
    take: (id: string, bytes: Uint8Array) => void,
  ): Promise<readonly string[]> {
    const { repository, cancel } = this.#scanner;
    const others: string[] = [];
    for (const [index, id] of ids.entries()) {
      if (index % looseAtOnce === looseAtOnce - 1) await new Promise(setImmediate);
      if (cancel.cancelled) break;
      const blob = looseBlob(repository.objects, id, largest);
      if (blob === undefined) others.push(id);
      else take(id, blob);
    }
    return others;
  }

  #reasonToSkip(path: string, { mode }: Entry): SkipReason | undefined {
    if (mode === '120000') return 'symbolic link';
    if (!mode.startsWith('100')) return 'not a file'; // 160000: a submodule
    return this.#isExcluded(path) ? 'excluded' : undefined;
  }

  #scan(document: { readonly path: string; readonly text: string }, id: string): void {
    const { settings, factsOf, onText } = this.#scanner;
    const findings = scanDocument(document, factsOf(document.path), settings);
    if (findings.length === 0) return;
    onText?.(document.path, document.text);
    const found = findings.map((finding) => ({ finding, identity: identityOf(finding, document.text) }));
    this.#found.set(keyOf(document.path, id), found);
    for (const identity of new Set(found.map((one) => one.identity))) {
      const key = `${document.path}\0${identity}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }
}

/** Blobs that are read before a signal is listened to. */
const looseAtOnce = 50;

const keyOf = (path: string, id: string): string => `${id} ${path}`;

/** Guessable values have no fingerprint of their own, so the value itself tells; a copy, or it would hold the text. */
function identityOf({ rule, category, fingerprint, span }: Finding, text: string): string {
  const value = category === 'key' ? text.slice(span.start, span.end) : fingerprint;
  return Buffer.from(`${rule}\0${value}`).toString();
}
