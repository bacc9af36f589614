import { spawn } from 'node:child_process';

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
 * Runs git in a folder, without a shell; never throws.
 *
 * @param input what git reads on standard input.
 */
export function git(
  cwd: string,
  args: readonly string[],
  options: { input?: string; signal?: AbortSignal } = {},
): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = spawn('git', [...safe, ...args], {
      cwd,
      env: { ...withoutGit(process.env), ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => {}); // git may end before it has read everything
    child.on('error', () => resolve({ code: null, stdout: '' }));
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(chunks).toString('utf8') }));
    child.stdin.end(options.input ?? '');
  });
}

/** Variables such as GIT_DIR, set while a hook runs, would point git at another repository. */
const withoutGit = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name)),
  );
