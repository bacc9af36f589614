import type { Node } from 'web-tree-sitter';
import { lineEnd, lineStart } from '../text/lines';
import type { Span } from '../text/span';

/** What goes with an item of a list: its comma, and its line where nothing else stands on it. */
export function itemSpan(text: string, item: Node): Span {
  const comma = /^\s*,/.exec(text.slice(item.endIndex))?.[0].length;
  const end = item.endIndex + (comma ?? 0);
  const [start, stop] = [lineStart(text, item.startIndex), lineEnd(text, end)];
  const alone = text.slice(start, item.startIndex).trim() === '' && text.slice(end, stop).trim() === '';
  const isFirst = item.previousNamedSibling === null;
  if (comma === undefined && !isFirst) {
    const before = /,\s*$/.exec(text.slice(0, item.startIndex))?.[0].length ?? 0;
    return { start: item.startIndex - before, end: item.endIndex };
  }
  if (alone) return { start, end: stop };
  const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: item.startIndex, end: end + blanks };
}
