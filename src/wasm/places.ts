// The memory of the filter, and what is asked of the bytes at one place.

/** Where what is known of keys is put before the first scan. */
export const classes: usize = 0; // 256 bytes, a set of bits each
export const base64: usize = 256; // 256 bytes: six bits, or 255
export const lowNibbles: usize = 512; // 16 bytes: in which of the eight rows a low half stands
export const groupsOf: usize = 544; // 4 times 16 bytes: in which of eight groups a low and a high half of the first and of the second byte stand
export const pairsOf: usize = 608; // the same of signs
export const namesOf: usize = 672; // the same of the last two letters of secrets' names
export const threes: usize = 1024; // 8 KiB, a bit each: hashes of the first three bytes of what is looked for
export const alphabets: usize = threes + 8192; // 256 sets of 64 bits: the alphabets that a byte is in
export const buckets: usize = alphabets + 2048; // 256 offsets of 16 bits: where what has a hash begins, by its lower half
export const literals: usize = buckets + 512; // length, kind, how much follows at least (16 bits), of which alphabet, bytes; 0 ends a bucket
export const wanted: usize = 60_000; // a text that is looked for
/** What a scan has put down: a kind, a start and an end each. */
export const notes: usize = 65_536;
export const notesEnd: usize = 262_144 - 64;
/** The bytes, with 64 zeros before and behind them. */
export const data: usize = 262_144;

export const inRun: u8 = 1;
export const isDigit: u8 = 2;
export const isLower: u8 = 4;
export const isUpper: u8 = 128;
export const isLetter: u8 = isLower | isUpper;
export const isQuote: u8 = 8;
export const isBlank: u8 = 16;
export const endsUser: u8 = 32; // what neither a user's name in an address nor a password holds, but `/`
export const isWord: u8 = 64;

export function is(at: usize, kind: u8): bool {
  return (load<u8>(classes + load<u8>(at)) & kind) !== 0;
}

export function hashOf(at: usize): u32 {
  return ((load<u32>(at) & 0xffffff) * 0x9e3779b1) >> 16;
}

export function mayBegin(hash: u32): bool {
  return ((load<u8>(threes + (hash >> 3)) >> <u8>(hash & 7)) & 1) !== 0;
}

/** Where one of what is looked for is told: its length, its kind and more, and behind that its bytes. */
const head: usize = 5;
const isPrefix: u32 = 1;

function same(entry: usize, at: usize, length: u32): bool {
  let same: u32 = 0;
  while (same < length && load<u8>(entry + same, head) === load<u8>(at + same)) same++;
  return same === length;
}

function isOf(alphabet: u64, at: usize): bool {
  return ((load<u64>(alphabets + ((<usize>load<u8>(at)) << 3)) >> alphabet) & 1) !== 0;
}

/**
 * What stands there of what is looked for: 0 nothing, 1 what begins keys, where as much follows as a key has, 2 what may
 * also stand within a word.
 */
export function begins(at: usize): u32 {
  const hash = hashOf(at);
  if (!mayBegin(hash)) return 0;
  let next = literals + load<u16>(buckets + ((hash & 255) << 1));
  let found: u32 = 0;
  for (let length = <u32>load<u8>(next); length !== 0; length = load<u8>(next)) {
    const kind = <u32>load<u8>(next, 1);
    if (kind > found && same(next, at, length)) {
      const least = <u32>load<u16>(next, 2);
      const alphabet = <u64>load<u8>(next, 4);
      let more: u32 = 0;
      while (more < least && isOf(alphabet, at + length + more)) more++;
      if (more === least) found = kind;
    }
    next += length + head;
  }
  return found;
}

/** Whether a literal begins as a key does, 1, and whether all of it up to a place may be the beginning of one, 2. */
export function opens(at: usize, end: usize): u32 {
  const hash = hashOf(at);
  if (!mayBegin(hash)) return 0;
  let next = literals + load<u16>(buckets + ((hash & 255) << 1));
  let found: u32 = 0;
  for (let length = <u32>load<u8>(next); length !== 0; length = load<u8>(next)) {
    let same: u32 = 0;
    while (same < length && load<u8>(next + same, head) === load<u8>(at + same)) same++;
    if (same === length) {
      const alphabet = <u64>load<u8>(next, 4);
      let rest = at + length;
      while (rest < end && isOf(alphabet, rest)) rest++;
      if (rest >= end) return 2;
      found = 1;
    } else if (same >= 3 && at + same === end) return 2;
    next += length + head;
  }
  return found;
}

/**
 * Where the last of the literals ends that follow this one closely, if together they may be a key: as much of its alphabet as it
 * has at least. 0 where they are none.
 */
export function assembles(at: usize, end: usize): usize {
  const hash = hashOf(at);
  let next = literals + load<u16>(buckets + ((hash & 255) << 1));
  for (let length = <u32>load<u8>(next); length !== 0; length = load<u8>(next)) {
    if (load<u8>(next, 1) === isPrefix && holdsTogether(next, length, at, end)) return lastPiece(at, end);
    next += length + head;
  }
  return 0;
}

/** Literals that are read, and how far apart they stand, in bytes. */
const mostPieces: u32 = 40;
const longestGap: usize = 180;

function holdsTogether(entry: usize, length: u32, first: usize, end: usize): bool {
  const least = length + <u32>load<u16>(entry, 2);
  const alphabet = <u64>load<u8>(entry, 4);
  let count: u32 = 0;
  let at = first;
  for (let pieces: u32 = 0; pieces < mostPieces; pieces++) {
    for (; isInPiece(at); at++) {
      if (count < length ? load<u8>(at) !== load<u8>(entry + count, head) : !isOf(alphabet, at)) return false;
      if (++count >= least) return pieces > 0 || nextPiece(behindPiece(pieceEnd(at)), end) !== 0;
    }
    at = nextPiece(behindPiece(at), end);
    if (at === 0) return false;
  }
  return false;
}

