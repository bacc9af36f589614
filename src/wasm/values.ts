// What a run of the characters of keys may be without a mark: a value that its name or its form tells. See findContextKeys.

import {
  each,
  inPairs,
  is,
  isBlank,
  isDigit,
  isHinted,
  isLetter,
  isLower,
  isQuote,
  isUpper,
  isWord,
  namesOf,
} from './places';

const shortestNamed: usize = 20;
const shortestFormed: usize = 24;
const longest: usize = 100;

/** The value of a run: without the name that it is assigned to, and without what ends a sentence. */
let start: usize = 0;
let end: usize = 0;

/** Finds it; false where the run is no value, or a part of one. */
function take(from: usize, to: usize): bool {
  start = behindNames(from, to);
  const before = load<u8>(from - 1);
  if (start === from) {
    if (before === 0x25 && isHex(from) && isHex(from + 1))
      start = from + 2; // %3D
    else if (before === 0x40 || before === 0x23 || before === 0x25 || before === 0x24 || before === 0x5c)
      return false;
  }
  end = to;
  while (end > start && (load<u8>(end - 1) === 0x2e || load<u8>(end - 1) === 0x7e)) end--;
  const after = load<u8>(end);
  return after !== 0x23 && after !== 0x24 && after !== 0x28; // # $ (
}

/** `NAME=value` is one run, as is `-value` behind an option. */
function behindNames(from: usize, to: usize): usize {
  const first = load<u8>(from);
  let at = first === 0x2b || first === 0x7e ? from + 1 : from;
  let behind: usize = 0;
  for (;;) {
    while (at < to && (is(at, isWord) || isOneOf(load<u8>(at), 0x2d, 0x2e, 0x2f))) at++;
    if (at + 1 >= to || load<u8>(at) !== 0x3d || load<u8>(at + 1) === 0x3d) break;
    behind = ++at;
  }
  if (behind !== 0) return behind;
  return first === 0x2d && is(from + 1, isWord) ? from + 1 : from;
}

function isOneOf(byte: u8, a: u8, b: u8, c: u8): bool {
  return byte === a || byte === b || byte === c;
}

function isHex(at: usize): bool {
  const byte = load<u8>(at) | 0x20;
  return is(at, isDigit) || (byte >= 0x61 && byte <= 0x66);
}

/** A key whose name may tell it, and one whose form may. */
export const isNamed: u32 = 1;
export const isOfForm: u32 = 2;

/** What a run may be without a mark. */
export function valueIn(from: usize, to: usize, data: usize): u32 {
  if (!take(from, to)) return 0;
  const length = end - start;
  if (length < shortestNamed || length > longest) return 0;
  const form = length >= shortestFormed && isFormed() ? isOfForm : 0;
  return isRandom() && isBound() && isHinted(nameFrom(data), end) ? form | isNamed : form;
}

/** Bytes before a value in which its name is looked for. */
function nameFrom(data: usize): usize {
  return start - data < 240 ? data : start - 240;
}

/** Whether a value of such characters may have the form of a key without a mark: a long word, digests, base64, UUIDs. */
function isFormed(): bool {
  const length = end - start;
  let word: u32 = 0;
  let seen: u8 = 0;
  let hasLong = false;
  let isUrl = false; // with signs of base64 as in addresses
  let isPlain = false; // with those of the usual base64
  let hasDot = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (is(at, isDigit | isLetter)) {
      seen |= is(at, isDigit) ? isDigit : is(at, isUpper) ? isUpper : isLower;
      if (++word >= 20) hasLong = true;
      continue;
    }
    word = 0;
    if (byte === 0x2d || byte === 0x5f) isUrl = true;
    else if (byte === 0x2b || byte === 0x2f) isPlain = true;
    else if (byte === 0x2e) hasDot = true;
    else if (byte === 0x7e || at + 2 < end)
      return false; // = ends base64
    else continue;
    if (byte === 0x5f && load<u32>(at - 4) === 0x6576696c) return true; // live_
    const isUuid = byte === 0x2d && at + 15 < end && load<u8>(at + 5) === 0x2d;
    if (isUuid && load<u8>(at + 10) === 0x2d && load<u8>(at + 15) === 0x2d) return true;
  }
  if (isPlain && (isUrl || hasDot)) return false;
  return hasLong || (!hasDot && (length >= 80 || (length >= 40 && seen === (isDigit | isUpper | isLower))));
}

