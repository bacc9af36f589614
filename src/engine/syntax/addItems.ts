import type { Node } from 'web-tree-sitter';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, insert, lineEnd } from '../text/lines';
import { namedChildren } from './node';

/**
 * Adds items behind those of a list in brackets (an object, an array), as its last one is written: on a line of its own
 * with the same indentation and comma, or behind it.
 */
export function addItems(text: string, list: Node, codes: readonly string[]): readonly TextEdit[] {
  if (codes.length === 0) return [];
  const items = namedChildren(list).filter(({ type }) => type !== 'comment');
  const last = items.at(-1);
  if (last === undefined) return [inEmpty(text, list, codes)];
  const eol = eolOf(text);
  const comma = /^\s*,/.exec(text.slice(last.endIndex))?.[0].length;
  const end = last.endIndex + (comma ?? 0);
  const rest = text.slice(end, lineEnd(text, end)).trim();
  const isLine = rest === '' || /^(?:\/\/|#|\/\*[^*]*\*\/$)/.test(rest);
  if (!isLine || end >= list.endIndex)
    return [insert(end, `${comma === undefined ? ',' : ''} ${codes.join(', ')}`)];
  const indent = indentOf(text, last.startIndex);
  const closing = comma === undefined ? '' : ',';
  const lines = codes.map((code, index) => indent + code + (index < codes.length - 1 ? ',' : closing) + eol);
  return [
    ...(comma === undefined ? [insert(last.endIndex, ',')] : []),
    insert(lineEnd(text, end), lines.join('')),
  ];
}

function inEmpty(text: string, list: Node, codes: readonly string[]): TextEdit {
  const eol = eolOf(text);
  const [open, close] = [text[list.startIndex] ?? '', text[list.endIndex - 1] ?? ''];
  const blank = open === '{' ? ' ' : '';
  if (list.endPosition.row === list.startPosition.row && list.namedChildCount > 0) {
    const end = text.slice(0, list.endIndex - 1).trimEnd().length;
    return insert(end, ` ${codes.join(', ')}`);
  }
  if (list.endPosition.row === list.startPosition.row)
    return {
      span: { start: list.startIndex, end: list.endIndex },
      newText: open + blank + codes.join(', ') + blank + close,
    };
  const indent = indentOf(text, list.startIndex) + unitOf(text);
  return insert(lineEnd(text, list.startIndex), codes.map((code) => `${indent}${code},${eol}`).join(''));
}

/** One step of a text's indentation, or the usual one where it has none. */
export const unitOf = (text: string, usual = '  '): string =>
  /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? usual;
