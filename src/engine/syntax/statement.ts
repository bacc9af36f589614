import type { Node } from 'web-tree-sitter';
import { lineEnd, lineStart } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from './node';

/**
 * What goes with a statement that goes: its line, where nothing else stands on it but blanks and a comment.
 *
 * @param comment what a comment begins with: `#`, `//`.
 */
export function statementSpan(text: string, statement: Node, comment: string): Span {
  const [start, end] = [lineStart(text, statement.startIndex), lineEnd(text, statement.endIndex)];
  const behind = text.slice(statement.endIndex, end).trim().replace(/^;\s*/, '');
  const alone =
    text.slice(start, statement.startIndex).trim() === '' && (behind === '' || behind.startsWith(comment));
  return alone ? { start, end } : spanOf(statement);
}
