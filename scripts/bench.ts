// `npm run bench`: figures, each beside what it must reach. Prints only; a slow machine fails nothing. `npm run bench -- short`
// takes a minute, and fails where a figure is grossly above what is usual.
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { auditFigures } from './benchAudit';
import { cli, inFolder, takenBy } from './benchCpu';
import { Bench, type Figure, figures } from './benchFigures';
import { gitFigures } from './benchGit';
import { hookFigures } from './benchHook';
import { scanFigures } from './benchScan';
import { ensureBrowser } from './host/browser';
import { ensureWebHost, root, webHostSupported } from './host/setup';
import { type HostedSuite, runInWebHost, runOnDesktop } from './host/suite';

/** What starts often, each against a node that does nothing, in turns. */
async function startUp(bench: Bench): Promise<void> {
  await inFolder('start', (dir) => {
    const empty = path.join(dir, 'empty');
    execFileSync('git', ['init', '-q', empty]);
    const cpu = (...args: readonly string[]): number => takenBy(dir, empty, args).cpu;
    const measure = (figure: Figure, ...args: readonly string[]): void => {
      const rounds = Array.from({ length: bench.isShort ? bench.rounds : 21 }, () => {
        const idle = cpu('-e', '0');
        return cpu(cli, ...args) / idle;
      });
      bench.tell(figure, rounds);
    };
    measure(figures.version, '--version');
    measure(figures.nothing, 'audit');
  });
}

/** What works on many files keeps language servers busy for minutes: what is measured in a quiet editor comes first, in one of its own. */
async function inHost(): Promise<void> {
  for (const folders of [['measure', 'activation'], ['load']]) {
    const suite: HostedSuite = { name: folders[0] ?? '', folders, host: 'node', withFolder: true };
    if (!webHostSupported) await runOnDesktop(suite, process.env.VSCODE_EXECUTABLE);
    else {
      ensureWebHost();
      await runInWebHost(suite, await ensureBrowser());
    }
  }
}

/** Each by its name on the command line; all of them without one. */
const groups: Readonly<Record<string, (bench: Bench) => void | Promise<void>>> = {
  audit: auditFigures,
  start: startUp,
  hook: hookFigures,
  scan: scanFigures,
  git: gitFigures,
  editor: inHost,
};

/** What `short` measures. */
const short = ['audit', 'start', 'scan'];

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const bench = new Bench(names.includes('short'));
  const asked = bench.isShort ? short : names;
  const { status } = spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  for (const [name, tell] of Object.entries(groups))
    if (asked.length === 0 || asked.includes(name)) await tell(bench);
  process.exit(bench.isShort && bench.failed > 0 ? 1 : 0);
}

void main();
