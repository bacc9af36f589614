// The first look of an audit at a file's bytes, in AssemblyScript: `npm run wasm` makes src/engine/filter/module.ts of it.
//
// It finds the places where a key might stand and judges none of them: TypeScript looks at what it has put down, and only
// if one of them holds is the file read as text. Everything it lets pass is free of what the engine looks for, which
// test/unit/filter tries.
//
// Nearly every key holds a run of twenty characters that keys are written with, so a block of 64 bytes becomes a mask with
// one bit for each of them; what is no such run is told by signs that hardly any byte is: quotes, `:`, `=`, `@`.

import {
  assembles,
  begins,
  behindQuote,
  behindWord,
  data,
  endsUser,
  groupsOf,
  hashOf,
  inRun,
  is,
  isBlank,
  isBrace,
  isDigit,
  isEdge,
  isLetter,
  isPiece,
  isQuote,
  isText,
  isWord,
  lowNibbles,
  mayBegin,
  notes,
  notesEnd,
  opens,
  pieceEnd,
  wanted,
} from './places';
import { isNamed, isNameIn, isOfForm, valueIn } from './values';

export { data };

/** Kinds of notes; the same as in src/engine/filter/filterMemory.ts. */
const marked: u32 = 1;
const value: u32 = 2;
const encoded: u32 = 4;
const odd: u32 = 8;
const address: u32 = 16;
const password: u32 = 32;
const whole: u32 = 64;
const joint: u32 = 128;
const list: u32 = 256;
const opening: u32 = 512;
const formed: u32 = 1024;

/** What a scan says of a text as a whole. */
const environment: u32 = 1;
const processEnvironment: u32 = 2;
const template: u32 = 8;
const opensShort: u32 = 16;

const shortestRun: u32 = 20;
const longestValue: u32 = 400;
const shortestEncoded: u32 = 26;
const longestEncoded: u32 = 20_000;

let out: usize = notes;
let told: u32 = 0;
/** The last joint's right side, and how much stands in the chain up to it. */
let chainAt: usize = 0;
let chainStart: usize = 0;
let chainLength: u32 = 0;

function note(kind: u32, start: usize, end: usize): void {
  if (out >= notesEnd) return;
  store<u32>(out, kind);
  store<u32>(out, <u32>(start - data), 4);
  store<u32>(out, <u32>(end - data), 8);
  out += 12;
}

function runFound(start: usize, length: u32): void {
  const end = start + length;
  const before = load<u8>(start - 1);
  // : $ ! % @ stand inside of some marks.
  const isFar = before === 0x3a || before === 0x24 || before === 0x21 || before === 0x25 || before === 0x40;
  let kinds: u32 = (before === 0x21 || before === 0x3a) && isOddBehind(start, length) ? odd : 0;

  for (let at = start - (isFar ? 64 : 8); at < end && (kinds & marked) === 0; at += 16) {
    let places = markMask(at);
    if (at + 16 > end) places &= (1 << (<u32>(end - at))) - 1;
    for (; places !== 0; places &= places - 1) {
      const place = at + <usize>ctz(places);
      const found = begins(place);
      if (found !== 0 && (found === 2 || isEdge(place))) {
        kinds |= marked;
        break;
      }
    }
  }
  if (length <= longestEncoded + 400) {
    if (length >= shortestEncoded) {
      const first = load<u8>(start);
      if (isText(start) || ((first === 0x2b || first === 0x7e) && isText(start + 1))) kinds |= encoded;
    }
    const limit = start + <usize>(length < longestValue ? length : longestValue);
    let hasDigit = false;
    for (let at = start; at < limit; at += 16) {
      const bytes = v128.load(at);
      let digits = <u32>i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, each(0x30)), i8x16.splat(10)));
      let signs = <u32>i8x16.bitmask(v128.or(i8x16.eq(bytes, each(0x2e)), i8x16.eq(bytes, each(0x3d))));
      if (at + 16 > limit) {
        const own: u32 = (1 << (<u32>(limit - at))) - 1;
        digits &= own;
        signs &= own;
      }
      if (digits !== 0) hasDigit = true;
      for (; signs !== 0; signs &= signs - 1) kinds |= kindAt(at + <usize>ctz(signs), start, end);
    }
    if (length <= longestValue && hasDigit) {
      const told = valueIn(start, end, data);
      if ((told & isNamed) !== 0) kinds |= value;
      if ((told & isOfForm) !== 0) kinds |= formed;
    }
  }
  if (kinds !== 0) note(kinds, start, end);
}

/** What a dot or `=` inside of a run tells. */
function kindAt(at: usize, start: usize, end: usize): u32 {
  if (load<u8>(at) === 0x3d) return at + shortestEncoded < end && isText(at + 1) ? encoded : 0;
  // Six characters between two dots: Discord's tokens have no other mark.
  return at >= start + 24 && at + 34 < end && load<u8>(at + 7) === 0x2e && isBotId(at) ? odd : 0;
}

