import { constants } from 'node:fs';
import { mkdir, open, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { applyEdits, encode, type FileEdit, type FixPlan, isEnvFile, readableFrom } from '../engine/index';
import { codeOf, readFileAt } from './files.node';

/** A plan that was not carried out; every file is as it was, unless `message` names one that is not. */
export class PlanFailed extends Error {}

interface Undo {
  readonly path: string;
  readonly undo: () => Promise<void>;
}

/**
 * Carries a plan out on disk, in its order: a value is in `.env`, saved and read back, before the source loses it.
 * When anything fails, what was done is taken back, but for a file that another program has written since.
 *
 * Files are written in place and shortened last: no temporary file ever holds a value, the file keeps its owner,
 * mode and links, and a crash can at worst leave the old tail behind the new text, never an empty file.
 *
 * @throws PlanFailed
 */
export async function applyPlan(plan: FixPlan, resolve: (path: string) => string): Promise<void> {
  const done: Undo[] = [];
  try {
    for (const edit of plan.edits) await check(edit, resolve(edit.path));
    for (const edit of plan.edits) {
      await verifyStored(plan, edit, resolve);
      done.push(await apply(edit, resolve(edit.path)));
    }
    await verifyStored(plan, undefined, resolve);
  } catch (error) {
    const left = await takeBack(done);
    const reason =
      error instanceof PlanFailed ? error.message : `${codeOf(error) ?? 'An error'} while writing.`;
    const state = left.length === 0 ? 'Nothing was changed.' : `Not restored: ${left.join(', ')}.`;
    throw new PlanFailed(`${reason} ${state}`);
  }
}

/** Before the first file that is no env file is changed, and at the end: what the env file holds must be readable. */
async function verifyStored(
  plan: FixPlan,
  next: FileEdit | undefined,
  resolve: (path: string) => string,
): Promise<void> {
  const isLast = next === undefined || next === plan.edits.at(-1);
  if (!isLast) return;
  for (const path of new Set(plan.stored.map((item) => item.path))) {
    if (next?.path === path) continue;
    const read = await readFileAt(resolve(path));
    const here = plan.stored.filter((item) => item.path === path);
    if (read.kind !== 'text' || !readableFrom(read.text, here))
      throw new PlanFailed(`${path} does not read back as written.`);
  }
}

async function check(edit: FileEdit, file: string): Promise<void> {
  const read = await readFileAt(file);
  if (edit.kind === 'create') {
    if (read.kind !== 'missing') throw new PlanFailed(`${edit.path} appeared meanwhile.`);
    return;
  }
  if (read.kind !== 'text' || read.text !== edit.before)
    throw new PlanFailed(`${edit.path} changed meanwhile.`);
  if (read.readOnly) throw new PlanFailed(`${edit.path} is read-only.`);
}

async function apply(edit: FileEdit, file: string): Promise<Undo> {
  if (edit.kind === 'create') {
    // Only the owner reads a new env file; a template or ignore file is for everybody.
    const mode = isEnvFile(edit.path) ? 0o600 : 0o666;
    const made = edit.withFolder === true ? await mkdir(path.dirname(file), { recursive: true }) : undefined;
    const remove = async (): Promise<void> => {
      await unlink(file);
      if (made !== undefined) await removeFolders(path.dirname(file), made);
    };
    const handle = await open(file, 'wx', mode);
    try {
      await handle.writeFile(edit.text, 'utf8');
      await handle.sync();
    } catch (error) {
      await remove();
      throw error;
    } finally {
      await handle.close();
    }
    return { path: edit.path, undo: () => unlessWritten(file, edit.text, remove) };
  }
  const read = await readFileAt(file);
  if (read.kind !== 'text' || read.text !== edit.before)
    throw new PlanFailed(`${edit.path} changed meanwhile.`);
  const { encoding } = read;
  const restore = (): Promise<void> => overwrite(file, encode(edit.before, encoding));
  const after = applyEdits(edit.before, edit.edits);
  try {
    await overwrite(file, encode(after, encoding));
  } catch (error) {
    await restore().catch(() => {}); // the first error is the one to tell
    throw error;
  }
  return { path: edit.path, undo: () => unlessWritten(file, after, restore) };
}

/** Takes a change back where the file is as the change has left it. */
async function unlessWritten(file: string, text: string, undo: () => Promise<void>): Promise<void> {
  const read = await readFileAt(file);
  if (read.kind !== 'text' || read.text !== text) throw new PlanFailed('It changed meanwhile.');
  await undo();
}

/** Removes the empty folders from `inner` up to and with `outer`. */
async function removeFolders(inner: string, outer: string): Promise<void> {
  for (let at = inner; at.startsWith(outer); at = path.dirname(at)) await rmdir(at);
}

async function overwrite(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    let at = 0;
    while (at < bytes.length) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
    await handle.truncate(bytes.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes changes back, the last one first; gives the paths where that failed. */
async function takeBack(done: readonly Undo[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { path, undo } of done.toReversed()) {
    try {
      await undo();
    } catch {
      left.push(path);
    }
  }
  return left;
}
