import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { type ByteFilter, createByteFilter, decode, type Glance, type Sought } from '../engine/index';
import { failed, noFollow } from './files.node';

/** Larger files are read in the usual way: room for them is never given back. */
const mostBytes = 16 * 1024 * 1024;

/** Bytes in which a file system gives a file: a shorter answer that ends with one may not be all. */
const block = 512;

/** Where a file of a folder is, by its name with slashes. */
export const pathOf = (root: string, name: string): string =>
  path.sep === '/' ? `${root}/${name}` : path.join(root, ...name.split('/'));

/**
 * Reads a file of a folder at once into the filter's memory, and as text only where that is worth it; never throws.
 *
 * @param nothingIn hears of the bytes in which there is nothing; they stand there until the next file is read.
 */
export function glanceAt(
  root: string,
  name: string,
  limit: number,
  sought: Sought,
  nothingIn?: (bytes: Uint8Array) => void,
): Glance | undefined {
  const file = pathOf(root, name);
  filter ??= createByteFilter(textOf) ?? 'none';
  if (filter === 'none' || limit > mostBytes) return undefined;
  const room = filter.room(limit + 1);
  if (room === undefined) return undefined;
  try {
    const length = readInto(room, file);
    if (length === 'link') return { kind: 'skipped', reason: 'symbolic link' };
    if (length > limit) return { kind: 'skipped', reason: 'too large' };
    if (!isMarked(room) && filter.isText(length)) {
      const worth = filter.worthOf(name, length, sought);
      if (worth === 'nothing') {
        nothingIn?.(room.subarray(0, length));
        return { kind: 'nothing', bytes: length };
      }
      const decoded = decode(room.subarray(0, length));
      if (worth === 'everything' || decoded.kind !== 'text') return read(decoded, length);
      return { ...decoded, bytes: length, keyless: true, ...(worth === 'reads' ? { ordinary: true } : {}) };
    }
    return read(decode(room.subarray(0, length)), length);
  } catch (error) {
    return failed(error);
  }
}

const read = (decoded: ReturnType<typeof decode>, bytes: number): Glance =>
  decoded.kind === 'binary' ? { kind: 'skipped', reason: 'binary' } : { ...decoded, bytes };

let filter: ByteFilter | 'none' | undefined;

/** How many bytes of a file are in the room now. */
function readInto(room: Uint8Array, file: string): number | 'link' {
  if (noFollow === 0 && lstatSync(file).isSymbolicLink()) return 'link';
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
  try {
    let length = readSync(handle, room, 0, room.length, 0);
    while (length > 0 && length < room.length && length % block === 0) {
      const more = readSync(handle, room, length, room.length - length, length);
      if (more === 0) break;
      length += more;
    }
    return length;
  } finally {
    closeSync(handle);
  }
}

/** Whether bytes begin with the mark of another encoding than the filter takes. */
const isMarked = ({ 0: first, 1: second }: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

let known: Buffer | undefined;

function textOf(memory: ArrayBuffer, start: number, end: number): string {
  if (known?.buffer !== memory) known = Buffer.from(memory);
  return known.toString('utf8', start, end);
}
