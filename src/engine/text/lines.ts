import type { TextEdit } from './edit';

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
