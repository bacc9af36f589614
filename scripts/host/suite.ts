import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { manifestText } from '../manifest';
import { buildTests, type TestBundle } from '../testBundles';
import { type Bridge, type Counts, openBridge } from './bridge';
import { startServer } from './server';
import { root } from './setup';
import { openWindow } from './window';

/** A suite that runs inside VS Code, and the window it runs in. */
export interface HostedSuite {
  readonly name: string;
  readonly folders: readonly string[];
  readonly host: TestBundle['host'];
  /** Whether a folder, a fresh git repository, is open. */
  readonly withFolder: boolean;
}

/** A suite that says nothing for so long hangs: a test ends within two minutes. */
const mostSilentMinutes = 3;
export const results = path.join(root, 'test-results');

/** Runs a suite in VS Code's web workbench, whose extension host is the server's Node or the browser. */
export function runInWebHost(suite: HostedSuite, browser: string): Promise<Counts> {
  return withBundle(suite, async ({ extension, bundle, folder, bridge }) => {
    const server = await startServer({
      tests: true,
      // The web saves by itself after a second; a suite says when.
      settings: { 'security.workspace.trust.enabled': false, 'files.autoSave': 'off' },
    });
    try {
      const window = await openWindow(browser, `http://127.0.0.1:${server.port}`);
      try {
        const remote = (file: string): string => `vscode-remote://127.0.0.1:${server.port}${file}`;
        const payload: [string, string][] = [
          ['skipWelcome', 'true'],
          ['extensionDevelopmentPath', remote(extension)],
          ['extensionTestsPath', remote(bundle)],
        ];
        const ended = new Promise<void>((resolve, reject) => {
          window.page.exposeFunction('codeAutomationExit', () => resolve()).catch(reject);
          window.page.on('crash', () => reject(new Error('the page crashed')));
          window.page.on('close', () => reject(new Error('the page closed')));
          server.process.once('exit', (code) => reject(new Error(`VS Code ended with ${code}`)));
        });
        ended.catch(() => {}); // awaited below
        if (process.env.KEYSTOW_TRACE !== undefined)
          window.page.on('console', (message) => console.log(`[workbench] ${message.text()}`));
        await window.page.goto(server.address(folder, payload));
        const counts = await firstOf(bridge, ended, window.page.screenshot.bind(window.page), suite.name);
        return counts;
      } finally {
        await window.close();
      }
    } finally {
      await server.stop();
    }
  });
}

/** The same in a desktop VS Code: the one at `executable`, else one that is downloaded. */
export function runOnDesktop(suite: HostedSuite, executable: string | undefined): Promise<Counts> {
  return withBundle(suite, async ({ extension, bundle, folder, bridge }) => {
    const { runTests } = await import('@vscode/test-electron');
    const profile = mkdtempSync(path.join(os.tmpdir(), 'keystow-'));
    try {
      const ended = runTests({
        ...(executable === undefined ? { version: 'stable' } : { vscodeExecutablePath: executable }),
        extensionDevelopmentPath: extension,
        extensionTestsPath: bundle,
        launchArgs: [
          ...(folder === undefined ? [] : [folder]),
          '--disable-extensions',
          '--disable-workspace-trust',
          `--user-data-dir=${profile}`,
        ],
      }).then(() => {});
      ended.catch(() => {}); // awaited below
      return await firstOf(bridge, ended, undefined, suite.name);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}

/** The counts, once VS Code has ended too; an end without counts, or a long silence, is an error. */
async function firstOf(
  { done, last }: Bridge,
  ended: Promise<void>,
  screenshot: ((options: { path: string }) => Promise<unknown>) | undefined,
  name: string,
): Promise<Counts> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (performance.now() - last.at < mostSilentMinutes * 60_000) return;
      reject(new Error(`silent for ${mostSilentMinutes} minutes after "${last.line.trim()}"`));
    }, 1000);
  });
  let counts: Counts | undefined;
  void done.then((value) => {
    counts = value;
  });
  try {
    await Promise.race([ended, silent]);
  } catch (error) {
    // A failed suite makes VS Code end with an error of its own; then the counts tell.
    if (counts === undefined) throw error;
  } finally {
    clearInterval(timer);
    if (counts === undefined || counts.failed > 0) {
      mkdirSync(results, { recursive: true });
      await screenshot?.({ path: path.join(results, `${name}-at-end.png`) }).catch(() => {});
    }
  }
  if (counts === undefined)
    throw new Error(`VS Code ended before the suite did, after "${last.line.trim()}"`);
  return counts;
}

interface Prepared {
  /** The folder of the extension under test. */
  readonly extension: string;
  readonly bundle: string;
  readonly folder: string | undefined;
  readonly bridge: Bridge;
}

async function withBundle(suite: HostedSuite, run: (prepared: Prepared) => Promise<Counts>): Promise<Counts> {
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'keystow-workspace-')));
  const bridge = await openBridge((line) => console.log(line));
  try {
    // Below the repository, because the suite loads mocha from its node_modules.
    const out = path.join(root, 'out', suite.name);
    const bundle = path.join(out, 'suite.js');
    await buildTests({ ...suite, reportTo: bridge.url, outfile: bundle });
    const extension = suite.host === 'node' ? root : browserOnly(out);
    execFileSync('git', ['init', '-q', '-b', 'main', dir], { stdio: 'ignore' });
    return await run({ extension, bundle, folder: suite.withFolder ? dir : undefined, bridge });
  } finally {
    bridge.close();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * The extension without its Node entry, and with its words in place. With both, the web workbench runs it in the server's Node: it reads
 * `extensionDevelopmentKind` under a wrong name (seen in 1.139).
 */
function browserOnly(dir: string): string {
  const { main: _, ...manifest } = JSON.parse(manifestText()) as {
    main: string;
    browser: string;
  };
  mkdirSync(path.join(dir, 'dist'), { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), JSON.stringify(manifest));
  copyFileSync(path.join(root, manifest.browser), path.join(dir, manifest.browser));
  for (const file of readdirSync(path.join(root, 'dist')).filter((name) => name.endsWith('.wasm')))
    copyFileSync(path.join(root, 'dist', file), path.join(dir, 'dist', file));
  return dir;
}