/** Whether a value is no digest and no path, and of as many different characters as a random one. */
function isRandom(): bool {
  if (load<u8>(start) === 0x2e || load<u8>(start) === 0x2f) return false;
  let low: u64 = 0;
  let high: u64 = 0;
  let hasDigit = false;
  let hasLetter = false;
  let isDigest = true;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte < 64) low |= (<u64>1) << byte;
    else high |= (<u64>1) << (byte & 63);
    if (is(at, isDigit)) hasDigit = true;
    else if (is(at, isLetter)) hasLetter = true;
    if (isDigest && byte !== 0x2d && !isHex(at)) isDigest = false;
  }
  return hasDigit && hasLetter && !isDigest && popcnt(low) + popcnt(high) >= leastDifferent;
}

/** So many make 3.5 bits for each of them. */
const leastDifferent: u64 = 12;

/** Whether a name may be bound to the value: by what stands right before it, quote and blanks aside. */
function isBound(): bool {
  let at = start - 1;
  if (is(at, isQuote)) at--;
  if (load<u8>(at) === 0x5c) at--;
  while (is(at, isBlank) || isOneOf(load<u8>(at), 0x0a, 0x0d, 0x0b) || load<u8>(at) === 0x0c) at--;
  const sign = load<u8>(at);
  if (sign >= 0x80) return true; // a blank of another script
  return sign === 0x3d || sign === 0x3a || sign === 0x3e || isOneOf(sign, 0x2d, 0x2c, 0x28); // = : > - , (
}

/** Whether a name somewhere in the bytes ends as those of secrets do. See mayNameSecret. */
export function isNameIn(from: usize, to: usize): bool {
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at);
    const pairs = inPairs(namesOf, v128.load(at - 1), bytes);
    const last = v128.or(i8x16.ne(pairs, i8x16.splat(0)), i8x16.eq(bytes, each(0x5f)));
    if (!v128.any_true(last)) continue;
    const here = wordMask(at);
    let ends = <u32>i8x16.bitmask(last) & here & ~((here >> 1) | (wordMask(at + 16) << 15));
    for (; ends !== 0; ends &= ends - 1) {
      let letter = at + <usize>ctz(ends);
      while (letter > from && load<u8>(letter) === 0x5f) letter--;
      if (endsAsSecret(letter)) return true;
    }
  }
  return false;
}

/** One bit for each of sixteen bytes that is a letter, a digit or `_`. */
function wordMask(at: usize): u32 {
  const bytes = v128.load(at);
  const letters = i8x16.lt_u(
    i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)),
    i8x16.splat(26),
  );
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
  const lines = i8x16.eq(bytes, i8x16.splat(0x5f));
  return <u32>i8x16.bitmask(v128.or(letters, v128.or(digits, lines)));
}

/** key, token, authorization, secret, ident, password, passwd, pword, pass, credentials, passphrase, auth, credential */
function endsAsSecret(last: usize): bool {
  const four = load<u32>(last - 3) | 0x20202020;
  const before = load<u32>(last - 7) | 0x20202020;
  switch (load<u8>(last) | 0x20) {
    case 0x79: // y
      return four >> 8 === 0x79656b;
    case 0x6e: // n
      return four === 0x6e656b6f || (four === 0x6e6f6974 && before === 0x617a6972);
    case 0x74: // t
      return four === 0x74657263 || four === 0x746e6564;
    case 0x64: // d
      return four === 0x64726f77 || four === 0x64777373;
    case 0x73: // s
      return four === 0x73736170 || (four === 0x736c6169 && before === 0x746e6564);
    case 0x65: // e
      return four === 0x65736172;
    case 0x68: // h
      return four === 0x68747561;
    case 0x6c: // l
      return four === 0x6c616974 && before >> 8 === 0x6e6564;
  }
  return false;
}
