import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gitAtOnce } from '../platform/git.node';
import { looseBlob } from '../platform/gitLoose.node';

/** A file that the next commit brings or changes. */
export interface StagedFile {
  /** As bytes are read one by one. */
  readonly path: string;
  /** Of its blob. */
  readonly id: string;
}

/**
 * What is staged and is not so in HEAD, from one git process, for a folder in which `.git` is.
 *
 * @returns undefined where git fails, or something is no plain file: a link, a submodule, what a merge has left.
 */
export function stagedAtOnce(cwd: string): readonly StagedFile[] | undefined {
  const answer = gitAtOnce(cwd, [
    ...['diff-index', '--cached', '--raw', '-z', '--no-renames', '--no-ext-diff', '--no-textconv'],
    ...['--abbrev=64', isUnborn(path.join(cwd, '.git')) ? emptyTree : 'HEAD', '--'],
  ]);
  if (answer === undefined) return undefined;
  const staged: StagedFile[] = [];
  const fields = answer.toString('latin1').split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , id = '', status = ''] = (fields[at] ?? '').split(' ');
    if (status === 'D') continue;
    if (!mode.startsWith('100') || status === 'U') return undefined;
    staged.push({ path: fields[at + 1] ?? '', id });
  }
  return staged;
}

/** The tree that holds nothing, which every git knows; one whose ids are longer has another, and says that this is none. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Whether a repository has certainly no commit yet, or its branch has none: what HEAD names is nowhere. */
function isUnborn(git: string): boolean {
  if (process.env.GIT_DIR !== undefined && process.env.GIT_DIR !== '.git') return false;
  try {
    const [, ref] = /^ref: (refs\/heads\/\S+)\n$/.exec(readFileSync(path.join(git, 'HEAD'), 'utf8')) ?? [];
    if (ref === undefined || existsSync(path.join(git, 'reftable'))) return false;
    return !existsSync(path.join(git, ref)) && !existsSync(path.join(git, 'packed-refs'));
  } catch {
    return false; // a file, which names a folder elsewhere
  }
}

/**
 * The blobs of these ids. Git is asked for those only that lie in packs.
 *
 * @returns undefined where one cannot be read, or together they hold more than `largest` bytes.
 */
export function blobsAtOnce(
  cwd: string,
  ids: ReadonlySet<string>,
  largest: number,
): ReadonlyMap<string, Buffer> | undefined {
  const blobs = new Map<string, Buffer>();
  const objects = process.env.GIT_OBJECT_DIRECTORY ?? path.join('.git', 'objects');
  let rest = largest;
  const packed: string[] = [];
  for (const id of ids) {
    const blob = rest > 0 ? looseBlob(path.resolve(cwd, objects), id, rest) : undefined;
    if (blob === undefined) packed.push(id);
    else blobs.set(id, blob);
    rest -= blob?.length ?? 0;
  }
  if (packed.length === 0) return blobs;
  if (rest <= 0) return undefined;
  const answer = gitAtOnce(cwd, ['cat-file', '--batch', '--buffer'], `${packed.join('\n')}\n`, rest);
  if (answer === undefined) return undefined;
  let at = 0;
  for (const id of packed) {
    const end = answer.indexOf(10, at);
    const [name, type, length = ''] = answer.toString('latin1', at, end).split(' ');
    if (end < 0 || name !== id || type !== 'blob' || !/^\d+$/.test(length)) return undefined;
    at = end + 1 + Number(length) + 1;
    if (at > answer.length) return undefined;
    blobs.set(id, answer.subarray(end + 1, at - 1));
  }
  return blobs;
}
