// `npm run bench`: figures, each beside what it must reach. Prints only; a slow machine fails nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { auditFigures } from './benchAudit';
import { gitFigures } from './benchGit';
import { hookFigures } from './benchHook';
import { scanFigures } from './benchScan';
import { ensureBrowser } from './host/browser';
import { ensureWebHost, root, webHostSupported } from './host/setup';
import { type HostedSuite, runInWebHost, runOnDesktop } from './host/suite';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** CPU milliseconds (user and system) of a node process, told by itself at its end. */
function cpuOf(hook: string, told: string, args: readonly string[], cwd: string): number {
  spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, TOLD: told },
  });
  return Number(readFileSync(told, 'utf8')) / 1000;
}

/** What starts often, each against a node that does nothing, in turns. */
function startUp(): void {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-bench-'));
  try {
    const hook = path.join(dir, 'hook.cjs');
    const told = path.join(dir, 'told');
    writeFileSync(
      hook,
      `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeFileSync(process.env.TOLD, String(user + system)); });`,
    );
    const measure = (title: string, args: readonly string[], must: number): void => {
      const ratios: number[] = [];
      for (let round = 0; round < 21; round++) {
        const idle = cpuOf(hook, told, ['-e', '0'], dir);
        ratios.push(cpuOf(hook, told, [path.join(root, 'dist/cli.js'), ...args], dir) / idle);
      }
      console.log(`${title} / node -e 0, CPU: ${median(ratios).toFixed(2)} (must: at most ${must})`);
    };
    measure('keystow --version', ['--version'], 1.3);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What works on many files keeps language servers busy for minutes: what is measured in a quiet editor comes first, in one of its own. */
async function inHost(): Promise<void> {
  for (const folder of ['measure', 'load']) {
    const suite: HostedSuite = { name: folder, folders: [folder], host: 'node', withFolder: true };
    if (!webHostSupported) await runOnDesktop(suite, process.env.VSCODE_EXECUTABLE);
    else {
      ensureWebHost();
      await runInWebHost(suite, await ensureBrowser());
    }
  }
}

/** Each by its name on the command line; all of them without one. */
const figures: Readonly<Record<string, () => void | Promise<void>>> = {
  audit: auditFigures,
  start: startUp,
  hook: hookFigures,
  scan: scanFigures,
  git: gitFigures,
  editor: inHost,
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const { status } = spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  for (const [name, tell] of Object.entries(figures))
    if (asked.length === 0 || asked.includes(name)) await tell();
  process.exit(0);
}

void main();
