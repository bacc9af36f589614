import {
  chmod,
  chown,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  unlink,
} from 'node:fs/promises';
import path from 'node:path';
import { type Encoding, encode, skipReason, t } from '../engine/index';
import { codeOf, readFileAt } from '../platform/files.node';
import { GuardError } from './errors';

/** A text file as it lies there; `text` is undefined where there is none. */
export interface TextFile {
  readonly text: string | undefined;
  readonly encoding: Encoding;
  /** Permissions, such as 0o755. */
  readonly mode: number;
}

/** Bytes; no hook and no configuration of hooks is that long. */
const largest = 1024 * 1024;

/** @throws GuardError where something is there that is no text, or cannot be read. */
export async function readText(file: string): Promise<TextFile> {
  const target = await realpath(file).catch(() => file);
  const read = await readFileAt(target, largest);
  if (read.kind === 'missing') return { text: undefined, encoding: 'utf8', mode: 0o644 };
  if (read.kind === 'skipped')
    throw new GuardError(t('{0} cannot be changed: {1}', file, skipReason(read.reason)));
  if (read.readOnly) throw new GuardError(t('{0} cannot be changed: it is read-only', file));
  const { mode } = await lstat(target);
  return { text: read.text, encoding: read.encoding, mode: mode & 0o777 };
}

/**
 * Puts a text in the place of a file, whole or not at all: it is written beside it and renamed, so that a process that
 * is killed leaves what was there. Through a link the file behind it is written, unless the link is to be replaced.
 *
 * @throws GuardError
 */
export async function putText(
  file: string,
  text: string,
  { encoding, mode }: Omit<TextFile, 'text'>,
  { throughLink = true } = {},
): Promise<void> {
  const target = throughLink ? await realpath(file).catch(() => file) : file;
  const before = await lstat(target).catch(() => undefined);
  await beside(target, async (fresh) => {
    const handle = await open(fresh, 'wx', mode);
    try {
      await handle.writeFile(encode(text, encoding));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(fresh, mode); // what the umask has taken away
    // Another one's file stays theirs, where we may say so.
    if (before !== undefined && before.uid !== process.getuid?.())
      await chown(fresh, before.uid, before.gid).catch(() => {});
  });
}

/** Gives a file a second name, under which its content, mode and times stay; a link is kept as a link. @throws GuardError */
export async function keepAs(file: string, kept: string): Promise<void> {
  const isLink = (await lstat(file)).isSymbolicLink();
  await beside(kept, async (fresh) => {
    if (isLink) await symlink(await readlink(file), fresh);
    // Some file systems have no hard links; a copy has the mode too.
    else await link(file, fresh).catch(() => copyFile(file, fresh));
  });
}

/** Makes a file under a name of its own, and renames it when it is whole. */
async function beside(file: string, make: (fresh: string) => Promise<void>): Promise<void> {
  // One that was left behind by a process that was killed goes.
  const fresh = unfinished(file);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await rm(fresh, { force: true });
    await make(fresh);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw couldNot(file, error);
  }
}

/** Where a file is made before it takes its place: hidden, and no name that git would run. */
const unfinished = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.keystow-new`);

/** Removes what a process that was killed has left of a file. */
export const removeUnfinished = (file: string): Promise<void> => rm(unfinished(file), { force: true });

/** Renames over what is there. */
export async function putBack(kept: string, file: string): Promise<void> {
  try {
    await rename(kept, file);
  } catch (error) {
    throw couldNot(file, error);
  }
}

export async function remove(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw couldNot(file, error);
  }
}

/** Whether there is anything under a name, be it a link that leads nowhere. */
export const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

const couldNot = (file: string, error: unknown): GuardError =>
  new GuardError(t('{0} could not be written ({1})', file, codeOf(error) ?? t('an error')));
