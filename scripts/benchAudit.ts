// The figures of `npm run bench` for an audit of a whole tree, against programs that read the same files. BENCH_TREE names another
// tree than the made one.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { decode, scanDocument } from '../src/engine/index';
import { keyForms } from '../src/engine/scan/keyForms';
import { cli, inFolder, node, ratiosOf, takenBy } from './benchCpu';
import { type Bench, figures } from './benchFigures';
import { type Corpus, writeCorpus } from './corpus';
import { root } from './host/setup';

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

const ripgrep = path.join(
  root,
  `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg${process.platform === 'win32' ? '.exe' : ''}`,
);

/** A tree, with every file of it that git has. */
interface Tree {
  readonly dir: string;
  readonly files: readonly string[];
  /** What it is made of; undefined for a tree of somebody's own. */
  readonly corpus: Corpus | undefined;
}

function treeIn(dir: string, bench: Bench): Tree {
  const named = bench.isShort ? undefined : process.env.BENCH_TREE; // what is usual was measured on the made one
  if (named !== undefined) return { dir: named, files: filesIn(named), corpus: undefined };
  if (!bench.isShort) return made(path.join(dir, 'tree'), 30_000);
  // Each kind of key in a tree this small would be most of what an audit of it costs: they are looked for in one of their own.
  parity(bench, made(path.join(dir, 'keys'), 600));
  return made(path.join(dir, 'tree'), 2000, 150);
}

function made(dir: string, files: number, every?: number): Tree {
  mkdirSync(dir);
  const corpus = writeCorpus(dir, files, 1, every);
  return { dir, files: filesIn(dir), corpus };
}

const filesIn = (tree: string): readonly string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 30 })
    .split('\0')
    .filter((file) => file !== '');

/** Speed is told of an audit that finds what there is. */
function parity(bench: Bench, { dir, files, corpus }: Tree): void {
  const ours = found(dir);
  const planted = corpus?.planted ?? [];
  const missed = planted.filter(({ file, rule }) => !ours.includes(`${file}: ${rule}`));
  const whole = naive(
    dir,
    files.filter((file) => existsSync(path.join(dir, file))),
  );
  const isSame = [...ours].sort().join('\n') === [...whole].sort().join('\n');
  bench.check(
    `parity: ${ours.length} keys, ${whole.length} by reading every file as a whole, ${missed.length} of ${planted.length} planted ones missed`,
    isSame && missed.length === 0,
  );
}

const audit = `${node} '${cli}' audit`;

function againstReaders(bench: Bench, dir: string, tree: Tree): void {
  const prefixes = Object.values(keyForms.prefixes).flatMap((those) => those.map(([prefix]) => prefix));
  writeFileSync(path.join(dir, 'prefixes'), [...new Set(prefixes)].join('\n'));
  const rg = `'${ripgrep}' -F -f '${path.join(dir, 'prefixes')}' -l --hidden -g '!.git' .`;
  const reader = path.join(dir, 'read.cjs');
  writeFileSync(path.join(dir, 'list'), tree.files.join('\0'));
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
  const read = `${node} '${reader}' '${path.join(dir, 'list')}'`;
  const times = bench.isShort ? 3 : 1;
  const [toRipgrep = [], toReading = []] = ratiosOf(tree.dir, audit, [rg, read], bench.rounds, times);
  bench.tell(figures.ripgrep, toRipgrep);
  bench.tell(figures.reading, toReading);
}

/** With rules of a policy, against an audit without. */
function ownRules(bench: Bench, dir: string, tree: Tree): void {
  const policy = path.join(dir, 'policy.json');
  const rules = [
    { id: 'acme-token', prefix: 'acme_live_' },
    { id: 'acme-login', pattern: '\\bacmelogin:([0-9a-z]{24})' },
  ];
  writeFileSync(policy, JSON.stringify({ rules }));
  const [ratios = []] = ratiosOf(tree.dir, `${audit} --config '${policy}'`, [audit], bench.rounds);
  bench.tell(figures.rules, ratios);
}

function againstSecretlint(bench: Bench, dir: string): void {
  const source = path.join(dir, 'source');
  mkdirSync(source);
  const { bytes } = writeCorpus(source, 1200, 2);
  const rules = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });
  const secretlint = `cd '${root}' && ${node} node_modules/secretlint/bin/secretlint.js --secretlintrcJSON '${rules}' '${source}/p*/**/*'`;
  const [ratios = []] = ratiosOf(source, audit, [secretlint], Math.min(bench.rounds, 5));
  bench.tell(
    figures.secretlint,
    ratios.map((ratio) => 1 / ratio),
    String(Math.round(bytes / 1e6)),
  );
}

function memory(bench: Bench, dir: string, tree: Tree): void {
  const most = (args: readonly string[]): number => takenBy(dir, tree.dir, args).memory;
  const ratios = Array.from({ length: 3 }, () => most([cli, 'audit']) / most(['-e', '0']));
  bench.tell(figures.memory, ratios);
}

/** What every commit waits for. */
function smallDiff(bench: Bench, dir: string): void {
  const staged = path.join(dir, 'staged');
  mkdirSync(staged);
  execFileSync('git', ['init', '-q', staged]);
  const lines = Array.from({ length: 110 }, (_, n) => `const a${n} = compute(${n}, 'text'); // line`);
  writeFileSync(path.join(staged, 'a.ts'), `${lines.join('\n')}\n`);
  execFileSync('git', ['add', '.'], { cwd: staged });
  const commands = [
    ['audit --staged', figures.staged],
    ['hook run pre-commit', figures.hook],
  ] as const;
  for (const [command, figure] of commands) {
    const [ratios = []] = ratiosOf(staged, `${node} '${cli}' ${command}`, [`${node} -e 0`], bench.rounds, 5);
    bench.tell(figure, ratios);
  }
}

export async function auditFigures(bench: Bench): Promise<void> {
  if (process.platform === 'win32') return; // no shell that tells times
  await inFolder('audit', (dir) => {
    const tree = treeIn(dir, bench);
    const load = os.loadavg()[0]?.toFixed(1);
    console.log(`tree: ${tree.files.length} files, node ${process.version}, load ${load}`);
    parity(bench, tree);
    againstReaders(bench, dir, tree);
    if (!bench.isShort) {
      ownRules(bench, dir, tree);
      againstSecretlint(bench, dir);
      memory(bench, dir, tree);
    }
    smallDiff(bench, dir);
  });
}
