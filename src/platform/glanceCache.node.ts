import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Glance, Sought } from '../engine/index';
import { noFollow } from './files.node';
import { git } from './git.node';
import { glanceAt, pathOf } from './glance.node';

/**
 * Files of a repository in which a glance has seen nothing: each by its path, the id that git gives its content, and what the
 * file system tells of it. No text, no finding. Used where `keystow audit --cache` asks for it.
 *
 * What is kept is true of a content: the bytes that were looked at are hashed, and have the id that the index names. What
 * differs from the index is read each time, so is what a filter of git's makes of it. That a file still has these bytes is told
 * by its size, its times and its inode: who writes a file can set back when it was written, not when it was changed. Git's own
 * look (`diff-files`) costs as much, does not see what is `assume-unchanged`, and may start the programs of filters.
 *
 * It lies in git's own folder, where no clone, pull or checkout puts anything; whoever writes there can have hooks run. One that
 * is brought from elsewhere all the same, as in an archive, names other inodes and times, and answers nothing.
 */
export class GlanceCache {
  readonly #root: string;
  readonly #file: string;
  readonly #seen: Map<string, string>;
  readonly #now: Now | undefined;
  #ids: ReadonlyMap<string, string> = new Map();
  #isNew = false;

  private constructor(root: string, file: string) {
    this.#root = root;
    this.#file = file;
    this.#seen = seenIn(file);
    this.#now = nowIn(path.dirname(file));
  }

  /** The cache of a repository, by the top of its work tree; undefined where there is none, or git does not tell. */
  static async open(root: string): Promise<GlanceCache | undefined> {
    const { code, stdout } = await git(root, ['rev-parse', '--show-cdup', '--git-path', name]);
    const [up, file, ...more] = stdout.replace(/\r?\n$/, '').split(/\r?\n/);
    const isTold = code === 0 && up === '' && file !== undefined && more.length === 0;
    try {
      return isTold ? new GlanceCache(root, path.resolve(root, file)) : undefined;
    } catch {
      return undefined; // the program's own file is gone, as while it is updated
    }
  }

  /** @param ids the id of each file that git tracks, as its index has it: all there are. */
  listed(ids: ReadonlyMap<string, string>): void {
    this.#ids = ids;
  }

  /** As `glanceAt`; a file that is known is not opened. What a policy's own rules look for is not kept. */
  glance(file: string, limit: number, sought: Sought): Glance | undefined {
    const { reads, marks } = sought;
    const id = marks.length === 0 ? this.#ids.get(file) : undefined;
    const stamp = id === undefined ? undefined : stampOf(pathOf(this.#root, file));
    if (id === undefined || stamp === undefined) return glanceAt(this.#root, file, limit, sought);
    const { size, text } = stamp;
    const content = `${id} ${text}`;
    const known = this.#seen.get(file);
    const isKnown = known?.endsWith(content) === true;
    // Where all variables were looked for, so were those with a name.
    if (isKnown && size <= limit && (reads === 'named' || known.startsWith('all ')))
      return { kind: 'nothing', bytes: size };
    let isContent = false;
    const told = glanceAt(this.#root, file, limit, sought, (bytes) => {
      isContent = bytes.length === size && idOf(bytes, id.length) === id;
    });
    if (told?.kind === 'nothing' && isContent && isBefore(stamp, this.#now)) {
      this.#seen.set(file, `${reads} ${content}`);
      this.#isNew = true;
    }
    return told;
  }

  /** Keeps what was seen of the files that are listed with the same id. Never throws; says whether it could. */
  save(): boolean {
    if (this.#ids.size === 0) return true;
    if (this.#now === undefined) return false;
    for (const [file, seen] of this.#seen) {
      if (seen.startsWith(this.#ids.get(file) ?? 'none', seen.indexOf(' ') + 1)) continue;
      this.#seen.delete(file);
      this.#isNew = true;
    }
    if (!this.#isNew) return true;
    const body = Array.from(this.#seen, ([file, seen]) => `${file}\0${seen}\0`).join('');
    const fresh = `${this.#file}-${randomUUID()}`;
    try {
      // In the folder of git itself: one of our own, made by root, would keep out the user. Another audit meanwhile writes a file of its own; the last one stays.
      writeFileSync(fresh, `${digestOf(body)}\n${body}`, { flag: 'wx', mode: 0o600 });
      renameSync(fresh, this.#file);
      return true;
    } catch {
      rmSync(fresh, { force: true });
      return false;
    }
  }
}

const name = 'keystow-audit-cache';

/** Bytes; a larger one is none of ours. */
const largest = 256 * 1024 * 1024;

/**
 * What an earlier audit has kept, by path: `all ID SIZE …`. Nothing where the file is not whole, of another Keystow, or not this
 * user's alone.
 */
function seenIn(file: string): Map<string, string> {
  const kept = ownBytes(file);
  const start = 65; // behind a SHA-256 and the end of its line
  const body = kept?.subarray(start);
  if (body === undefined || kept?.toString('latin1', 0, start) !== `${digestOf(body)}\n`) return new Map();
  const fields = body.toString('utf8').split('\0');
  const seen = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) seen.set(fields[at] ?? '', fields[at + 1] ?? '');
  return seen;
}

/** A plain file that this user alone can write. */
function ownBytes(file: string): Buffer | undefined {
  try {
    if (noFollow === 0 && lstatSync(file).isSymbolicLink()) return undefined;
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
    try {
      const info = fstatSync(handle);
      const user = process.geteuid?.();
      const isOwn = user === undefined || (info.uid === user && (info.mode & 0o022) === 0);
      return info.isFile() && isOwn && info.size <= largest ? readFileSync(handle) : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined; // there is none yet
  }
}

let program: Buffer | undefined;

/** Of what is kept, and of what has judged it: the program with all that it knows of keys, and the engine that runs it. */
function digestOf(body: string | Buffer): string {
  program ??= readFileSync(__filename);
  return createHash('sha256').update(process.version).update(program).update(body).digest('hex');
}

interface Stamp {
  readonly size: number;
  readonly device: number;
  /** When its bytes or its times were changed, in milliseconds. */
  readonly changed: number;
  /** Differs whenever it was changed. */
  readonly text: string;
}

function stampOf(file: string): Stamp | undefined {
  try {
    const info = lstatSync(file, { throwIfNoEntry: false });
    if (info?.isFile() !== true) return undefined;
    const { size, dev, mtimeMs, ctimeMs, ino } = info;
    return { size, device: dev, changed: ctimeMs, text: `${size} ${mtimeMs} ${ctimeMs} ${ino}` };
  } catch {
    return undefined; // its folder cannot be entered
  }
}

/** A time as a file system tells it. */
type Now = Pick<Stamp, 'device' | 'changed'>;

/** By a file that is made; undefined where none can be. */
function nowIn(folder: string): Now | undefined {
  const file = path.join(folder, `${name}-${randomUUID()}`);
  try {
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
    const now = stampOf(file);
    rmSync(file);
    return now;
  } catch {
    return undefined;
  }
}

/**
 * Whether a change from now on gives a file another time. Clocks of file systems stand still for up to two seconds: what was
 * changed at the same time as now may be changed again.
 */
const isBefore = (stamp: Stamp, now: Now | undefined): boolean =>
  now?.device === stamp.device && stamp.changed < now.changed;

/** As git makes it; SHA-256 where its ids are longer. */
const idOf = (bytes: Uint8Array, length: number): string =>
  createHash(length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
