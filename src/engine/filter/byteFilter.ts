import type { Sought } from '../model/ports';
import { isOrdinary, marksOfNamed, mayBeNamedIn } from '../scan/mayHoldAnyKey';
import { bytesOf } from './bytesOf';
import { mayReadEnv } from './envSigns';
import { filterModuleOf, notes, overflow, signs, wanted } from './filterMemory';
import { createNoteJudge } from './judgeNotes';

/**
 * What of a file is worth reading: `nothing`, the variables that it `reads` from the environment, what is checked in files of its
 * name, or `everything`. Only the last may hold a key; what says `nothing` also names no secret and reads no variable.
 */
export type Worth = 'nothing' | 'reads' | 'checks' | 'everything';

/** The first look of an audit at a file: at its bytes, before anything is made a text of. */
export interface ByteFilter {
  /** Where the bytes of a file go; undefined where there is no room for so many. Taken anew for each file. */
  room(length: number): Uint8Array | undefined;
  /** Whether the first `length` bytes in the room are no binary: as `decode` asks. */
  isText(length: number): boolean;
  /** Of the first `length` bytes in the room, which are UTF-8. */
  worthOf(path: string, length: number, sought?: Sought): Worth;
}

/** Makes a text of a part of the bytes: what is no UTF-8 becomes U+FFFD. */
export type TextOf = (memory: ArrayBuffer, start: number, end: number) => string;

/** A WebAssembly module is made of the forms of keys, and asked; undefined where there is no WebAssembly. */
export function createByteFilter(textOf: TextOf = decodedText): ByteFilter | undefined {
  const module = filterModuleOf();
  if (module === undefined) return undefined;
  const data = module.data.value;
  const judge = createNoteJudge({
    textOf: (start, end) => textOf(module.memory.buffer, data + start, data + end),
    unitsIn: module.unitsIn,
    holdsWord: (words, length) => {
      view.set([...words.flatMap((word) => [word.length, ...bytesOf(word)]), 0], wanted);
      return module.holdsWord(length) !== 0;
    },
  });
  let view = new Uint8Array(module.memory.buffer);
  let room = view.subarray(data, data);
  const holds = (mark: string, length: number): boolean => {
    for (let at = 0; at < mark.length; at++) view[wanted + at] = mark.charCodeAt(at);
    return mark === '' || module.holds(length, mark.length) !== 0;
  };
  const mayName = (path: string, length: number): boolean =>
    mayBeNamedIn(path) &&
    module.mayName(length) !== 0 &&
    marksOfNamed(path).some((mark) => holds(mark, length)) &&
    judge.mayName(length);
  return {
    room(length) {
      if (module.reserve(length) === 0) return undefined;
      if (view.buffer !== module.memory.buffer) view = new Uint8Array(module.memory.buffer);
      else if (room.length === length) return room;
      room = view.subarray(data, data + length);
      return room;
    },
    isText: (length) => module.isText(length) !== 0,
    worthOf(path, length, { reads, marks } = builtIn) {
      const count = module.scan(length) >>> 0;
      const told = module.toldOf();
      const isAll =
        count === overflow ||
        ((told & signs.template) !== 0 && (told & signs.opensShort) !== 0 && judge.hasTemplate(length)) ||
        (count > 0 && judge.isAny(path, length, new Uint32Array(module.memory.buffer, notes, count * 3)));
      if (isAll || marks.some((mark) => holds(mark, length))) return 'everything';
      if (!isOrdinary(path) || mayName(path, length)) return 'checks';
      const isRead = mayReadEnv(path, isScript(view, data), told, reads, (mark) => holds(mark, length));
      return isRead ? 'reads' : 'nothing';
    },
  };
}

const builtIn: Sought = { reads: 'all', marks: [] };

/** Whether bytes begin with `#!`, also behind a byte order mark. */
function isScript(bytes: Uint8Array, start: number): boolean {
  const at =
    bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start;
  return bytes[at] === 0x23 && bytes[at + 1] === 0x21;
}

function decodedText(memory: ArrayBuffer, start: number, end: number): string {
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(new Uint8Array(memory, start, end - start));
}

let decoder: TextDecoder | undefined;
