// Literals that are joined, in a line or a list, and those that begin as a key does. See foldLiterals and findAssembledKeys.

import { joint, list, note, opening, opensShort, tell, template } from './notes';
import {
  assembles,
  data,
  each,
  hashOf,
  inRun,
  is,
  isBlank,
  isBrace,
  isPiece,
  isQuote,
  isWord,
  mayBegin,
  opens,
  pieceEnd,
} from './places';

/** No key is shorter. */
export const shortestRun: u32 = 20;

/** The last joint's right side, and how much stands in the chain up to it. */
let chainAt: usize = 0;
let chainStart: usize = 0;
let chainLength: u32 = 0;

export function forgetChain(): void {
  chainAt = 0;
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
export function gapFound(at: usize, end: usize): void {
  if (!is(at - 1, inRun)) return;
  let to = leftOut(at);
  if (to === 0) return;
  for (let next = leftOut(to); next !== 0; next = leftOut(to)) to = next;
  joined(at, to, end);
}

/** A quote: the end of a literal that goes on in another one, or the beginning of what begins as a key does. */
export function quoteFound(at: usize, end: usize): void {
  gapFound(at, end);
  const quote = load<u8>(at);
  const next = load<u8>(at + 1);
  if (next === quote && joinsList(at, end)) note(list, at, at + 2);
  if (mayBegin(hashOf(at + 1))) literalFound(at, at + 1, quote, end);
  else if (next === 0x7b || next === 0x24) braceFound(at, quote);
  else {
    const letters = lettersFrom(at + 1);
    if (letters - 1 < 12 && load<u8>(at + 1 + letters) === 0x20) {
      const content = at + 2 + letters;
      if (mayBegin(hashOf(content))) literalFound(at, content, quote, end);
    }
  }
}

/** How many letters stand there, up to sixteen. */
function lettersFrom(at: usize): u32 {
  const bytes = v128.or(v128.load(at), each(0x20));
  const letters = i8x16.lt_u(i8x16.sub(bytes, each(0x61)), i8x16.splat(26));
  return ctz(~(<u32>i8x16.bitmask(letters)));
}

/** The content of a literal may begin as a key does: it is put together with others, or with a variable. */
function literalFound(at: usize, content: usize, quote: u8, end: usize): void {
  const pieceAfter = pieceEnd(content);
  const opened = opens(content, pieceAfter);
  if (opened === 0) return;
  if (opened === 2 && content === at + 1) {
    // Of a key that a template puts together, one part: given to a variable, or before {name}.
    if (load<u8>(pieceAfter) === quote && isGiven(at)) tell(opensShort);
    if (isBrace(pieceAfter)) tell(template | opensShort);
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
  if (load<u8>(rest) === quote && rest - name > 3) tell(template);
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
