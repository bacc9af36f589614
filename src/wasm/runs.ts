// A run of what keys are written with: whether it holds what begins one, or has the form of one.

import { encoded, formed, marked, note, odd, value } from './notes';
import {
  begins,
  data,
  each,
  groupsOf,
  hashOf,
  inPairs,
  is,
  isDigit,
  isEdge,
  isText,
  mayBegin,
} from './places';
import { isNamed, isOfForm, valueIn } from './values';

const longestValue: u32 = 400;
const shortestEncoded: u32 = 26;
const longestEncoded: u32 = 20_000;

export function runFound(start: usize, length: u32): void {
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
      if (!mayBegin(hashOf(place))) continue;
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
  return <u32>(
    i8x16.bitmask(
      v128.or(v128.or(edge, escaped), i8x16.ne(inPairs(groupsOf, bytes, v128.load(at + 1)), i8x16.splat(0))),
    )
  );
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