/** One bit for each of sixteen places at which something may begin that is looked for. */
function markMask(at: usize): u32 {
  const bytes = v128.load(at);
  const before = v128.load(at - 1);
  const second = v128.load(at - 2);
  // Where no word goes on; behind a short option, an escape, %20, a terminal's colour. See isEdge.
  const letter = i8x16.lt_u(i8x16.sub(v128.or(before, each(0x20)), each(0x61)), i8x16.splat(26));
  const digit = i8x16.lt_u(i8x16.sub(before, each(0x30)), i8x16.splat(10));
  const edge = v128.or(
    v128.not(v128.or(letter, digit)),
    v128.or(
      v128.or(i8x16.eq(second, each(0x2d)), i8x16.eq(second, each(0x5c))),
      v128.or(i8x16.eq(before, each(0x6d)), i8x16.eq(v128.load(at - 3), each(0x25))),
    ),
  );
  const escaped = v128.or(i8x16.eq(v128.load(at - 4), each(0x5c)), i8x16.eq(v128.load(at - 6), each(0x5c)));
  return <u32>i8x16.bitmask(v128.or(v128.or(edge, escaped), inWordMask(bytes, v128.load(at + 1))));
}

/** The same of what may also stand within a word: by its first two characters, of which two tables tell in which of eight groups they are. */
function inWordMask(first: v128, second: v128): v128 {
  const mask = each(15);
  const groups = v128.and(
    v128.and(
      i8x16.swizzle(v128.load(groupsOf), v128.and(first, mask)),
      i8x16.swizzle(v128.load(groupsOf, 16), i8x16.shr_u(first, 4)),
    ),
    v128.and(
      i8x16.swizzle(v128.load(groupsOf, 32), v128.and(second, mask)),
      i8x16.swizzle(v128.load(groupsOf, 48), i8x16.shr_u(second, 4)),
    ),
  );
  return i8x16.ne(groups, i8x16.splat(0));
}

/** Behind `:A` of a digit and `00D…!`, where as much follows as with Telegram and Salesforce. */
function isOddBehind(start: usize, length: u32): bool {
  if (load<u8>(start - 1) === 0x3a) return load<u8>(start) === 0x41 && length >= 35 && is(start - 2, isDigit);
  return length >= 80 && (load<u32>(start - 16) & 0xffffff) === 0x443030;
}

/** Whether the number of a bot may end there: M, N or O, and 23 to 25 more. */
function isBotId(end: usize): bool {
  for (let at = end - 26; at <= end - 24; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x4d && byte <= 0x4f) return true;
  }
  return false;
}

/** How much of what keys are written with stands before a place. */
function runBefore(at: usize): u32 {
  let start = at;
  while (start > data && is(start - 1, inRun)) start--;
  return <u32>(at - start);
}

function runAfter(at: usize, end: usize): u32 {
  let after = at;
  while (after < end && is(after, inRun)) after++;
  return <u32>(after - at);
}

/** Something is left out from `from` to `to` where literals are joined. */
function joined(from: usize, to: usize, end: usize): void {
  const left = runBefore(from);
  if (left === 0) return;
  const right = runAfter(to, end);
  if (right === 0) return;
  const goesOn = chainAt !== 0 && from - left <= chainAt && chainAt <= from;
  if (!goesOn) {
    chainStart = from - left;
    chainLength = left;
  }
  chainLength += right;
  chainAt = to;
  if (chainLength >= shortestRun) note(joint, chainStart, to + right);
}

function blanks(at: usize): usize {
  while (is(at, isBlank)) at++;
  return at;
}

/** Behind `+`, `.`, `..`, `&` and, before the end of a line, `\`, where one of them stands. */
function operator(at: usize, isFirst: bool): usize {
  const sign = load<u8>(at);
  if (sign === 0x2e) return load<u8>(at + 1) === 0x2e ? at + 2 : at + 1;
  return sign === 0x2b || sign === 0x26 || (isFirst && sign === 0x5c) ? at + 1 : at;
}

/** Where what joins two literals ends, `" + "` and the like or a line that goes on; 0 where nothing joins. See foldLiterals. */
function leftOut(at: usize): usize {
  let next = at + 1;
  if (load<u8>(at) === 0x5c) {
    if (load<u8>(next) === 0x0d) next++;
    return load<u8>(next) === 0x0a ? blanks(next + 1) : 0;
  }
  if (!is(at, isQuote)) return 0;
  next = blanks(operator(blanks(next), true));
  if (load<u8>(next) === 0x0d && load<u8>(next + 1) === 0x0a) next++;
  if (load<u8>(next) === 0x0a) next = blanks(operator(blanks(next + 1), false));
  // At most two letters before a literal: r, b, u, f.
  for (let letters: u32 = 0; letters < 3; letters++) {
    if (is(next, isQuote)) return next + 1;
    const letter = load<u8>(next) | 0x20;
    if (letter !== 0x72 && letter !== 0x62 && letter !== 0x75 && letter !== 0x66) return 0;
    next++;
  }
  return 0;
}

