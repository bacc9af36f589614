import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { t } from '../engine/index';
import { git } from '../platform/git.node';
import type { Repository } from './repository.node';

/** What a trial run has shown. */
export interface Probed {
  readonly ready: boolean;
  readonly detail: string;
}

/** Milliseconds; a guard that takes longer holds up a commit. */
const longest = 30_000;

/**
 * Runs what the hook runs, as an editor's git would: in the shell, at the top of the work tree, with the system's folders
 * on PATH and nothing of a person's shell. The guard looks at what is staged and says that it could.
 */
export async function probe({ top }: Repository, command: string): Promise<Probed> {
  const { stdout } = await git(top, ['--exec-path']);
  const execPath = stdout.trim();
  const nonce = randomBytes(8).toString('hex');
  const windows = process.platform === 'win32';
  // Git for Windows brings its shell: <root>/mingw64/libexec/git-core, <root>/bin/sh.exe.
  const shell = windows ? path.resolve(execPath, '../../../bin/sh.exe') : '/bin/sh';
  const folders = windows
    ? [execPath, path.dirname(shell), path.join(process.env.SYSTEMROOT ?? 'C:\\Windows', 'System32')]
    : [execPath, '/usr/bin', '/bin', '/usr/sbin', '/sbin'];
  const ran = await run(shell, ['-c', command], top, {
    ...kept(['HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMPDIR', 'LOCALAPPDATA', 'PROGRAMFILES']),
    PATH: folders.join(path.delimiter),
    KEYSTOW_PROBE: nonce,
  });
  const answer = new RegExp(`^${nonce} (.*)$`, 'm').exec(ran.out)?.[1];
  if (ran.code === 0 && answer !== undefined) return { ready: true, detail: answer };
  const said = ran.err.trim().split(/\r?\n/).join('; ');
  return { ready: false, detail: said === '' ? ended(ran.code) : said };
}

const ended = (code: number | null): string =>
  code === null ? t('a trial run ended with a signal') : t('a trial run ended with {0}', code);

const kept = (names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      windowsHide: true,
      timeout: longest,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part;
    });
    child.on('error', () => resolve({ code: null, out, err: t('{0} could not be run', program) }));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
