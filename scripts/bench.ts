// `npm run bench`: figures, each beside what it must reach. Prints only; a slow machine fails nothing. `npm run bench -- short`
// takes a minute, and fails where a figure is grossly above what is usual.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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

const extension = path.join(root, 'dist/extension.js');

/** Activates an extension as an editor does in which there is nothing, and ends before what the extension does later. */
const emptyEditor = `const Module = require('node:module');
const load = Module._load;
const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing });
Module._load = (name, ...rest) => (name === 'vscode' ? nothing : load(name, ...rest));
require(process.argv[2]).activate({ subscriptions: [] });
process.exit();
`;

/** What starts often, each against a node that does nothing, in turns. */
async function startUp(bench: Bench): Promise<void> {
  await inFolder('start', (dir) => {
    const empty = path.join(dir, 'empty');
    execFileSync('git', ['init', '-q', empty]);
    const cpu = (...args: readonly string[]): number => takenBy(dir, empty, args).cpu;
    const measure = (figure: Figure, own: readonly string[], peer: readonly string[] = ['-e', '0']): void => {
      const rounds = Array.from({ length: bench.isShort ? bench.rounds : 21 }, () => {
        const idle = cpu(...peer);
        return cpu(...own) / idle;
      });
      bench.tell(figure, rounds);
    };
    measure(figures.version, [cli, '--version']);
    measure(figures.nothing, [cli, 'audit']);
    const editor = path.join(dir, 'editor.cjs');
    writeFileSync(editor, emptyEditor);
    const activating = (entry: string): readonly string[] => [editor, path.join(dir, entry)];
    writeFileSync(
      path.join(dir, 'idle.cjs'),
      "const vscode = require('vscode');\nexports.activate = () => vscode;\n",
    );
    writeFileSync(path.join(dir, 'own.cjs'), `module.exports = require(${JSON.stringify(extension)});\n`);
    measure(figures.activation, activating('own.cjs'), activating('idle.cjs'));
  });
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
