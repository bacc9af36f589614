import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FileFacts } from '../engine/index';
import { git } from './git.node';

/** What git says of a file; `ignored` is absent where it cannot tell. */
type GitFacts = Pick<FileFacts, 'tracked' | 'ignored'>;

/** Milliseconds after which git is asked again in any case: not every file that its settings name is known here. */
const longest = 10_000;

/** What `git rev-parse` has to be asked for; see `rememberingGit`. */
export const askedAtFirst = [
  '--is-inside-work-tree',
  '--show-cdup',
  ...['index', 'info/exclude', 'config'].flatMap((name) => ['--git-path', name]),
];

/**
 * Asks git about files of a folder, and the same again only when what it reads has changed: a start of a process holds
 * up the one who starts it for longer than git needs to answer.
 *
 * @param told what `git rev-parse` printed for `askedAtFirst` in the folder.
 * @returns for a path relative to the folder, with slashes, what git says.
 */
export function rememberingGit(root: string, told: string): (file: string) => Promise<GitFacts> {
  const [, up = '', ...paths] = told.replace(/\r?\n$/, '').split(/\r?\n/);
  // A path with a line break in it: what depends on it is not known.
  const isKnown = paths.length === 3;
  const top = path.resolve(root, up);
  const shared = [...paths.map((one) => path.resolve(root, one)), ...ofTheUser()];
  const ask = together(root);
  const answers = new Map<
    string,
    { readonly stamp: string; readonly at: number; readonly facts: GitFacts }
  >();
  return async (file) => {
    const stamp = isKnown
      ? await stampOf([...shared, ...ignoreFiles(top, path.join(root, file))])
      : undefined;
    const known = answers.get(file);
    const now = performance.now();
    if (known !== undefined && known.stamp === stamp && now - known.at < longest) return known.facts;
    const facts = await ask(file);
    if (stamp !== undefined) answers.set(file, { stamp, at: now, facts });
    return facts;
  };
}

/** Asks for one file at once, and while git answers for all that come meanwhile: an editor asks about each open file. */
function together(root: string): (file: string) => Promise<GitFacts> {
  let waiting: { readonly file: string; readonly answer: (facts: GitFacts) => void }[] = [];
  let isAsking = false;
  const run = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      const now = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      const facts = await factsOf(root, [...new Set(now.map(({ file }) => file))]);
      for (const { file, answer } of now) answer(facts.get(file) ?? {});
    }
    isAsking = false;
  };
  return (file) =>
    new Promise((answer) => {
      waiting.push({ file, answer });
      if (!isAsking) void run(); // git never throws
    });
}

/** So many names fit into a command line, on Windows too. */
const mostTogether = 50;

/** Mostly files are ignored or new: then one process or two say all. */
async function factsOf(root: string, files: readonly string[]): Promise<ReadonlyMap<string, GitFacts>> {
  const ignored = await ignoredOf(root, files);
  if (ignored === undefined && files.length > 1) {
    // One that git cannot judge, as behind a link, keeps it from judging the others.
    const all = await Promise.all(files.map((file) => factsOf(root, [file])));
    return new Map(all.flatMap((one) => [...one]));
  }
  // To git a tracked file is never ignored, whatever the rules say.
  const rest = files.filter((file) => ignored?.has(file) !== true);
  const tracked = rest.length === 0 ? new Set() : await trackedOf(root, rest);
  const both = rest.filter((file) => tracked.has(file));
  const byRule = both.length === 0 ? new Set() : await ignoredOf(root, both, '--no-index');
  return new Map(
    files.map((file): readonly [string, GitFacts] => {
      const isTracked = tracked.has(file);
      const known = isTracked ? byRule : ignored;
      return [file, { tracked: isTracked, ...(known === undefined ? {} : { ignored: known.has(file) }) }];
    }),
  );
}

/** Undefined where git cannot tell. */
async function ignoredOf(
  root: string,
  files: readonly string[],
  ...options: readonly string[]
): Promise<ReadonlySet<unknown> | undefined> {
  const args = ['check-ignore', '-z', '--stdin', ...options];
  const { code, stdout } = await git(root, args, { input: `${files.join('\0')}\0` });
  return code === 0 || code === 1 ? new Set(stdout.split('\0')) : undefined;
}

async function trackedOf(root: string, files: readonly string[]): Promise<ReadonlySet<unknown>> {
  const names = files.map((file) => `:(literal)${file}`);
  const { code, stdout } = await git(root, ['ls-files', '-z', '--', ...names]);
  return new Set(code === 0 ? stdout.split('\0') : []);
}

/** Settings and ignore rules for all of a person's repositories. https://git-scm.com/docs/gitignore, read 2026-11-28 */
function ofTheUser(): readonly string[] {
  const home = os.homedir();
  const config = path.join(process.env.XDG_CONFIG_HOME || path.join(home, '.config'), 'git');
  return [path.join(home, '.gitconfig'), path.join(config, 'config'), path.join(config, 'ignore')];
}

/** The ignore files that can speak of a file, from its folder up to the repository's. */
function ignoreFiles(top: string, file: string): readonly string[] {
  const files: string[] = [];
  for (let dir = path.dirname(file); ; dir = path.dirname(dir)) {
    files.push(path.join(dir, '.gitignore'));
    if (dir === top || dir === path.dirname(dir)) return files;
  }
}

/** Changes with any of the files: git and editors put new ones in their place, or at least change their times. */
async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = files.map((file) =>
    stat(file).then(
      ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
      () => '', // not there
    ),
  );
  return (await Promise.all(stamps)).join();
}