/** Behind the last literal that is read, with what may stand behind it. */
function lastPiece(first: usize, end: usize): usize {
  let last = first;
  for (let pieces: u32 = 0; pieces < mostPieces; pieces++) {
    const next = nextPiece(behindPiece(pieceEnd(last)), end);
    if (next === 0) break;
    last = next;
  }
  const behind = pieceEnd(last) + longestGap;
  return behind < end ? behind : end;
}

/** Where the next literal of what keys are written with begins; 0 where none is near. */
function nextPiece(from: usize, end: usize): usize {
  const last = from + longestGap < end ? from + longestGap : end;
  for (let at = from; at < last; at++) {
    if (!is(at, isQuote)) continue;
    const content = behindWord(at + 1);
    const length = pieceEnd(content) - content;
    if (length > 1 && length <= 300 && isPiece(content, load<u8>(at))) return content;
  }
  return 0;
}

/** Behind the quote that ends a literal, which may be escaped. */
function behindPiece(at: usize): usize {
  return load<u8>(at) === 0x5c ? at + 2 : at + 1;
}

/** Behind a word of up to twelve letters and a blank, where they stand there: `Bearer `. */
function behindWord(at: usize): usize {
  let word = at;
  while (word < at + 13 && is(word, isLetter)) word++;
  return word > at && load<u8>(word) === 0x20 ? word + 1 : at;
}

function isInPiece(at: usize): bool {
  return is(at, inRun) || load<u8>(at) === 0x3a || load<u8>(at) === 0x25;
}

/** Behind what keys are written with, and `:` and `%`, which stand in some. */
export function pieceEnd(at: usize): usize {
  while (isInPiece(at)) at++;
  return at;
}

/** Whether a literal holds nothing but what keys are written with, from there up to its quote. */
export function isPiece(at: usize, quote: u8): bool {
  const end = pieceEnd(at);
  return load<u8>(load<u8>(end) === 0x5c ? end + 1 : end) === quote;
}

/** Whether `{` or `${` stands there. */
export function isBrace(at: usize): bool {
  return load<u8>(load<u8>(at) === 0x24 ? at + 1 : at) === 0x7b;
}

/** Whether somewhere stands what names of secrets hold: key, token, secret, pass, pwd, credential, auth. */
export function isHinted(from: usize, end: usize): bool {
  for (let at = from; at < end; at++) {
    switch (load<u32>(at) | 0x20202020) {
      case 0x656b6f74: // toke
      case 0x72636573: // secr
      case 0x73736170: // pass
      case 0x64657263: // cred
      case 0x68747561: // auth
        return true;
      default: {
        const three = (load<u32>(at) & 0xffffff) | 0x202020;
        if (three === 0x79656b || three === 0x647770) return true; // key, pwd
      }
    }
  }
  return false;
}

/** Whether a key may begin there, by what stands before it: no word, or the end of an escape. */
export function isEdge(at: usize): bool {
  const before = load<u8>(at - 1);
  if (before === 0x5f || before === 0x2d) return true; // _ -
  if (!is(at - 1, isDigit | isLetter)) return true;
  const second = load<u8>(at - 2);
  if (second === 0x2d || second === 0x5c) return true; // a short option, \n
  if (before === 0x6d && (second === 0x5b || second === 0x3b || is(at - 2, isDigit))) return true; // [0m
  return load<u8>(at - 3) === 0x25 || load<u8>(at - 4) === 0x5c || load<u8>(at - 6) === 0x5c; // %20 \x20 \u0020
}

/** Whether what stands there is base64 of a text, by its first twelve characters. */
export function isText(at: usize): bool {
  for (let i: u32 = 0; i < 12; i += 4) {
    let bits: u32 = 0;
    for (let k: u32 = 0; k < 4; k++) {
      const six = load<u8>(base64 + load<u8>(at + i + k));
      if (six === 255) return false;
      bits = (bits << 6) | six;
    }
    for (let shift: i32 = 16; shift >= 0; shift -= 8) {
      const byte = (bits >> shift) & 255;
      if (byte > 0x7e || (byte < 0x20 && (byte < 9 || byte > 13))) return false;
    }
  }
  return true;
}

/** Which of sixteen bytes are in a class: its table of low halves tells in which of eight rows they stand. */
export function inClass(bytes: v128, low: v128): v128 {
  const row = i8x16.swizzle(
    i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0),
    i8x16.shr_u(bytes, 4),
  );
  return i8x16.ne(v128.and(row, i8x16.swizzle(low, v128.and(bytes, each(15)))), i8x16.splat(0));
}

/** In which of eight groups pairs of bytes are, by the table of low and high halves that is there. A group may have others, too. */
export function inPairs(table: usize, first: v128, second: v128): v128 {
  const mask = each(15);
  return v128.and(
    v128.and(
      i8x16.swizzle(v128.load(table), v128.and(first, mask)),
      i8x16.swizzle(v128.load(table, 16), i8x16.shr_u(first, 4)),
    ),
    v128.and(
      i8x16.swizzle(v128.load(table, 32), v128.and(second, mask)),
      i8x16.swizzle(v128.load(table, 48), i8x16.shr_u(second, 4)),
    ),
  );
}

export function bitsOf(bytes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(bytes));
}

export function each(byte: u8): v128 {
  return i8x16.splat(<i8>byte);
}
