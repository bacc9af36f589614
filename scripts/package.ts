// `npm run package`: builds and writes keystow-<version>.vsix with its bill of materials beside it, keystow-<version>.cdx.json,
// then checks the package as the Marketplace and Open VSX would, and that it holds only what runs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledIn, sbomOfBuild } from './sbom';
import { checkPackage } from './stores/checkPackage';
import { isPreRelease } from './stores/package';
import { readVsix } from './stores/readVsix';

const root = path.join(__dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const file = path.resolve(root, process.argv[2] ?? `keystow-${version}.vsix`);

function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

async function main(): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  run('esbuild.js');
  const channel = isPreRelease(version) ? ['--pre-release'] : [];
  run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', ...channel, '--out', file);
  const materials = sbomOfBuild();
  writeFileSync(file.replace(/(?:\.vsix)?$/, '.cdx.json'), materials);
  const problems = checkPackage(await readVsix(file), statSync(file).size, bundledIn(materials));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
