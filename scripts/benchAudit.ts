// The figures of `npm run bench` for an audit of a whole tree, against programs that read the same files. BENCH_TREE names another
// tree than the made one; BENCH_ROUNDS says how often each is run.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { decode, scanDocument } from '../src/engine/index';
import { keyForms } from '../src/engine/scan/keyForms';
import { cpuOf, median } from './benchGit';
import { type Corpus, writeCorpus } from './corpus';
import { root } from './host/setup';

const cli = path.join(root, 'dist/cli.js');
const node = `'${process.execPath}'`;
export const rounds = Number(process.env.BENCH_ROUNDS ?? 9);

/** Ratios of one figure: PASS or FAIL where most rounds agree, NOISY where they lie on both sides of what must be reached. */
export function told(
  title: string,
  ratios: readonly number[],
  must: number,
  aim: number,
  isLeast = false,
): string {
  const sorted = ratios.toSorted((a, b) => a - b);
  const middle = median(sorted);
  const isMet = (ratio: number): boolean => (isLeast ? ratio >= must : ratio <= must);
  const quarter = Math.floor(sorted.length / 4);
  const inner = sorted.slice(quarter, sorted.length - quarter);
  const word = inner.every(isMet) ? 'PASS' : inner.some(isMet) ? 'NOISY' : 'FAIL';
  const range = `${sorted[0]?.toFixed(2)} to ${sorted.at(-1)?.toFixed(2)}`;
  const limit = isLeast ? `at least ${must}, aim ${aim}` : `at most ${must}, aim ${aim}`;
  return `${word.padEnd(5)} ${title}: ${middle.toFixed(2)} (${range}; ${limit})`;
}

/** Commands that are run in turns: how much CPU the first takes against each of the others. */
function ratiosOf(
  cwd: string,
  ours: string,
  theirs: readonly string[],
  times = rounds,
): readonly (readonly number[])[] {
  const runs = Array.from({ length: times }, () => [ours, ...theirs].map((command) => cpuOf(cwd, command)));
  return theirs.map((_, index) => runs.map(([own = 0, ...others]) => own / (others[index] ?? 0)));
}

/** Every finding of a key that reading each file as a whole tells, by file and rule. */
function naive(tree: string, files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const decoded = decode(readFileSync(path.join(tree, file)));
    if (decoded.kind !== 'text' || decoded.text.length > 2 ** 20) return [];
    return scanDocument({ path: file, text: decoded.text })
      .filter(({ category }) => category === 'key')
      .map(({ rule }) => `${file}: ${rule}`);
  });
}

function found(tree: string): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [cli, 'audit', '--format', 'json'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly file: string; readonly rule: string; readonly category: string }[];
  };
  return findings.filter(({ category }) => category === 'key').map(({ file, rule }) => `${file}: ${rule}`);
}

/** Megabytes at most, as a process tells of itself. */
function memoryOf(cwd: string, hook: string, args: readonly string[]): number {
  const file = path.join(path.dirname(hook), 'memory');
  spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, TOLD: file },
  });
  return Number(readFileSync(file, 'utf8')) / 1024;
}

const ripgrep = path.join(
  root,
  `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg${process.platform === 'win32' ? '.exe' : ''}`,
);

export function auditFigures(): void {
  if (process.platform === 'win32') return; // no shell that tells times
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-bench-audit-'));
  try {
    const tree = process.env.BENCH_TREE ?? path.join(dir, 'tree');
    let corpus: Corpus | undefined;
    if (process.env.BENCH_TREE === undefined) {
      mkdirSync(tree);
      corpus = writeCorpus(tree, 30_000);
    }
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 30 })
      .split('\0')
      .filter((file) => file !== '');
    console.log(`tree: ${files.length} files, node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`);

    const ours = found(tree);
    const missed = (corpus?.planted ?? []).filter(({ file, rule }) => !ours.includes(`${file}: ${rule}`));
    const whole = naive(
      tree,
      files.filter((file) => existsSync(path.join(tree, file))),
    );
    const isSame = [...ours].sort().join('\n') === [...whole].sort().join('\n');
    console.log(
      `parity: ${ours.length} keys, ${whole.length} by reading every file as a whole, ${missed.length} of ${corpus?.planted.length ?? 0} planted ones missed: ${isSame && missed.length === 0 ? 'PASS' : 'FAIL'}`,
    );

    const audit = `${node} '${cli}' audit`;
    const prefixes = Object.values(keyForms.prefixes).flatMap((those) => those.map(([prefix]) => prefix));
    writeFileSync(path.join(dir, 'prefixes'), [...new Set(prefixes)].join('\n'));
    const rg = `'${ripgrep}' -F -f '${path.join(dir, 'prefixes')}' -l --hidden -g '!.git' .`;
    const reader = path.join(dir, 'read.cjs');
    writeFileSync(path.join(dir, 'list'), files.join('\0'));
    writeFileSync(
      reader,
      `const fs = require('node:fs');
const room = Buffer.alloc(2 ** 20 + 1);
for (const file of fs.readFileSync(process.argv[2], 'utf8').split('\\0')) {
  let handle;
  try { handle = fs.openSync(file); } catch { continue; }
  fs.readSync(handle, room, 0, room.length, 0);
  fs.closeSync(handle);
}`,
    );
    const [toRipgrep = [], toReading = []] = ratiosOf(tree, audit, [
      rg,
      `${node} '${reader}' '${path.join(dir, 'list')}'`,
    ]);
    console.log(told('audit / ripgrep -F with all prefixes, CPU', toRipgrep, 1.2, 0.9));
    console.log(told('audit / node reading the same files, CPU', toReading, 2.6, 2));

    const source = path.join(dir, 'source');
    mkdirSync(source);
    const { bytes } = writeCorpus(source, 1200, 2);
    const rules = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });
    const secretlint = `cd '${root}' && ${node} node_modules/secretlint/bin/secretlint.js --secretlintrcJSON '${rules}' '${source}/p*/**/*'`;
    const [toSecretlint = []] = ratiosOf(source, audit, [secretlint], Math.min(rounds, 5));
    console.log(
      told(
        `secretlint / audit, ${Math.round(bytes / 1e6)} MB of source, CPU`,
        toSecretlint.map((ratio) => 1 / ratio),
        20,
        33,
        true,
      ),
    );

    const hook = path.join(dir, 'hook.cjs');
    writeFileSync(
      hook,
      `process.on('exit', () => require('node:fs').writeFileSync(process.env.TOLD, String(process.resourceUsage().maxRSS)));`,
    );
    const memories = Array.from({ length: 3 }, () => {
      return memoryOf(tree, hook, [cli, 'audit']) / memoryOf(tree, hook, ['-e', '0']);
    });
    console.log(told('audit peak memory / node -e 0', memories, 3, 2));

    const staged = path.join(dir, 'staged');
    mkdirSync(staged);
    execFileSync('git', ['init', '-q', staged]);
    const lines = Array.from({ length: 110 }, (_, n) => `const a${n} = compute(${n}, 'text'); // line`);
    writeFileSync(path.join(staged, 'a.ts'), `${lines.join('\n')}\n`);
    execFileSync('git', ['add', '.'], { cwd: staged });
    const [must, aim] = Number(process.versions.node.split('.')[0]) >= 22 ? [2.2, 1.8] : [1.6, 1.3];
    for (const command of ['audit --staged', 'hook run pre-commit']) {
      const [ratios = []] = ratiosOf(staged, `${node} '${cli}' ${command}`, [`${node} -e 0`]);
      console.log(told(`${command}, 110 lines / node -e 0, CPU`, ratios, must, aim));
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
