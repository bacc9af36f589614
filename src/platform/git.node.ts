import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BranchCommit } from '../engine/index';

/** What git answered; `code` is null when it could not be started, or was stopped. */
export interface GitResult {
  readonly code: number | null;
  readonly stdout: string;
}

/**
 * Nothing of the repository's own configuration may start a program, ask a question or take a lock.
 * `core.fsmonitor` and hooks are the ways a repository can make git run something on a mere look.
 */
const safe = ['-c', 'core.fsmonitor=', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'];
const environment = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/**
 * For questions about the repository that git itself would take here: in a hook its variables name the index that is
 * committed (`git commit -a` makes one of its own). Objects as they are stored, and none is fetched: GIT_NO_LAZY_FETCH
 * says so since git 2.45, and before that no protocol is allowed.
 */
const asStored = { GIT_NO_REPLACE_OBJECTS: '1', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

export interface GitOptions {
  readonly signal?: AbortSignal;
  /** The repository that the variables of this process name, as in a hook; without it the one of the folder. */
  readonly ofProcess?: boolean;
}

let known: string | undefined;

/**
 * What is started. Windows looks into the folder of a process first: a program of that name in a repository would run
 * instead, so there git is looked up on PATH. https://github.com/libuv/libuv, src/win/process.c, `search_path`, read
 * 2026-11-29
 */
export function gitProgram(): string {
  if (process.platform !== 'win32') return 'git';
  known ??= (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, 'git.exe'))
    .find(existsSync);
  return known ?? path.join(path.parse(process.execPath).root, 'git is not on PATH.exe');
}

/** Starts git in a folder, without a shell. It ends with this process at the latest. */
export function startGit(
  cwd: string,
  args: readonly string[],
  { signal, ofProcess = false }: GitOptions = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(gitProgram(), [...safe, ...args], {
    cwd,
    env: { ...(ofProcess ? { ...process.env, ...asStored } : withoutGit(process.env)), ...environment },
    stdio: 'pipe',
    windowsHide: true,
    ...(signal === undefined ? {} : { signal }),
  });
  child.stdin.on('error', () => {}); // git may end before it has read everything
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/**
 * What git prints for this process's repository, where nothing else is to be done meanwhile: it costs less than events.
 *
 * @returns undefined where git fails, or prints more than `largest` bytes.
 */
export function gitAtOnce(
  cwd: string,
  args: readonly string[],
  input = '',
  largest = Number.POSITIVE_INFINITY,
): Buffer | undefined {
  const { status, error, stdout } = spawnSync(gitProgram(), [...safe, ...args], {
    cwd,
    env: { ...process.env, ...asStored, ...environment },
    input,
    stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    maxBuffer: largest,
    windowsHide: true,
  });
  return status === 0 && error === undefined ? stdout : undefined;
}

/** What was started and goes on. */
const running = new Set<ChildProcessWithoutNullStreams>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

interface GitInput {
  /** What git reads on standard input. */
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/** Runs git in a folder; never throws. */
export async function git(cwd: string, args: readonly string[], options: GitInput = {}): Promise<GitResult> {
  const { code, stdout } = await gitBytes(cwd, args, options);
  return { code, stdout: stdout.toString('utf8') };
}

/** The same, for an answer that is long and is read piece by piece. */
export function gitBytes(
  cwd: string,
  args: readonly string[],
  options: GitInput = {},
): Promise<{ readonly code: number | null; readonly stdout: Buffer }> {
  return new Promise((resolve) => {
    const child = startGit(cwd, args, options);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.resume();
    child.on('error', () => resolve({ code: null, stdout: Buffer.alloc(0) }));
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(chunks) }));
    child.stdin.end(options.input ?? '');
  });
}

/** Who commits in a folder, as git is told; undefined where it is not. */
export async function authorIn(dir: string): Promise<string | undefined> {
  const { code, stdout } = await git(dir, ['config', 'user.name']);
  const name = stdout.trim();
  return code === 0 && name !== '' ? name : undefined;
}

/** The newest commits that are checked out, each before its parents; none where git does not say. */
export async function commitsIn(dir: string, most: number): Promise<readonly BranchCommit[]> {
  const { code, stdout } = await git(dir, [
    'rev-list',
    '--parents',
    '--topo-order',
    `--max-count=${most}`,
    'HEAD',
  ]);
  if (code !== 0) return [];
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', ...parents] = line.split(' ');
      return { id, parents };
    });
}

/** Variables such as GIT_DIR, set while a hook runs, would point git at another repository. */
const withoutGit = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name)),
  );