/** Where a literal may go on in another one, or a line in the next. */
function gapFound(at: usize, end: usize): void {
  if (!is(at - 1, inRun)) return;
  let to = leftOut(at);
  if (to === 0) return;
  for (let next = leftOut(to); next !== 0; next = leftOut(to)) to = next;
  joined(at, to, end);
}

/** A quote: the end of a literal that goes on in another one, or the beginning of what begins as a key does. */
function quoteFound(at: usize, end: usize): void {
  gapFound(at, end);
  const quote = load<u8>(at);
  const next = load<u8>(at + 1);
  if (next === quote && joinsList(at, end)) note(list, at, at + 2);
  if (mayBegin(hashOf(at + 1))) literalFound(at, at + 1, quote, end);
  else if (is(at + 1, isLetter)) {
    const content = behindWord(at + 1);
    if (content > at + 1 && mayBegin(hashOf(content))) literalFound(at, content, quote, end);
  } else if (next === 0x7b || next === 0x24) braceFound(at, quote);
}

/** The content of a literal may begin as a key does: it is put together with others, or with a variable. */
function literalFound(at: usize, content: usize, quote: u8, end: usize): void {
  const pieceAfter = pieceEnd(content);
  const opened = opens(content, pieceAfter);
  if (opened === 0) return;
  if (opened === 2 && content === at + 1) {
    // Of a key that a template puts together, one part: given to a variable, or before {name}.
    if (load<u8>(pieceAfter) === quote && isGiven(at)) told |= opensShort;
    if (isBrace(pieceAfter)) told |= template | opensShort;
  }
  const last = isPiece(content, quote) ? assembles(content, end) : 0;
  if (last !== 0) note(opening, at, last);
}

/** `"{name}` and `"${name}`, and more of a key. */
function braceFound(at: usize, quote: u8): void {
  if (!isBrace(at + 1)) return;
  const brace = load<u8>(at + 1) === 0x24 ? at + 2 : at + 1;
  let name = brace + 1;
  while (name < brace + 42 && is(name, isWord)) name++;
  if (load<u8>(name) !== 0x7d || name === brace + 1) return;
  const rest = pieceEnd(name + 1);
  if (load<u8>(rest) === quote && rest - name > 3) told |= template;
}

/** Whether an empty literal joins a list of literals: [].join(""), "".join([]). */
function joinsList(at: usize, end: usize): bool {
  if (load<u32>(at + 2) === 0x696f6a2e && load<u8>(at + 6) === 0x6e) {
    // .join
    const list = spaces(at + 8);
    const bracket = load<u8>(list);
    return (
      (bracket === 0x5b || bracket === 0x28) &&
      hasItems(list + 1, list + mostOfList < end ? list + mostOfList : end)
    );
  }
  const call = spacesBefore(at);
  if (load<u8>(call) !== 0x28 || load<u32>(call - 4) !== 0x6e696f6a || load<u8>(call - 5) !== 0x2e)
    return false;
  const list = spacesBefore(call - 5);
  if (load<u8>(list) !== 0x5d) return false;
  let start = list - 1;
  while (start > data && start > list - mostOfList && load<u8>(start) !== 0x5b && load<u8>(start) !== 0x5d)
    start--;
  return hasItems(start, list);
}

/** Bytes of what stands in a list, at most: 800 characters. */
const mostOfList: usize = 2400;

/** Whether a comma stands between two literals. */
function hasItems(from: usize, to: usize): bool {
  for (let at = from; at < to; at++)
    if (load<u8>(at) === 0x2c && is(spaces(at + 1), isQuote) && is(spacesBefore(at), isQuote)) return true;
  return false;
}

