import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './sources';

/** A folder that is removed after the test, with files in it; `git` runs in it as a person of no configuration. */
export class TempFolder {
  readonly dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'keystow-test-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.write(files);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.path(file)), { recursive: true });
      writeFileSync(this.path(file), content);
    }
  }

  path(file: string): string {
    return path.join(this.dir, file);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd: this.dir,
      encoding: 'utf8',
      env: { ...process.env, HOME: this.dir, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const cli = path.join(root, 'dist/cli.js');

/** Runs the built CLI as its own process, with an empty home folder. */
export function keystow(
  cwd: string,
  args: readonly string[],
  options: {
    input?: string | Uint8Array;
    env?: NodeJS.ProcessEnv;
    whileRunning?: (kill: (signal: NodeJS.Signals) => void) => unknown;
  } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, HOME: cwd, USERPROFILE: cwd, ...options.env };
    const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {}); // it may end before it reads
    child.stdin.end(options.input ?? '');
    options.whileRunning?.((signal) => child.kill(signal));
  });
}

/**
 * The exit code of a run that gets Ctrl+C on its way. Where nothing listens to it yet, which ends a process without a code, the
 * next one gets it later; where all was done by then, sooner.
 */
export async function interrupted(cwd: string, args: readonly string[]): Promise<number | null> {
  let code: number | null = null;
  let delay = 400;
  for (let tries = 0; tries < 12 && code !== 130; tries++) {
    const whileRunning = (kill: (signal: NodeJS.Signals) => void): unknown =>
      setTimeout(() => kill('SIGINT'), delay);
    ({ code } = await keystow(cwd, args, { whileRunning }));
    delay *= code === null ? 1.7 : 0.7;
  }
  return code;
}
