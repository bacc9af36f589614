// `npm start [-- FOLDER]`: builds, audits a leaky sample (or FOLDER) in the terminal, and opens it in VS Code.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findDesktop, openDesktop } from './host/desktop';
import { startServer } from './host/server';
import { ensureWebHost, root, webHostSupported } from './host/setup';
import { makeSample } from './sample';

async function main(): Promise<void> {
  const [given, ...more] = process.argv.slice(2);
  if (more.length > 0) throw new Error('Give one folder, or none for the sample.');
  const folder = given === undefined ? undefined : existingFolder(given);

  node('esbuild.js');
  const opened = folder ?? makeSample();
  console.log(folder === undefined ? `A sample with made-up keys: ${opened}\n` : `${opened}\n`);
  spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'audit'], { cwd: opened, stdio: 'inherit' });

  const desktop = findDesktop();
  if (desktop !== undefined) {
    await openDesktop(desktop, opened, folder === undefined);
    console.log('\nOpened in VS Code.');
    return;
  }
  if (!webHostSupported)
    throw new Error(
      'No VS Code was found. Install it from https://code.visualstudio.com, or set VSCODE_EXECUTABLE to it.',
    );
  await openInBrowser(opened, folder === undefined);
}

/** VS Code served on loopback, with a password of its own in the address; until Ctrl+C. */
async function openInBrowser(folder: string, trusted: boolean): Promise<void> {
  ensureWebHost();
  const server = await startServer({
    token: randomBytes(24).toString('hex'),
    vsix: packaged(),
    userHome: true,
    settings: trusted ? { 'security.workspace.trust.enabled': false } : {},
  });
  console.log(`\nNo desktop VS Code was found. Open this address in your browser, on this machine:\n`);
  console.log(`  ${server.address(folder)}\n`);
  console.log('Press Ctrl+C to stop.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    server.process.once('exit', () => resolve());
  });
  await server.stop();
}

/** The VSIX of this work tree; the server has read it before it is removed. */
function packaged(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-package-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const file = path.join(dir, 'keystow.vsix');
  node('node_modules/tsx/dist/cli.mjs', 'scripts/package.ts', file);
  return file;
}

function node(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args.join(' ')} failed.`);
}

function existingFolder(given: string): string {
  const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  try {
    if (statSync(full).isDirectory()) return full;
  } catch {
    // told below
  }
  throw new Error(`${given} is not a folder.`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