function isSpace(at: usize): bool {
  const byte = load<u8>(at);
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function spaces(from: usize): usize {
  let at = from;
  while (isSpace(at)) at++;
  return at;
}

/** Where the last character before a place stands that is no blank. */
function spacesBefore(from: usize): usize {
  let at = from - 1;
  while (at > data && isSpace(at)) at--;
  return at;
}

/** Whether a value is assigned there: behind `=` and blanks. */
function isGiven(at: usize): bool {
  const sign = load<u8>(spacesBefore(at));
  return sign === 0x3d || sign >= 0x80;
}

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
  const name = is(at - 1, isLetter) ? at : at - 1;
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
  const sign = load<u8>(at);
  switch (sign) {
    case 0x22: // "
    case 0x27: // '
    case 0x60: // `
      quoteFound(at, end);
      break;
    case 0x3a: // ://
      if (load<u8>(at + 2) === 0x2f) addressFound(at);
      break;
    case 0x3d: // =
      assignmentFound(at);
      break;
    case 0x40: // @tcp(
      if (load<u32>(at + 1) === 0x28706374) note(whole, at, at + 5);
      break;
    case 0x5c: // \ and a line break
      gapFound(at, end);
      break;
    case 0x4b: // PRIVATE KEY
      if (load<u8>(at - 2) === 0x45 && load<u8>(at + 1) === 0x45) note(whole, at, at + 1);
      break;
    case 0x78: // xoxd-
      if (load<u32>(at) === 0x64786f78) note(whole, at, at + 4);
      break;
    case 0x76: // env
    case 0x56:
      if ((load<u8>(at - 2) | 0x20) === 0x65) {
        told |= environment;
        if (load<u32>(at - 6) === 0x2e737365) told |= processEnvironment; // ess.
      }
      break;
  }
}

/** Which of sixteen bytes are in a class: its table of low halves tells in which of eight rows they stand. */
function inClass(bytes: v128, low: v128): v128 {
  const row = i8x16.swizzle(
    i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0),
    i8x16.shr_u(bytes, 4),
  );
  return i8x16.ne(v128.and(row, i8x16.swizzle(low, v128.and(bytes, each(15)))), i8x16.splat(0));
}

function bitsOf(bytes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(bytes));
}

function each(byte: u8): v128 {
  return i8x16.splat(<i8>byte);
}

/** One bit for each of sixteen bytes at which `signFound` has something to look at. */
function signMask(at: usize, bytes: v128): u64 {
  const before = v128.load(at - 1);
  const after = v128.load(at + 1);
  const lowBefore = v128.or(before, each(0x20));
  const isBlankBefore = v128.or(i8x16.eq(before, each(0x20)), i8x16.eq(before, each(0x09)));
  const isD = i8x16.eq(lowBefore, each(0x64)); // password=, pwd=
  const isFarD = v128.and(isBlankBefore, i8x16.eq(v128.or(v128.load(at - 2), each(0x20)), each(0x64)));
  const isOther = i8x16.lt_s(before, i8x16.splat(0)); // a blank of another script
  const isBreak = v128.or(i8x16.eq(after, each(0x0a)), i8x16.eq(after, each(0x0d)));
  const quotes = v128.or(
    v128.or(i8x16.eq(bytes, each(0x22)), i8x16.eq(bytes, each(0x27))),
    i8x16.eq(bytes, each(0x60)),
  );
  // Behind most literals stands what neither joins them nor begins one.
  const quote = v128.and(quotes, inClass(after, v128.load(behindQuote)));
  const address = v128.and(i8x16.eq(bytes, each(0x3a)), i8x16.eq(after, each(0x2f)));
  const assigned = v128.and(i8x16.eq(bytes, each(0x3d)), v128.or(v128.or(isD, isFarD), isOther));
  const host = v128.and(i8x16.eq(bytes, each(0x40)), i8x16.eq(after, each(0x74)));
  const goesOn = v128.and(i8x16.eq(bytes, each(0x5c)), isBreak);
  const key = v128.and(i8x16.eq(bytes, each(0x4b)), i8x16.eq(before, each(0x20)));
  const cookie = v128.and(i8x16.eq(bytes, each(0x78)), i8x16.eq(after, each(0x6f)));
  const env = v128.and(i8x16.eq(v128.or(bytes, each(0x20)), each(0x76)), i8x16.eq(lowBefore, each(0x6e)));
  const any = v128.or(
    v128.or(v128.or(quote, address), v128.or(assigned, host)),
    v128.or(v128.or(goesOn, key), v128.or(cookie, env)),
  );
  return bitsOf(any);
}

/**
 * Looks at the bytes at `data`. What it puts down stands at `notes`.
 *
 * @param length of the bytes; before and behind them stand 64 zeros and more.
 * @returns how many notes there are; 4294967295 where there is no room for all.
 */
export function scan(length: u32): u32 {
  out = notes;
  told = 0;
  chainAt = 0;
  const end = data + length;
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
  return out >= notesEnd ? u32.MAX_VALUE : <u32>((out - notes) / 12);
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
  return told;
}

/** Makes room for this many bytes, and 64 zeros behind them; false where there is none. */
export function reserve(length: u32): bool {
  const pages = <i32>((data + length + 128 + 65_535) >> 16);
  const more = pages - memory.size();
  return more <= 0 || memory.grow(more) >= 0;
}
