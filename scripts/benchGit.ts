// The figures of `npm run bench` for git: what an audit costs against git reading the same objects.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeKey } from '../test/support/keys';
import { seeded } from '../test/support/random';
import { cli, cpuOf, inFolder, node, takenBy } from './benchCpu';
import { type Bench, figures, median } from './benchFigures';

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

/** The ratios of two commands that are run in turns; what the first takes in the folder `idle` is subtracted. */
function ratios(cwd: string, ours: string, theirs: string, rounds: number, idle?: string): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const start = idle === undefined ? 0 : cpuOf(idle, ours);
    return (cpuOf(cwd, ours) - start) / cpuOf(cwd, theirs);
  });
}

export async function gitFigures(bench: Bench): Promise<void> {
  if (process.platform === 'win32') return; // no shell that tells times
  await inFolder('git', async (dir) => {
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
    bench.tell(
      figures.blobs,
      ratios(staged, `${node} '${cli}' audit --staged --severity error`, read, 7, idle),
    );

    const history = path.join(dir, 'history');
    await writeHistory(history, 20_000);
    const all = 'git cat-file --batch-all-objects --batch';
    const audit = `${node} '${cli}' audit --history`;
    bench.tell(figures.history, ratios(history, audit, all, 1));
    const inOrder = median(ratios(history, audit, `${all} --unordered`, 3));
    console.log(`  / the same in the order of the pack: ${inOrder.toFixed(2)}`);
    const { memory } = takenBy(dir, history, [cli, 'audit', '--history']);
    // Of the CLI itself; git maps whole packs besides.
    console.log(`  memory: ${Math.round(memory)} MB (must: at most 250)`);
  });
}
