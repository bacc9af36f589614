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
  const width = ({ span }: TextEdit): number => (span.end > span.start ? 1 : 0);
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) => a.edit.span.start - b.edit.span.start || width(a.edit) - width(b.edit) || a.index - b.index,
    );
  let result = '';
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.span.start < at || edit.span.end > text.length) throw new RangeError('overlapping edits');
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

/** The line ending a text uses: that of its first line, `\n` where it has none. */
export const eolOf = (text: string): '\n' | '\r\n' => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');
