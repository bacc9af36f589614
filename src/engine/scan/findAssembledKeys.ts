import type { Span } from '../text/span';
import type { FoundKey, KeyFinder } from './findKeys';

/** A literal of what keys are made of, with the quotes that it is written with, also escaped. */
const literals = /\\?(["'`])(?:[A-Za-z]{1,12} )?([\w\-+/=.:%]{2,300})\\?\1/g;

/** How far apart pieces may stand, in UTF-16 code units, and how many there are. */
const gapLimit = 60;
const pieceLimit = 40;
/** Joined with something in between. */
const joinedByText = /^\s*[\])]*\s*\.join\(\s*["'`][^"'`]/;

/**
 * Finds keys whose pieces stand in literals that follow each other, however the code puts them together: names that
 * are added, `format` and `sprintf`, `concat!`, `append`, `implode`, a list that is joined later. A first piece begins
 * as a key does and is none alone; the gaps are alike, apart from names; and together they are a key, which chance does not make.
 */
export function findAssembledKeys(text: string, beginsKey: RegExp, find: KeyFinder): readonly FoundKey[] {
  const found: FoundKey[] = [];
  const pieces: Piece[] = [];
  for (const match of text.matchAll(literals)) {
    const [whole, , content = ''] = match;
    const start = match.index + whole.lastIndexOf(content);
    pieces.push({
      content,
      start,
      end: start + content.length,
      outer: match.index,
      outerEnd: match.index + whole.length,
    });
  }
  for (let i = 0; i + 1 < pieces.length; i++) {
    const first = pieces[i];
    if (first === undefined || !beginsKey.test(first.content) || find(first.content).length > 0) continue;
    const assembled = assemble(text, pieces, i, beginsKey, find);
    if (assembled === undefined) continue;
    const { key, last } = assembled;
    const span: Span = { start: first.start, end: pieces[last]?.end ?? first.end };
    found.push({ ...key, span, reasons: ['it is put together from several literals', ...key.reasons] });
    i = last;
  }
  return found;
}

interface Piece extends Span {
  readonly content: string;
  readonly outer: number;
  readonly outerEnd: number;
}

/** The key that the most of the pieces from `from` on make, and the last of them. */
function assemble(
  text: string,
  pieces: readonly Piece[],
  from: number,
  beginsKey: RegExp,
  find: KeyFinder,
): { readonly key: FoundKey; readonly last: number } | undefined {
  let best: { readonly key: FoundKey; readonly last: number } | undefined;
  let value = pieces[from]?.content ?? '';
  let firstGap: string | undefined;
  for (let i = from + 1; i < Math.min(pieces.length, from + pieceLimit); i++) {
    const piece = pieces[i];
    const gap = text.slice(pieces[i - 1]?.outerEnd ?? 0, piece?.outer ?? 0);
    // A list of prefixes is no key.
    if (piece === undefined || gap.length > gapLimit || beginsKey.test(piece.content)) break;
    const shape = gap.replace(/[A-Za-z_$]\w*|\d+|\s+/g, ' ');
    firstGap ??= shape;
    if (shape !== firstGap) break;
    value += piece.content;
    const [key] = find(value);
    if (key?.span.start !== 0 || key.span.end !== value.length) continue;
    if (!joinedByText.test(text.slice(piece.outerEnd, piece.outerEnd + gapLimit))) best = { key, last: i };
  }
  return best;
}
