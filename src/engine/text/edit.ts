import type { Span } from './span';

/** Replaces the text at `span` (empty for an insertion) by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits that were all computed on the same `text`; what is inserted stands before what is replaced at its place.
 *
 * @throws RangeError when two edits overlap or one lies outside the text: that is a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < at || span.end > text.length) throw new RangeError('overlapping edits');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Edits in the order in which they are applied: what is inserted stands before what is replaced at its place. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const width = ({ span }: TextEdit): number => (span.end > span.start ? 1 : 0);
  return edits.toSorted((a, b) => a.span.start - b.span.start || width(a) - width(b));
}

/** Where what stands at `offset` of a text is once the edits are applied; a replaced place is where its new text begins. */
export const offsetAfter = (edits: readonly TextEdit[], offset: number): number =>
  edits.reduce(
    (at, { span, newText }) => (span.end <= offset ? at + newText.length - (span.end - span.start) : at),
    offset,
  );

/** One list of edits for two that follow each other: `insertions` were computed on what `edits` make of a text. */
export function withInsertions(
  edits: readonly TextEdit[],
  insertions: readonly TextEdit[],
): readonly TextEdit[] {
  const result: TextEdit[] = [];
  let left = insertions;
  let moved = 0;
  for (const { span, newText } of inOrder(edits)) {
    const start = span.start + moved;
    const isReplaced = span.end > span.start;
    const before = left.filter(({ span: { start: at } }) => at < start || (at === start && isReplaced));
    const inside = left.filter((one) => !before.includes(one) && one.span.start <= start + newText.length);
    left = left.filter((one) => !before.includes(one) && !inside.includes(one));
    result.push(...before.map((one) => movedBy(one, -moved)));
    result.push({
      span,
      newText: applyEdits(
        newText,
        inside.map((one) => movedBy(one, -start)),
      ),
    });
    moved += newText.length - (span.end - span.start);
  }
  return [...result, ...left.map((one) => movedBy(one, -moved))];
}

/** One list of edits of `text` for two that follow each other: `second` were computed on what `first` make of it. */
export function composeEdits(
  text: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  // Spans of the text between the two; `longer` is by how much `first` has made a place longer.
  const touched: { readonly start: number; readonly end: number; readonly longer: number }[] = [];
  let grown = 0;
  for (const { span, newText } of inOrder(first)) {
    const start = span.start + grown;
    const longer = newText.length - (span.end - span.start);
    touched.push({ start, end: start + newText.length, longer });
    grown += longer;
  }
  for (const { span } of second) touched.push({ ...span, longer: 0 });
  const places: { start: number; end: number; longer: number }[] = [];
  for (const one of touched.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = places.at(-1);
    if (last === undefined || one.start > last.end) places.push({ ...one });
    else {
      last.end = Math.max(last.end, one.end);
      last.longer += one.longer;
    }
  }
  const between = applyEdits(text, first);
  let before = 0;
  return places.map(({ start, end, longer }) => {
    const inside = second.filter(({ span }) => start <= span.start && span.end <= end);
    const newText = applyEdits(
      between.slice(start, end),
      inside.map((edit) => movedBy(edit, -start)),
    );
    const span = { start: start - before, end: end - before - longer };
    before += longer;
    return { span, newText };
  });
}

const movedBy = ({ span, newText }: TextEdit, by: number): TextEdit => ({
  span: { start: span.start + by, end: span.end + by },
  newText,
});

/** The line ending a text uses: that of its first line, `\n` where it has none. */
export const eolOf = (text: string): '\n' | '\r\n' => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');
