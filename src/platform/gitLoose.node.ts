import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/**
 * A blob that lies in a file of its own, as what `git add` has just written does: read without git. Its name is the hash
 * of what it holds, so it is the right one wherever it is found.
 *
 * @param objects git's folder of objects.
 * @returns undefined where it lies elsewhere, is broken, or holds more than `largest` bytes: git can tell.
 */
export function looseBlob(objects: string, id: string, largest: number): Buffer | undefined {
  try {
    const packed = readFileSync(path.join(objects, id.slice(0, 2), id.slice(2)));
    const object = inflateSync(packed, { maxOutputLength: largest + longestHeader });
    const end = object.indexOf(0);
    const [, size] = /^blob (\d+)$/.exec(object.toString('latin1', 0, end)) ?? [];
    const blob = object.subarray(end + 1);
    return Number(size) === blob.length && blob.length <= largest ? blob : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes: `blob `, a number, a zero. */
const longestHeader = 32;
