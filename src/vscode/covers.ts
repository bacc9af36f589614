import type * as vscode from 'vscode';

/** A covered stretch of a document, in UTF-16 offsets. */
export interface Cover {
  readonly start: number;
  readonly end: number;
}

type Change = Pick<vscode.TextDocumentContentChangeEvent, 'rangeOffset' | 'rangeLength' | 'text'>;

/**
 * What the window has made of covers by itself, when a document has changed: each grows with what is put in at its
 * edges. Undefined where a change reaches over an edge. Changes are as VS Code tells them, the last in the text first.
 */
export function grown(covers: readonly Cover[], changes: readonly Change[]): readonly Cover[] | undefined {
  let result = covers;
  for (const { rangeOffset: from, rangeLength, text } of changes) {
    const [to, by] = [from + rangeLength, text.length - rangeLength];
    const next: Cover[] = [];
    for (const { start, end } of result) {
      if (end < from) next.push({ start, end });
      else if (to < start) next.push({ start: start + by, end: end + by });
      else if (start <= from && to <= end) next.push({ start, end: end + by });
      else return undefined;
    }
    result = next;
  }
  return result;
}

export const isSame = (a: readonly Cover[], b: readonly Cover[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);
