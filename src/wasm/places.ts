// The memory of the filter, and what is asked of the bytes at one place.

/** Where what is known of keys is put before the first scan. */
export const classes: usize = 0; // 256 bytes, a set of bits each
export const base64: usize = 256; // 256 bytes: six bits, or 255
export const lowNibbles: usize = 512; // 16 bytes for each of two classes: in which of the eight rows a low half stands
export const signNibbles: usize = 528;
export const threes: usize = 1024; // 8 KiB, a bit each: hashes of the first three bytes of what is looked for
export const buckets: usize = threes + 8192; // 256 offsets of 16 bits: where what has a hash begins, by its lower half
export const literals: usize = buckets + 512; // length, where it may stand, how much follows at least, bytes; 0 ends a bucket
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

/**
 * What stands there of what is looked for, where as much of the run that ends at `end` follows as a key has: 0 nothing,
 * 1 what begins keys, 2 what may also stand within a word.
 */
export function begins(at: usize, end: usize): u32 {
  const hash = hashOf(at);
  if (!mayBegin(hash)) return 0;
  let next = literals + load<u16>(buckets + ((hash & 255) << 1));
  let found: u32 = 0;
  for (let length = <u32>load<u8>(next); length !== 0; length = load<u8>(next)) {
    const kind = <u32>load<u8>(next, 1);
    const least = <u32>load<u8>(next, 2);
    let same: u32 = 0;
    while (same < length && load<u8>(next + same, 3) === load<u8>(at + same)) same++;
    if (same === length && kind > found && at + length + least <= end) found = kind;
    next += length + 3;
  }
  return found;
}

/** Whether the literal behind a quote begins as a key does, or is the beginning of what begins keys. */
export function opens(at: usize, quote: u8): u32 {
  const hash = hashOf(at);
  if (!mayBegin(hash)) return 0;
  let next = literals + load<u16>(buckets + ((hash & 255) << 1));
  let found: u32 = 0;
  for (let length = <u32>load<u8>(next); length !== 0; length = load<u8>(next)) {
    let same: u32 = 0;
    while (same < length && load<u8>(next + same, 3) === load<u8>(at + same)) same++;
    if (same === length) return 2;
    if (same >= 3 && load<u8>(at + same) === quote) found = 1;
    next += length + 3;
  }
  return found;
}

/** Behind what keys are written with, and `:` and `%`, which stand in some. */
export function pieceEnd(at: usize): usize {
  while (is(at, inRun) || load<u8>(at) === 0x3a || load<u8>(at) === 0x25) at++;
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

/** Whether what stands before a value may be a secret's name: key, token, secret, pass, pwd, credential, auth. */
export function isHinted(from: usize, end: usize): bool {
  for (let at = from; at < end; at++) {
    const three = (load<u32>(at) & 0xffffff) | 0x202020;
    switch (three) {
      case 0x79656b: // key
      case 0x6b6f74: // tok
      case 0x636573: // sec
      case 0x736170: // pas
      case 0x647770: // pwd
      case 0x657263: // cre
      case 0x747561: // aut
        return true;
    }
  }
  return false;
}

/** Whether a value of such characters may have the form of a key without a mark: long words, digests, base64, UUIDs. */
export function isFormed(start: usize, end: usize, seen: u8): bool {
  const isMixed = (seen & isUpper) !== 0 && (seen & isLower) !== 0;
  if (end - start >= (isMixed ? 40 : 80)) return true;
  let word: u32 = 0;
  for (let at = start; at < end; at++) {
    if (is(at, isDigit | isLetter)) {
      if (++word >= 20) return true;
    } else {
      word = 0;
      if (load<u8>(at) === 0x5f && load<u32>(at - 4) === 0x6576696c) return true; // live_
      if (
        load<u8>(at) === 0x2d &&
        at + 15 < end &&
        load<u8>(at + 5) === 0x2d &&
        load<u8>(at + 10) === 0x2d &&
        load<u8>(at + 15) === 0x2d
      )
        return true;
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
