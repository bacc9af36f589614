// The first look of an audit at a file's bytes, in AssemblyScript: `npm run wasm` makes src/engine/filter/module.ts of it.
//
// It finds the places where a key might stand and judges none of them: TypeScript looks at what it has put down, and only
// if one of them holds is the file read as text. Everything it lets pass is free of what the engine looks for, which
// test/unit/filter tries.
//
// Nearly every key holds a run of twenty characters that keys are written with, so a block of 64 bytes becomes a mask with
// one bit for each of them; what is no such run is told by signs that hardly any byte is: quotes, `:`, `=`, `@`.
import { forgetChain, gapFound, quoteFound, shortestRun } from './literals';
import {
  address,
  countOfNotes,
  environment,
  forgetNotes,
  note,
  password,
  processEnvironment,
  tell,
  whatIsTold,
  whole,
} from './notes';
import {
  bitsOf,
  data,
  each,
  endsUser,
  inClass,
  inPairs,
  is,
  isBlank,
  isDigit,
  isQuote,
  lowNibbles,
  pairsOf,
  wanted,
} from './places';
import { runFound } from './runs';
import { isNameIn } from './values';

export { data };

/** `://user:password@` */
function addressFound(at: usize): void {
  let hasColon = false;
  for (let next = at + 3; next < at + 640; next++) {
    const byte = load<u8>(next);
    if (byte === 0x40) {
      if (hasColon) note(address, at, next + 1);
      return;
    }
    if (byte === 0x3a) hasColon = true;
    else if (byte === 0x2f || is(next, endsUser)) return;
  }
  // So many bytes are of other scripts: whoever reads the text may tell.
  note(whole, at, at + 3);
}

/** `password=` and `pwd = `, with what may be one. */
function assignmentFound(at: usize): void {
  const before = load<u8>(at - 1);
  const name = is(at - 1, isBlank) ? at - 1 : at;
  const word = load<u32>(name - 4) | 0x20202020;
  const isPassword =
    (word === 0x64726f77 && (load<u32>(name - 8) | 0x20202020) === 0x73736170) || // password
    word >> 8 === 0x647770; // pwd
  // A blank of another script is rare enough to be looked at.
  if ((isPassword || before >= 0x80) && isPasswordAt(at + 1)) note(password, at, at + 1);
}

/** Eight characters and more, of which one is a digit. */
function isPasswordAt(from: usize): bool {
  let at = is(from, isBlank) || load<u8>(from) === 0x0a || load<u8>(from) === 0x0d ? from + 1 : from;
  const start = at;
  let hasDigit = false;
  for (; at < start + 400; at++) {
    const byte = load<u8>(at);
    if (byte <= 0x20 || is(at, isQuote)) break;
    if (byte === 0x25 || byte === 0x24 || byte === 0x2a || byte === 0x3c || byte === 0x3e) break; // % $ * < >
    if (byte === 0x7b || byte === 0x7d) break;
    if (is(at, isDigit)) hasDigit = true;
  }
  return at >= start + 8 && hasDigit;
}

function signFound(at: usize, end: usize): void {
  if (is(at, isQuote)) {
    quoteFound(at, end);
    return;
  }
  if (load<u8>(at + 1) === 0x3d) {
    assignmentFound(at + 1); // =
    return;
  }
  switch (load<u8>(at)) {
    case 0x3a: // ://
      if (load<u8>(at + 2) === 0x2f) addressFound(at);
      break;
    case 0x40: // @tcp(
      if (load<u32>(at + 1) === 0x28706374) note(whole, at, at + 5);
      break;
    case 0x5c: // \ and a line break
      gapFound(at, end);
      break;
    case 0x4b: // PRIVATE KEY
      if (load<u16>(at - 2) === 0x2045 && load<u8>(at + 1) === 0x45) note(whole, at, at + 1);
      break;
    case 0x78: // xoxd-
      if (load<u32>(at) === 0x64786f78) note(whole, at, at + 4);
      break;
    case 0x6e: // env
    case 0x4e:
      if ((load<u8>(at - 1) | 0x20) === 0x65 && (load<u8>(at + 1) | 0x20) === 0x76) {
        tell(environment);
        if (load<u32>(at - 5) === 0x2e737365) tell(processEnvironment); // ess.
      }
      break;
  }
}

/**
 * One bit for each of sixteen bytes at which `signFound` has something to look at: for most of them it is told by the byte
 * behind, too.
 */
function signMask(at: usize, bytes: v128): u64 {
  const pairs = inPairs(pairsOf, bytes, v128.load(at + 1));
  const literal = i8x16.eq(bytes, each(0x60)); // `
  return bitsOf(v128.or(i8x16.ne(pairs, i8x16.splat(0)), literal));
}

