import { realpath } from 'node:fs/promises';
import path from 'node:path';
import {
  type Cancellation,
  type Entry,
  type FileFacts,
  type FileRead,
  frameworkThatCommits,
  type Glance,
  ignoredBy,
  isEnvFile,
  type ListableWorkspace,
  type ListedFile,
  type Pause,
  type Skipped,
  type Sought,
  walk,
  withoutLinks,
} from '../engine/index';
import { entriesOf, readFileAt, repositoryRoot } from './files.node';
import { git, gitBytes } from './git.node';
import { askedAtFirst, rememberingGit } from './gitFacts.node';
import { glanceAt } from './glance.node';
import type { GlanceCache } from './glanceCache.node';
import type { GlanceThread } from './glanceThread.node';

/** A folder on this machine. With `allowGit` false no process is started: the `ignore` library judges instead. */
export class NodeWorkspace implements ListableWorkspace {
  #asked: Promise<AskedGit> | undefined;
  /** What glances have told before; it is told what git tracks. */
  cache: GlanceCache | undefined;

  /** @param thread looks at many files for whoever has other work to do. */
  constructor(
    readonly root: string,
    private readonly allowGit = true,
    private readonly thread?: GlanceThread,
  ) {}

  read(file: string, limit?: number): Promise<FileRead> {
    return readFileAt(this.resolve(file), limit);
  }

  glance(file: string, limit: number, sought: Sought): Glance | undefined {
    return this.cache === undefined
      ? glanceAt(this.root, file, limit, sought)
      : this.cache.glance(file, limit, sought);
  }

  async glanceAll(files: readonly string[], limit: number, sought: Sought): Promise<readonly number[]> {
    return (await this.thread?.ask({ root: this.root, files, limit, sought })) ?? [];
  }

  resolve(file: string): string {
    return path.join(this.root, ...file.split('/'));
  }

  async facts(file: string): Promise<FileFacts> {
    const { state, gitFacts } = await this.#git();
    if (state === 'none') return { inRepository: false };
    const committedBy = isEnvFile(file) ? await frameworkThatCommits(this, file) : undefined;
    const more = committedBy === undefined ? {} : { committedBy };
    if (gitFacts === undefined) {
      const failed = state === 'failed' ? ({ gitFailed: true } as const) : {};
      return { inRepository: true, ignored: await ignoredBy(this, file), ...failed, ...more };
    }
    return { inRepository: true, ...(await gitFacts(file)), ...more };
  }

  async entries(folder: string): Promise<readonly Entry[] | undefined> {
    return withoutLinks(await entriesOf(this.resolve(folder)));
  }

  async list(options: { ignored: boolean; cancel: Cancellation; pause?: Pause }): Promise<Listing> {
    const { state } = await this.#git();
    if (state === 'git') {
      const listed = await this.#listByGit(options);
      if (listed !== undefined) return listed;
    }
    return walk({
      ...options,
      readDirectory: (dir) => entriesOf(this.resolve(dir)),
      read: (file) => this.read(file),
      inRepository: state !== 'none',
    });
  }

  /** What git tracks, also links and submodules, and untracked files that it would add; undefined where git fails. */
  async #listByGit({
    ignored,
    cancel,
    pause,
  }: {
    ignored: boolean;
    cancel: Cancellation;
    pause?: Pause;
  }): Promise<Listing | undefined> {
    const { cache } = this;
    const asked = this.#lsFiles(
      '-t',
      ...(cache === undefined ? [] : ['-s']),
      '-c',
      '-o',
      '--exclude-standard',
    );
    // The start of a process holds up the event loop: other work gets its turn before the next one.
    if (ignored) await new Promise((resolve) => setImmediate(resolve));
    const [listed, excluded] = await Promise.all([
      asked,
      ignored ? this.#lsFiles('-o', '-i', '--exclude-standard') : Buffer.alloc(0),
    ]);
    if (!listed || !excluded) return undefined;
    const files: ListedFile[] = [];
    const skipped: Skipped[] = [];
    const add = (file: string, facts: FileFacts): void => {
      if (file.endsWith('/'))
        skipped.push({ file: file.slice(0, -1), reason: 'not a file' }); // another repository
      else files.push({ path: file, facts });
    };
    const ids = new Map<string, string>();
    let last = '';
    for (const [start, end] of entriesIn(listed)) {
      const paused = pause?.();
      if (paused !== undefined) await paused;
      if (cancel.cancelled) break;
      const isTracked = listed[start] !== untracked;
      // One letter and a blank stand before each path; for the cache also `100644 5626abf0… 0` and a tab.
      const begin = cache !== undefined && isTracked ? listed.indexOf(0x09, start) + 1 : start + 2;
      const file = listed.toString('utf8', begin, end);
      // Modes of links and of other repositories begin otherwise; what is not merged is of another stage.
      if (cache !== undefined && isTracked && listed[start + 3] === zero && listed[begin - 2] === zero)
        ids.set(file, listed.toString('latin1', start + 9, begin - 3));
      if (!isTracked) add(file, added);
      else if (file !== last)
        files.push({ path: file, facts: isEnvFile(file) ? await this.#withFramework(file) : tracked });
      last = file; // unmerged: once for each side
    }
    for (const [start, end] of entriesIn(excluded)) add(excluded.toString('utf8', start, end), left);
    cache?.listed(ids);
    return { files: inOrder(files), skipped };
  }

  async #lsFiles(...args: string[]): Promise<Buffer | undefined> {
    const { code, stdout } = await gitBytes(this.root, ['ls-files', '-z', ...args]);
    return code === 0 ? stdout : undefined;
  }

  async #withFramework(file: string): Promise<FileFacts> {
    const committedBy = await frameworkThatCommits(this, file);
    return committedBy === undefined ? tracked : { ...tracked, committedBy };
  }

  #git(): Promise<AskedGit> {
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  async #ask(): Promise<AskedGit> {
    if ((await repositoryRoot(this.root)) === undefined) return { state: 'none' };
    if (!this.allowGit) return { state: 'unasked' };
    const { code, stdout } = await git(this.root, ['rev-parse', ...askedAtFirst]);
    if (code !== 0) return { state: code === null ? 'unasked' : 'failed' };
    return stdout.startsWith('true')
      ? { state: 'git', gitFacts: rememberingGit(await realpath(this.root), stdout) }
      : { state: 'unasked' };
  }
}

interface AskedGit {
  readonly state: GitState;
  readonly gitFacts?: ReturnType<typeof rememberingGit>;
}

/** `unasked`: there is a repository, and git is missing or must not run. `failed`: it ran and refused. */
type GitState = 'none' | 'git' | 'unasked' | 'failed';

/** `?`, with which git tells a file that it does not track. */
const untracked = 0x3f;

const zero = 0x30;

/** Where the entries of a list are that zeros end. */
function* entriesIn(list: Buffer): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (let end = list.indexOf(0); end >= 0; end = list.indexOf(0, start)) {
    yield [start, end];
    start = end + 1;
  }
}

/** By their paths. Git sorts what it tracks by bytes, which is nearly always the same. */
function inOrder(files: ListedFile[]): readonly ListedFile[] {
  const isSorted = files.every(({ path }, index) => index === 0 || (files[index - 1]?.path ?? '') <= path);
  return isSorted ? files : files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const tracked: FileFacts = { inRepository: true, tracked: true };
const added: FileFacts = { inRepository: true, tracked: false, ignored: false };
const left: FileFacts = { inRepository: true, tracked: false, ignored: true };

interface Listing {
  readonly files: readonly ListedFile[];
  readonly skipped: readonly Skipped[];
}
