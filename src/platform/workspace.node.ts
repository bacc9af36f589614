import path from 'node:path';
import {
  type Cancellation,
  type FileFacts,
  type FileRead,
  frameworkThatCommits,
  ignoredBy,
  isEnvFile,
  type ListableWorkspace,
  type ListedFile,
  type Skipped,
  walk,
} from '../engine/index';
import { entriesOf, readFileAt, repositoryRoot } from './files.node';
import { git } from './git.node';

/** A folder on this machine. With `allowGit` false no process is started: the `ignore` library judges instead. */
export class NodeWorkspace implements ListableWorkspace {
  #asked: Promise<GitState> | undefined;

  constructor(
    readonly root: string,
    private readonly allowGit = true,
  ) {}

  read(file: string, limit?: number): Promise<FileRead> {
    return readFileAt(this.resolve(file), limit);
  }

  resolve(file: string): string {
    return path.join(this.root, ...file.split('/'));
  }

  async facts(file: string): Promise<FileFacts> {
    const state = await this.#state();
    if (state === 'none') return { inRepository: false };
    const committedBy = isEnvFile(file) ? await frameworkThatCommits(this, file) : undefined;
    const more = committedBy === undefined ? {} : { committedBy };
    if (state !== 'git') {
      const failed = state === 'failed' ? ({ gitFailed: true } as const) : {};
      return { inRepository: true, ignored: await ignoredBy(this, file), ...failed, ...more };
    }
    const tracked =
      (await git(this.root, ['ls-files', '--error-unmatch', '--', `:(literal)${file}`])).code === 0;
    const { code } = await git(this.root, ['check-ignore', '-q', '--no-index', '--', file]);
    // 0: ignored, 1: not ignored, anything else: git could not tell
    const ignored = code === 0 ? true : code === 1 ? false : undefined;
    return { inRepository: true, tracked, ...(ignored === undefined ? {} : { ignored }), ...more };
  }

  async names(folder: string): Promise<readonly string[] | undefined> {
    const entries = await entriesOf(this.resolve(folder));
    return entries?.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  }

  async list(options: { ignored: boolean; cancel: Cancellation }): Promise<Listing> {
    const state = await this.#state();
    if (state === 'git') {
      const listed = await this.#listByGit(options.ignored, options.cancel);
      if (listed !== undefined) return listed;
    }
    return walk({
      ...options,
      readDirectory: (dir) => entriesOf(this.resolve(dir)),
      read: (file) => this.read(file),
      inRepository: state !== 'none',
    });
  }

  /** Tracked files, and untracked ones that git would add; undefined where git fails. */
  async #listByGit(ignored: boolean, cancel: Cancellation): Promise<Listing | undefined> {
    const [staged, deleted, untracked, excluded] = await Promise.all([
      this.#lsFiles('-s'),
      this.#lsFiles('-d'),
      this.#lsFiles('-o', '--exclude-standard'),
      ignored ? this.#lsFiles('-o', '-i', '--exclude-standard') : [],
    ]);
    if (!staged || !deleted || !untracked || !excluded) return undefined;
    const gone = new Set(deleted);
    const files = new Map<string, ListedFile>();
    const skipped: Skipped[] = [];
    for (const entry of staged) {
      if (cancel.cancelled) break;
      const [, mode = '', file = ''] = /^(\d+) [^\t]*\t([\s\S]*)$/.exec(entry) ?? [];
      if (gone.has(file) || files.has(file)) continue;
      if (mode.startsWith('100'))
        files.set(file, { path: file, facts: await this.#withFramework(file, tracked) });
      else skipped.push({ file, reason: mode === '120000' ? 'symbolic link' : 'not a file' }); // 160000: a submodule
    }
    for (const [list, facts] of [
      [untracked, added],
      [excluded, left],
    ] as const) {
      for (const file of list) {
        if (file.endsWith('/'))
          skipped.push({ file: file.slice(0, -1), reason: 'not a file' }); // another repository
        else files.set(file, { path: file, facts });
      }
    }
    return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), skipped };
  }

  async #lsFiles(...args: string[]): Promise<readonly string[] | undefined> {
    const { code, stdout } = await git(this.root, ['ls-files', '-z', ...args]);
    return code === 0 ? stdout.split('\0').filter((entry) => entry !== '') : undefined;
  }

  async #withFramework(file: string, facts: FileFacts): Promise<FileFacts> {
    if (facts.tracked !== true || !isEnvFile(file)) return facts;
    const committedBy = await frameworkThatCommits(this, file);
    return committedBy === undefined ? facts : { ...facts, committedBy };
  }

  #state(): Promise<GitState> {
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  async #ask(): Promise<GitState> {
    if ((await repositoryRoot(this.root)) === undefined) return 'none';
    if (!this.allowGit) return 'unasked';
    const { code, stdout } = await git(this.root, ['rev-parse', '--is-inside-work-tree']);
    if (code === 0) return stdout.trim() === 'true' ? 'git' : 'unasked';
    return code === null ? 'unasked' : 'failed';
  }
}

/** `unasked`: there is a repository, and git is missing or must not run. `failed`: it ran and refused. */
type GitState = 'none' | 'git' | 'unasked' | 'failed';

const tracked: FileFacts = { inRepository: true, tracked: true };
const added: FileFacts = { inRepository: true, tracked: false, ignored: false };
const left: FileFacts = { inRepository: true, tracked: false, ignored: true };

interface Listing {
  readonly files: readonly ListedFile[];
  readonly skipped: readonly Skipped[];
}
