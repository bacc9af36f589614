// `npm run test:languages [-- LANGUAGE…]`: programs that are run before and after `keystow fix --write`.
// Each prints what it would send; that must be the same afterwards, and nothing but the key's own lines may change.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'dotenv';
import { toolchains } from '../test/languages/toolchains';
import { fill, sections } from '../test/support/markers';

const root = path.resolve(__dirname, '..');
const cli = path.join(root, 'dist', 'cli.js');
const keepFolders = process.env.KEEP !== undefined;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Ran {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { code: status ?? -1, out: stdout ?? '', err: stderr ?? '' };
}

/** One program: its file, its shape, and what went wrong, if anything. */
function check(language: string, file: string): string | undefined {
  const toolchain = toolchains[language];
  if (toolchain === undefined) return 'no toolchain is known for it';
  const dir = mkdtempSync(path.join(tmpdir(), `keystow-${language}-`));
  try {
    const parts = sections(readFileSync(file, 'utf8')).map((part) =>
      part.tags.has('crlf') ? { ...part, body: part.body.replaceAll('\n', '\r\n') } : part,
    );
    const [first] = parts;
    if (first === undefined) return 'the shape has no file';
    const helpers = path.join(root, 'test', 'languages', language, 'helpers');
    if (existsSync(helpers)) cpSync(helpers, dir, { recursive: true });
    for (const { path: name, body } of parts) {
      mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      writeFileSync(path.join(dir, name), fill(body).text);
    }
    execFileSync('git', ['init', '-q'], { cwd: dir });
    const clean: NodeJS.ProcessEnv = { ...process.env, ...toolchain.env };
    for (const name of Object.keys(clean)) if (/_KEY|_TOKEN|_SECRET/.test(name)) delete clean[name];
    const start = (env: NodeJS.ProcessEnv): Ran => {
      for (const step of toolchain.build?.(first.path) ?? []) {
        const built = run(step, dir, env);
        if (built.code !== 0) return built;
      }
      return run(first.tags.has('npm') ? ['npm', 'start', '--silent'] : toolchain.run(first.path), dir, env);
    };

    const before = start(clean);
    if (before.code !== 0 || before.out.trim() === '')
      return `did not run before: ${before.out}${before.err}`;
    const texts = new Map(parts.map(({ path: name, body }) => [name, fill(body).text]));
    const fixed = run([process.execPath, cli, 'fix', '--write'], dir, clean);
    if (fixed.code !== 0) return `fix gave ${fixed.code}: ${fixed.out}${fixed.err}`;

    const stored = readFileSync(path.join(dir, '.env'), 'utf8');
    const values = parse(stored);
    const after = start(first.tags.has('loads') ? clean : { ...clean, ...values });
    if (after.code !== 0) return `did not run after: ${after.out}${after.err}\n${show(dir, parts)}`;
    if (after.out !== before.out)
      return `prints something else: ${before.out}then ${after.out}${show(dir, parts)}`;
    if (!first.tags.has('unset-runs')) {
      rmSync(path.join(dir, '.env'));
      const unset = start(clean);
      writeFileSync(path.join(dir, '.env'), stored);
      if (unset.code === 0) return `runs although the variable is not set: ${unset.out}\n${show(dir, parts)}`;
    }
    for (const [name, text] of texts) {
      const changed = linesChanged(text, readFileSync(path.join(dir, name), 'utf8'));
      const own = parts.find((part) => part.path === name);
      // `declares`: what is there may be written anew, such as the list of an import.
      if (own?.tags.has('declares')) continue;
      const keyLines = fill(own?.body ?? '').expected;
      const isManifest = /(?:^|\/)(?:package\.json|requirements\.txt|pyproject\.toml)$/.test(name);
      if (keyLines.length === 0 && changed > 0 && !isManifest) return `${name} changed`;
    }
    if (run(['git', 'check-ignore', '-q', '.env'], dir, clean).code !== 0) return '.env is not ignored';
    const again = run([process.execPath, cli, 'fix', '--write'], dir, clean);
    if (again.code !== 0 || !again.out.includes('Nothing to fix'))
      return `a second fix: ${again.out}${again.err}`;
    if (process.env.SHOW !== undefined) console.log(show(dir, parts));
    return undefined;
  } finally {
    if (keepFolders) console.log(dir);
    else rmSync(dir, { recursive: true, force: true });
  }
}

const show = (dir: string, parts: readonly { readonly path: string }[]): string =>
  parts.map(({ path: name }) => `--- ${name}\n${readFileSync(path.join(dir, name), 'utf8')}`).join('');

/** Lines of `before` that are not in `after`, by their text. */
function linesChanged(before: string, after: string): number {
  const left = after.split('\n');
  return before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

function main(): void {
  if (!existsSync(cli)) execFileSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' });
  const folder = path.join(root, 'test', 'languages');
  const wanted = process.argv.slice(2);
  let [passed, failed, skipped] = [0, 0, 0];
  for (const language of Object.keys(toolchains)) {
    if (wanted.length > 0 && !wanted.some((name) => name.split('/')[0] === language)) continue;
    const dir = path.join(folder, language);
    if (!existsSync(dir)) continue;
    const shapes = readdirSync(dir)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    if (!toolchains[language]?.isThere()) {
      console.log(`skipped ${language}: its toolchain is not on this machine`);
      skipped += shapes.length;
      continue;
    }
    for (const shape of shapes) {
      const name = `${language}/${path.basename(shape, '.txt')}`;
      if (wanted.length > 0 && !wanted.includes(language) && !wanted.includes(name)) continue;
      const problem = check(language, path.join(dir, shape));
      if (problem === undefined) passed++;
      else failed++;
      console.log(problem === undefined ? `ok ${name}` : `not ok ${name}: ${problem}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
