// The figures of `npm run bench` for git: what an audit costs against git reading the same objects.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { madeKey } from '../test/support/keys';
import { seeded } from '../test/support/random';
import { root } from './host/setup';

const cli = path.join(root, 'dist/cli.js');

const words =
  'value result request response client server handler config options user account project session buffer stream parser index count total message error callback promise context module string number boolean object array filter reduce update remove create render component state props'.split(
    ' ',
  );

/** Lines of programs, settings and prose, none of which repeats another often. */
function lineWriter(random: () => number): () => string {
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  const number = (): number => Math.floor(random() * 100_000);
  const forms = [
    () => `  const ${word()}${number()} = await ${word()}.${word()}(${word()}, { ${word()}: ${number()} });`,
    () => `  if (${word()}.${word()} !== undefined) return ${word()}(${word()});`,
    () => `  // ${word()} ${word()} the ${word()} of ${word()} and ${word()}`,
    () => `import { ${word()} } from './${word()}/${word()}';`,
    () => `  { "${word()}": "${word()}-${number()}", "id": ${number()} },`,
    () => `  throw new Error('${word()} ${word()} failed: ' + ${word()});`,
    () => '}',
    () => '',
  ];
  return () => forms[Math.floor(random() * forms.length)]?.() ?? '';
}

/** A repository of many commits, written by `git fast-import`; a key comes and goes a few times. */
async function writeHistory(dir: string, commits: number): Promise<void> {
  const random = seeded(1);
  const line = lineWriter(random);
  const below = (limit: number): number => Math.floor(random() * limit);
  const files = Array.from({ length: 400 }, () => Array.from({ length: 40 + below(260) }, line));
  execFileSync('git', ['init', '-q', '-b', 'main', dir]);
  const git = spawn('git', ['-C', dir, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(git, 'close');
  for (let commit = 0; commit < commits; commit++) {
    const when = 1_600_000_000 + commit * 60;
    let text = `commit refs/heads/main\ncommitter A <a@a.invalid> ${when} +0000\ndata 1\nc\n`;
    for (let change = commit === 0 ? files.length : 1 + below(3); change > 0; change--) {
      const which = commit === 0 ? change - 1 : below(files.length);
      const file = files[which] ?? [];
      file.splice(below(file.length), below(2), line());
      if (commit % 5000 === 17) file.push(`const key = "${madeKey('openai-project-key', String(commit))}";`);
      const body = `${file.join('\n')}\n`;
      text += `M 100644 inline src/${which % 20}/${which}.ts\ndata ${Buffer.byteLength(body)}\n${body}\n`;
    }
    if (!git.stdin.write(text)) await once(git.stdin, 'drain');
  }
  git.stdin.end();
  await ended;
}

/** CPU seconds of a command with all its children, as the shell tells them. */
export function cpuOf(cwd: string, command: string): number {
  const { stdout } = spawnSync('sh', ['-c', `${command} > /dev/null 2>&1; times`], { cwd, encoding: 'utf8' });
  const times =
    stdout
      .split('\n')
      .at(-2)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return Array.from(times, ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds)).reduce(
    (sum, one) => sum + one,
    0,
  );
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The ratio of two commands that are run in turns; what the first takes in the folder `idle` is subtracted. */
function ratio(cwd: string, ours: string, theirs: string, rounds: number, idle?: string): string {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = idle === undefined ? 0 : cpuOf(idle, ours);
    ratios.push((cpuOf(cwd, ours) - start) / cpuOf(cwd, theirs));
  }
  return median(ratios).toFixed(2);
}

/** Megabytes that the CLI itself takes at most; git maps whole packs besides. */
function memoryOf(cwd: string, hook: string, args: readonly string[]): number {
  const told = path.join(path.dirname(hook), 'memory');
  spawnSync(process.execPath, ['--require', hook, cli, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, TOLD: told },
  });
  return Math.round(Number(readFileSync(told, 'utf8')) / 1024);
}

export async function gitFigures(): Promise<void> {
  if (process.platform === 'win32') return; // no shell that tells times
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-bench-git-'));
  try {
    const node = `'${process.execPath}' '${cli}'`;
    const staged = path.join(dir, 'staged');
    const line = lineWriter(seeded(2));
    for (let file = 0; file < 2000; file++) {
      mkdirSync(path.join(staged, String(file % 40)), { recursive: true });
      const text = `${Array.from({ length: 150 }, line).join('\n')}\n`;
      writeFileSync(path.join(staged, String(file % 40), `${file}.ts`), text);
    }
    execFileSync('git', ['init', '-q', staged]);
    execFileSync('git', ['add', '.'], { cwd: staged });
    const ids = `git ls-files -s | cut -d' ' -f2 > '${dir}/ids'`;
    spawnSync('sh', ['-c', ids], { cwd: staged });
    const idle = path.join(dir, 'idle');
    execFileSync('git', ['init', '-q', idle]);
    const read = `git cat-file --batch < '${dir}/ids'`;
    const blobs = ratio(staged, `${node} audit --staged`, read, 7, idle);
    console.log(
      `audit --staged of 2,000 files / git cat-file, CPU without start: ${blobs} (must: at most 3)`,
    );

    const history = path.join(dir, 'history');
    await writeHistory(history, 20_000);
    const all = 'git cat-file --batch-all-objects --batch';
    const audit = `${node} audit --history`;
    console.log(
      `audit --history of 20,000 commits / ${all}, CPU: ${ratio(history, audit, all, 1)} (must: at most 3)`,
    );
    console.log(`  / the same in the order of the pack: ${ratio(history, audit, `${all} --unordered`, 3)}`);
    const hook = path.join(dir, 'hook.cjs');
    writeFileSync(
      hook,
      `process.on('exit', () => require('node:fs').writeFileSync(process.env.TOLD, String(process.resourceUsage().maxRSS)));`,
    );
    console.log(`  memory: ${memoryOf(history, hook, ['audit', '--history'])} MB (must: at most 250)`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