/**
 * Looks at the bytes at `data`. What it puts down stands at `notes`.
 *
 * @param length of the bytes; before them stand 64 zeros and more, and behind them is room for as many.
 * @returns how many notes there are; 4294967295 where there is no room for all.
 */
export function scan(length: u32): u32 {
  forgetNotes();
  forgetChain();
  const end = data + length;
  // There may stand the rest of a longer file.
  for (let at: usize = 0; at < 64; at += 16) v128.store(end + at, i8x16.splat(0));
  const lowRun = v128.load(lowNibbles);
  let open: u32 = 0;
  let openAt: usize = data;
  for (let at = data; at < end; at += 64) {
    let run: u64 = 0;
    let signs: u64 = 0;
    for (let part: u32 = 0; part < 4; part++) {
      const bytes = v128.load(at + part * 16);
      run |= bitsOf(inClass(bytes, lowRun)) << (part * 16);
      signs |= signMask(at + part * 16, bytes) << (part * 16);
    }
    while (signs !== 0) {
      signFound(at + <usize>ctz(signs), end);
      signs &= signs - 1;
    }
    if (run === u64.MAX_VALUE) {
      if (open === 0) openAt = at;
      open += 64;
      continue;
    }
    if (open !== 0) {
      const more = <u32>ctz(~run);
      if (open + more >= shortestRun) runFound(openAt, open + more);
      run &= run + 1;
    }
    let long = run & (run >> 1);
    long &= long >> 2;
    long &= long >> 4;
    long &= long >> 8;
    long &= long >> 4;
    while (long !== 0) {
      const from = ctz(long);
      const size = ctz(~(run >> from));
      if (from + size >= 64) break;
      runFound(at + <usize>from, <u32>size);
      long &= ~(<u64>0) << (from + size);
    }
    open = <u32>clz(~run);
    openAt = at + 64 - open;
  }
  if (open >= shortestRun) runFound(openAt, open);
  return countOfNotes();
}

/** Whether there is no zero among the first bytes at `data`, as in what is no text. */
export function isText(length: u32): bool {
  const end = data + (length < 8000 ? length : 8000);
  let at = data;
  for (; at + 16 <= end; at += 16) if (!i8x16.all_true(v128.load(at))) return false;
  for (; at < end; at++) if (load<u8>(at) === 0) return false;
  return true;
}

/** Whether the bytes at `data` hold a name that ends as those of secrets do. */
export function mayName(length: u32): bool {
  return isNameIn(data, data + length);
}

/** Whether the bytes at `data` hold those at `wanted`, which are two or more. */
export function holds(length: u32, size: u32): bool {
  const first = i8x16.splat(load<i8>(wanted));
  const second = i8x16.splat(load<i8>(wanted, 1));
  const end = data + length;
  for (let at = data; at < end; at += 16) {
    const both = v128.and(i8x16.eq(v128.load(at), first), i8x16.eq(v128.load(at, 1), second));
    for (let places = <u32>i8x16.bitmask(both); places !== 0; places &= places - 1) {
      const place = at + <usize>ctz(places);
      let same: u32 = 2;
      while (same < size && load<u8>(place + same) === load<u8>(wanted + same)) same++;
      if (same === size && place + size <= end) return true;
    }
  }
  return false;
}

/** The same for one of several words of small letters, each behind its length, up to a length of 0; and in capitals. */
export function holdsWord(length: u32): bool {
  let heads: u32 = 0;
  for (let word = wanted; load<u8>(word) !== 0; word += 1 + load<u8>(word))
    heads |= 1 << (load<u8>(word, 1) & 31);
  for (let at = data; at < data + length; at++) {
    if (((heads >> (load<u8>(at) & 31)) & 1) === 0) continue;
    for (let word = wanted; load<u8>(word) !== 0; word += 1 + load<u8>(word)) {
      const size = <u32>load<u8>(word);
      let same: u32 = 0;
      while (same < size && lower(load<u8>(at + same)) === load<u8>(word + 1 + same)) same++;
      if (same === size) return true;
    }
  }
  return false;
}

function lower(byte: u8): u8 {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

/** How many UTF-16 code units the bytes at `data` are from one place to another, which are whole characters of UTF-8. */
export function unitsIn(from: u32, to: u32): u32 {
  let units: u32 = 0;
  for (let at = data + from; at < data + to; at++) {
    const byte = load<u8>(at);
    units += <u32>((byte & 0xc0) !== 0x80) + <u32>(byte >= 0xf0);
  }
  return units;
}

/** What the last scan says of its text as a whole. */
export function toldOf(): u32 {
  return whatIsTold();
}

/** Makes room for this many bytes, and 64 zeros behind them; false where there is none. */
export function reserve(length: u32): bool {
  const pages = <i32>((data + length + 128 + 65_535) >> 16);
  const more = pages - memory.size();
  return more <= 0 || memory.grow(more) >= 0;
}
