import type { Span } from '../text/span';

/** A text without what joins its string literals, and the way back to the original's offsets. */
export interface FoldedText {
  readonly text: string;
  /** Where something was left out, in order. */
  readonly gaps: readonly number[];
  /** The gaps at which nothing but blanks stood between two literals: in a shell these are two words. */
  readonly blank: ReadonlySet<number>;
  /** The span in the original; `joined` where it crosses a place at which something was left out. */
  original(span: Span): Span & { readonly joined: boolean };
}

/** `" + "`, `' . '`, `" "` (adjacent), `" \` and a line break, each with prefixes such as `f` or `r`; quotes may differ. */
const joint =
  /["'`][ \t]*(?:(?:\+|\.{1,2}|&|\\)[ \t]*)?(?:\r?\n[ \t]*(?:(?:\+|\.{1,2}|&)[ \t]*)?)?[rRbBuUfF]{0,2}["'`]/g;

const onlyBlank = /^["'`](?:[ \t\r\n]|\\\r?\n)+["'`]$/;

/** A string that goes on in the next line. */
const continued = /\\\r?\n[ \t]*/g;

/** What joins, and what each of them holds: looked for first, most texts are done with it. */
const joints: readonly (readonly [pattern: RegExp, needs: readonly string[]])[] = [
  [joint, ['"', "'", '`']],
  [continued, ['\\\n', '\\\r\n']],
];

/** `["a", "b"].join("")` and `"".join(["a", "b"])`: the commas between their literals join as well. */
const lists = /\[([^[\]]{8,800})\]\s*\.join\(\s*(["'`])\2\s*\)|(["'])\3\.join\(\s*[[(]([^\])]{8,800})[\])]/g;
const comma = /["'`]\s*,\s*["'`]/g;

/** `a""b` and `a'"b`: a shell puts words in quotes together where nothing stands between. */
const isGlued = (text: string, at: number): boolean =>
  /[\w+/=-]/.test(text[at - 1] ?? '') && /[\w+/=-]/.test(text[at + 2] ?? '');

/** Leaves out everything that joins literals; undefined where nothing does. Time is linear. */
export function foldLiterals(text: string): FoldedText | undefined {
  const gaps: Span[] = [];
  for (const [pattern, needs] of joints) {
    if (!needs.some((part) => text.includes(part))) continue;
    for (const match of text.matchAll(pattern)) {
      if (match[0].length < 3 && pattern === joint && !isGlued(text, match.index)) continue; // an empty literal
      gaps.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  for (const list of text.includes('.join(') ? text.matchAll(lists) : []) {
    const inner = list[1] ?? list[4] ?? '';
    const at = list.index + list[0].indexOf(inner);
    for (const match of inner.matchAll(comma))
      gaps.push({ start: at + match.index, end: at + match.index + match[0].length });
  }
  if (gaps.length === 0) return undefined;
  gaps.sort((a, b) => a.start - b.start);

  const parts: string[] = [];
  /** Where each gap stands in the folded text, and how much was left out up to and with it. */
  const at: number[] = [];
  const blank = new Set<number>();
  const left: number[] = [];
  let end = 0;
  let removed = 0;
  for (const gap of gaps) {
    if (gap.start < end) continue;
    parts.push(text.slice(end, gap.start));
    at.push(gap.start - removed);
    if (onlyBlank.test(text.slice(gap.start, gap.end))) blank.add(gap.start - removed);
    removed += gap.end - gap.start;
    left.push(removed);
    end = gap.end;
  }
  parts.push(text.slice(end));

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
    text: parts.join(''),
    gaps: at,
    blank,
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
