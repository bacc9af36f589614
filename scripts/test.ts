// `npm test`: every suite, or those that are named (`npm test -- unit ui`). Ends with a line of counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import type { Counts } from './host/bridge';
import { ensureBrowser } from './host/browser';
import { ensureWebHost, root, webHostSupported } from './host/setup';
import { type HostedSuite, results, runInWebHost, runOnDesktop } from './host/suite';

type Suite = { readonly name: string; readonly run: () => Promise<Counts> };

/** Every suite, the fast ones first. */
const suites: readonly Suite[] = [
  { name: 'unit', run: () => inNode('unit', 'contract') },
  { name: 'cli', run: () => inNode('cli') },
  {
    name: 'vscode',
    run: () => hosted({ name: 'vscode', folders: ['vscode'], host: 'node', withFolder: true }),
  },
  {
    // In an editor of its own: what others have opened there is asked about at each change of the index.
    name: 'git',
    run: () => hosted({ name: 'git', folders: ['git'], host: 'node', withFolder: true }),
  },
  {
    name: 'nofolder',
    run: () => hosted({ name: 'nofolder', folders: ['nofolder'], host: 'node', withFolder: false }),
  },
  {
    name: 'web',
    run: () => hosted({ name: 'web', folders: ['unit', 'vscode'], host: 'browser', withFolder: true }),
  },
  { name: 'ui', run: () => ui() },
];

/** In this process, with mocha's own report. */
function inNode(...folders: readonly string[]): Promise<Counts> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, forbidOnly: true });
  for (const folder of folders) {
    const files = readdirSync(path.join(root, 'test', folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.test.ts')).sort())
      mocha.addFile(path.join(root, 'test', folder, file));
  }
  return new Promise((resolve) => {
    const failed: string[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending, failures: failed });
    });
    runner.on('fail', (test, error) => {
      failed.push(`${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}

const desktopExecutable = process.env.VSCODE_EXECUTABLE;
const wantsDesktop = desktopExecutable !== undefined || process.env.KEYSTOW_HOST === 'desktop';

/** Inside VS Code: the web workbench on Linux, a desktop VS Code elsewhere or where it is asked for. */
async function hosted(suite: HostedSuite): Promise<Counts> {
  if (suite.host === 'node' && (wantsDesktop || !webHostSupported))
    return runOnDesktop(suite, desktopExecutable);
  if (!webHostSupported) return skipped(`${suite.name}: the browser's VS Code comes for Linux on x64 only`);
  ensureWebHost();
  return runInWebHost(suite, await ensureBrowser());
}

async function ui(): Promise<Counts> {
  if (!webHostSupported) return skipped("ui: the browser's VS Code comes for Linux on x64 only");
  ensureWebHost();
  process.env.KEYSTOW_BROWSER = await ensureBrowser();
  return inNode('ui');
}

function skipped(reason: string): Counts {
  console.log(`skipped ${reason}`);
  return { passed: 0, failed: 0, skipped: 1, failures: [] };
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`No suite ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.some(({ name }) => name !== 'unit')) build();

  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  const failures: string[] = [];
  for (const { name, run } of chosen) {
    console.log(`\n${name}`);
    const started = performance.now();
    let counts: Counts;
    try {
      counts = await run();
    } catch (error) {
      const message = error instanceof Error ? error.message : `${error}`;
      console.error(`${name}: ${message}`);
      counts = { passed: 0, failed: 1, skipped: 0, failures: [message] };
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    failures.push(...counts.failures.map((text) => `${name}: ${text}`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    lines.push(
      `${name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`,
    );
  }
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'counts.json'), `${JSON.stringify(total)}\n`);
  // Once more, where it is found: behind thousands of lines.
  writeFileSync(path.join(results, 'failures.txt'), failures.map((text) => `${text}\n\n`).join(''));
  for (const text of failures) console.log(`\nfailed: ${text}`);
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

void main();
