// What `npm run bench` reads of processes: the CPU and the memory that they take.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './host/setup';

export const cli = path.join(root, 'dist/cli.js');

/** As a shell reads it. */
export const node = `'${process.execPath}'`;

/** CPU seconds of a command with all its children, as the shell tells them. */
export function cpuOf(cwd: string, command: string): number {
  const { stdout } = spawnSync('sh', ['-c', `${command} > /dev/null 2>&1; times`], { cwd, encoding: 'utf8' });
  const times =
    stdout
      .split('\n')
      .at(-2)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return Array.from(times, ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds)).reduce(
    (sum, one) => sum + one,
    0,
  );
}

/** A command several times: the clock of processes is coarse. */
export const repeated = (command: string, times: number): string =>
  times === 1 ? command : `i=0; while [ $i -lt ${times} ]; do ${command}; i=$((i+1)); done`;

/** Commands that are run in turns: how much CPU the first takes against each of the others. */
export function ratiosOf(
  cwd: string,
  ours: string,
  theirs: readonly string[],
  rounds: number,
  times = 1,
): readonly (readonly number[])[] {
  const runs = Array.from({ length: rounds }, () =>
    [ours, ...theirs].map((command) => cpuOf(cwd, repeated(command, times))),
  );
  return theirs.map((_, index) => runs.map(([own = 0, ...others]) => own / (others[index] ?? 0)));
}

/** What a process of node has taken. */
interface Taken {
  /** Milliseconds, user and system. */
  readonly cpu: number;
  /** Megabytes at most. */
  readonly memory: number;
}

/** Runs node in `cwd`; it tells at its end, into a file in `dir`, what it has taken. */
export function takenBy(dir: string, cwd: string, args: readonly string[]): Taken {
  const hook = path.join(dir, 'taken.cjs');
  const told = path.join(dir, 'taken.json');
  rmSync(told, { force: true });
  writeFileSync(
    hook,
    `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const taken = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  require('node:fs').writeFileSync(process.env.TOLD, JSON.stringify(taken));
});`,
  );
  spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, TOLD: told },
  });
  return JSON.parse(readFileSync(told, 'utf8')) as Taken;
}

/** Does something in a folder that is there only meanwhile. */
export async function inFolder(name: string, work: (dir: string) => void | Promise<void>): Promise<void> {
  const dir = mkdtempSync(path.join(os.tmpdir(), `keystow-bench-${name}-`));
  try {
    await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
