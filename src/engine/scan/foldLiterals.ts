import { isInRun } from '../text/runs';
import type { Span } from '../text/span';
import type { Unread } from './readInPart';

/** A text without what joins its string literals, and the way back to the original's offsets. */
export interface FoldedText {
  readonly text: string;
  /** Where something was left out, in order. */
  readonly gaps: readonly number[];
  /** Those inside of a span. */
  gapsIn(span: Span): readonly number[];
  /** Whether nothing but blanks stood between two literals at a gap: in a shell these are two words. */
  isBlank(gap: number): boolean;
  /** The span in the original; `joined` where it crosses a place at which something was left out. */
  original(span: Span): Span & { readonly joined: boolean };
}

/** `" + "`, `' . '`, `" "` (adjacent), `" \` and a line break, each with prefixes such as `f` or `r`; quotes may differ. */
const joint =
  /["'`][ \t]*(?:(?:\+|\.{1,2}|&|\\)[ \t]*)?(?:\r?\n[ \t]*(?:(?:\+|\.{1,2}|&)[ \t]*)?)?[rRbBuUfF]{0,2}["'`]/g;

const onlyBlank = /^["'`](?:[ \t\r\n]|\\\r?\n)+["'`]$/;

/** A string that goes on in the next line. */
const continued = /\\\r?\n[ \t]*/g;

/** What joins, which of begins it and stands nowhere else inside, and what it holds: looked for first, most texts are done with it. */
const joints: readonly (readonly [pattern: RegExp, begins: string, needs: readonly string[]])[] = [
  [joint, '"\'`', ['"', "'", '`']],
  [continued, '\\', ['\\\n', '\\\r\n']],
];

/** `["a", "b"].join("")` and `"".join(["a", "b"])`: the commas between their literals join as well. */
const lists = /\[([^[\]]{8,800})\]\s*\.join\(\s*(["'`])\2\s*\)|(["'])\3\.join\(\s*[[(]([^\])]{8,800})[\])]/g;
const comma = /["'`]\s*,\s*["'`]/g;

/** `a""b` and `a'"b`: a shell puts words in quotes together where nothing stands between. */
const isGlued = (text: string, at: number): boolean => isInWord(text, at - 1) && isInWord(text, at + 2);

/** Behind empty literals that stand there. */
function behindEmpty(text: string, at: number): number {
  let end = at;
  while (isQuote(text.charCodeAt(end)) && isQuote(text.charCodeAt(end + 1))) end += 2;
  return end;
}

const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x60;

const isInWord = (text: string, at: number): boolean =>
  isInRun(text, at) && text[at] !== '.' && text[at] !== '~';

/** Joints of one text that are read: a program has a hundredth of that, and more is made to take time. */
const mostJoints = 60_000;

/** Leaves out everything that joins literals; undefined where nothing does. Time is linear. */
export function foldLiterals(text: string, unread?: Unread): FoldedText | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (start: number, end: number): void => {
    starts.push(start);
    ends.push(end);
  };
  for (const [pattern, begins, needs] of joints) {
    if (!needs.some((part) => text.includes(part))) continue;
    pattern.lastIndex = 0; // `exec` and `matchAll` make an array of each, of which there may be thousands
    while (pattern.test(text)) {
      const end = pattern.lastIndex;
      let start = end - 2;
      while (!begins.includes(text.charAt(start))) start--;
      if (end - start < 3 && pattern === joint && !isGlued(text, start)) {
        pattern.lastIndex = behindEmpty(text, end);
        continue;
      }
      if (starts.length >= mostJoints) {
        unread?.();
        break;
      }
      add(start, end);
    }
  }
  for (const list of text.includes('.join(') ? text.matchAll(lists) : []) {
    const inner = list[1] ?? list[4] ?? '';
    const at = list.index + list[0].indexOf(inner);
    for (const match of inner.matchAll(comma)) add(at + match.index, at + match.index + match[0].length);
  }
  if (starts.length === 0) return undefined;

  let folded = '';
  /** Where each gap stands in the folded text, and how much was left out up to and with it. */
  const at: number[] = [];
  const left: number[] = [];
  let end = 0;
  let removed = 0;
  for (const index of inOrder(starts)) {
    const start = starts[index] ?? 0;
    if (start < end) continue;
    folded += text.slice(end, start);
    at.push(start - removed);
    end = ends[index] ?? 0;
    removed += end - start;
    left.push(removed);
  }
  folded += text.slice(end);

  /** How many gaps stand before an offset of the folded text, or at it where `inclusive`. */
  const gapsBefore = (offset: number, inclusive: boolean): number => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = at[middle] ?? 0;
      if (place < offset || (inclusive && place === offset)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    text: folded,
    gaps: at,
    gapsIn: ({ start, end }) => at.slice(gapsBefore(start, true), gapsBefore(end, false)),
    isBlank: (place) => {
      const index = gapsBefore(place, false);
      const start = place + (left[index - 1] ?? 0);
      return at[index] === place && onlyBlank.test(text.slice(start, place + (left[index] ?? 0)));
    },
    original: (span) => {
      const first = gapsBefore(span.start, true);
      const last = gapsBefore(span.end, false);
      return {
        start: span.start + (left[first - 1] ?? 0),
        end: span.end + (left[last - 1] ?? 0),
        joined: last > first,
      };
    },
  };
}

/** The places of numbers in the order of these: mostly their own. */
function inOrder(numbers: readonly number[]): Iterable<number> {
  const isSorted = numbers.every((one, index) => index === 0 || (numbers[index - 1] ?? 0) <= one);
  return isSorted
    ? numbers.keys()
    : [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
}
