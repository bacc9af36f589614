import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DirectoryEntry, decode, type FileRead, type SkipReason } from '../engine/index';

/** Opens a file and fails on a link: nothing outside the workspace is read or written through one. Windows has no such flag. */
export const noFollow = constants.O_NOFOLLOW ?? 0;

/** Reads a file as text; never throws. */
export async function readFileAt(file: string, limit = Number.POSITIVE_INFINITY): Promise<FileRead> {
  try {
    if (noFollow === 0 && (await lstat(file)).isSymbolicLink())
      return { kind: 'skipped', reason: 'symbolic link' };
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
    try {
      const info = await handle.stat();
      if (!info.isFile()) return { kind: 'skipped', reason: 'not a file' };
      if (info.size > limit) return { kind: 'skipped', reason: 'too large' };
      const bytes = await readAtMost(handle, info.size);
      const decoded = decode(bytes);
      if (decoded.kind === 'binary') return { kind: 'skipped', reason: 'binary' };
      // The mode, not access(2): the file's owner meant it to stay as it is, even where root could write it.
      const readOnly = (info.mode & 0o222) === 0;
      const mode = process.platform === 'win32' ? {} : { mode: info.mode & 0o777 };
      return { ...decoded, bytes: bytes.length, readOnly, ...mode };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(error);
  }
}

/** What a file held when it was opened: one that grows meanwhile would have no end. Special files tell no size. */
async function readAtMost(handle: FileHandle, size: number): Promise<Uint8Array> {
  if (size === 0) return handle.readFile();
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** What an error of the file system means for a report. */
export function failed(error: unknown): Exclude<FileRead, { kind: 'text' }> {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'ELOOP') return { kind: 'skipped', reason: 'symbolic link' };
  const reason: SkipReason = code === 'EISDIR' || code === 'ENXIO' ? 'not a file' : 'unreadable';
  return { kind: 'skipped', reason };
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The entries of a folder, or undefined where it cannot be read. */
export async function entriesOf(dir: string): Promise<readonly DirectoryEntry[] | undefined> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink()
        ? 'link'
        : entry.isDirectory()
          ? 'directory'
          : entry.isFile()
            ? 'file'
            : 'other',
    }));
  } catch {
    return undefined; // the caller lists the folder as unreadable
  }
}

export async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

/** The nearest folder, from `dir` upwards, that holds `.git` (a folder, or a file in work trees and submodules). */
export async function repositoryRoot(dir: string): Promise<string | undefined> {
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    if (await exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** A path as the engine writes it. */
export const toSlashes = (file: string): string => file.split(path.sep).join('/');
