import { isUtf8 } from 'node:buffer';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { startGit } from './git.node';

/** What git answered, as bytes: names of files need not be UTF-8. */
export interface GitAnswer {
  readonly code: number | null;
  readonly stdout: Buffer;
  /** Git's own words; its messages are in English. */
  readonly stderr: string;
}

/** Why there is no repository to ask: one sentence for the user. */
export class NoRepository extends Error {}

/**
 * The repository that git takes in a folder, as its variables say while a hook runs. Nothing is fetched, nothing is
 * replaced, nothing of its configuration is run.
 */
export class GitRepository {
  private constructor(
    /** Where git is run. */
    readonly cwd: string,
    /** The top of the work tree; undefined in a bare repository. */
    readonly root: string | undefined,
    readonly isShallow: boolean,
    /** The file that names the commits which are being merged; it is there during a merge only. */
    readonly mergeHead: string,
    /** Git's folder of objects. */
    readonly objects: string,
  ) {}

  /** @throws NoRepository where git is missing, refuses, or finds none. */
  static async open(cwd: string): Promise<GitRepository> {
    // What may hold a line break comes last.
    const asked = [
      '--is-inside-work-tree',
      '--is-shallow-repository',
      '--show-cdup',
      '--git-path',
      'objects',
      '--git-path',
      'MERGE_HEAD',
    ];
    const { code, stdout, stderr } = await run(cwd, ['rev-parse', ...asked]);
    if (code === null) throw new NoRepository('git could not be run');
    if (code !== 0)
      throw new NoRepository(
        /dubious ownership/.test(stderr)
          ? 'git refuses this repository, which belongs to somebody else; see safe.directory in git help config'
          : 'this is no git repository',
      );
    const [inside, shallow, up = '', ...paths] = linesOf(stdout);
    const root = inside === 'true' ? path.resolve(cwd, up) : await workTree(cwd);
    // One of two names with line breaks begins nobody knows where: each is asked for by itself.
    const [objects = '', mergeHead = ''] =
      paths.length === 2 ? paths : [await gitPath(cwd, 'objects'), await gitPath(cwd, 'MERGE_HEAD')];
    return new GitRepository(
      cwd,
      root,
      shallow === 'true',
      path.resolve(cwd, mergeHead),
      path.resolve(cwd, objects),
    );
  }

  /** Runs git to its end; never throws. */
  run(args: readonly string[], input = ''): Promise<GitAnswer> {
    return run(this.cwd, args, input);
  }

  start(args: readonly string[]): ChildProcessWithoutNullStreams {
    return startGit(this.cwd, args, { ofProcess: true });
  }
}

/** The top of a work tree that lies elsewhere, as GIT_WORK_TREE says. */
async function workTree(cwd: string): Promise<string | undefined> {
  const { code, stdout } = await run(cwd, ['rev-parse', '--show-toplevel']);
  return code === 0 ? path.resolve(cwd, stdout.toString('utf8').replace(/\r?\n$/, '')) : undefined;
}

async function gitPath(cwd: string, name: string): Promise<string> {
  const { stdout } = await run(cwd, ['rev-parse', '--git-path', name]);
  return linesOf(stdout).join('\n');
}

const linesOf = (answer: Buffer): readonly string[] =>
  answer
    .toString('utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);

function run(cwd: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = startGit(cwd, args, { ofProcess: true });
    const out: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      if (stderr.length < longestMessage) stderr += part;
    });
    child.on('error', () => resolve({ code: null, stdout: Buffer.alloc(0), stderr: '' }));
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out), stderr }));
    child.stdin.end(input);
  });
}

/** Characters: what git says last of many objects is said already. */
const longestMessage = 64 * 1024;

/** A name as git gives it. One that is not UTF-8 is read byte by byte, so that no two are alike. */
export const nameOf = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');

/** The fields of an answer to `-z`. */
export function* fieldsOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0, end = bytes.indexOf(0); end >= 0; start = end + 1, end = bytes.indexOf(0, start))
    yield bytes.subarray(start, end);
}
