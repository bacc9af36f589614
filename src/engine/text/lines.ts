import type { TextEdit } from './edit';
import type { Span } from './span';

export const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** Where the line that holds `offset` begins. */
export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Just behind the line ending of the line that holds `offset`. */
export const lineEnd = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
};

/** Inserts a line after the one that holds `offset`. */
export const insertLine = (text: string, offset: number, line: string, eol: string): TextEdit => {
  const end = lineEnd(text, offset);
  return /\n/.test(text.slice(offset, end)) ? insert(end, line + eol) : insert(end, eol + line);
};

/** The blanks that the line of `offset` begins with. */
export const indentOf = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';

/** The quote that a text uses more. */
export const usualQuote = (text: string): "'" | '"' =>
  (text.match(/'/g)?.length ?? 0) > (text.match(/"/g)?.length ?? 0) ? "'" : '"';

/** The span with all of its lines, where nothing else stands on them; else the span, and the blanks behind or before it. */
export function withLines(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const isFirst = text.slice(lineStart, start).trim() === '';
  const isLast = text.slice(end, lineEnd).trim() === '';
  if (isFirst && isLast) {
    if (newline >= 0) return { start: lineStart, end: newline + 1 };
    return { start: Math.max(0, lineStart - (text[lineStart - 2] === '\r' ? 2 : 1)), end: text.length };
  }
  const blanks = isLast ? 0 : (/^[ \t]*/.exec(text.slice(end, lineEnd))?.[0].length ?? 0);
  const before = isLast && !isFirst ? (/[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0) : 0;
  return { start: start - before, end: end + blanks };
}
