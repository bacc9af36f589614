import type { Node } from 'web-tree-sitter';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineStart } from '../text/lines';
import { isOfFile } from '../text/scriptHead';
import { namedChildren } from './node';

/**
 * Puts a file's first import at its head: behind the shebang, the license and whatever else `leads`, before a comment
 * that belongs to the code below it. An empty line keeps it apart on either side.
 */
export function importAtHead(
  text: string,
  root: Node,
  line: string,
  comments: ReadonlySet<string>,
  leads: (node: Node) => boolean,
): TextEdit {
  const eol = eolOf(text);
  // Also what starts a program of JBang: `///usr/bin/env jbang`.
  const first = /^(?:#!|\/\/\/\w+\/).*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  let after: number | undefined;
  let at = first;
  let ofFile = false;
  for (const node of namedChildren(root)) {
    if (node.endIndex <= first) continue;
    const isComment = comments.has(node.type);
    if (!isComment && !leads(node)) break;
    const gap = /^[ \t]*(?:\r?\n[ \t]*){2}/.test(text.slice(node.endIndex)) || /\n\s*$/.test(node.text);
    const isHeader: boolean = isComment && (ofFile || isOfFile(node.text));
    ofFile = isHeader && !gap;
    if (isComment && !gap && !isHeader) continue;
    after = node.endIndex - (/\s*$/.exec(node.text)?.[0].length ?? 0);
  }
  if (after !== undefined) {
    const rest = text.slice(after).replace(/^[^\n]*\n?/, '');
    const apart = /^[ \t]*(?:\r?\n|$)/.test(rest) ? '' : eol;
    return insertLine(text, after, eol + line + apart, eol);
  }
  const rest = text.slice(at);
  const blank = /^[ \t]*\r?\n/.exec(rest)?.[0].length ?? 0;
  if (first > 0 && blank > 0) at += blank;
  at = lineStart(text, at);
  return insert(at, `${line}${eol}${/^[ \t]*\r?\n/.test(text.slice(at)) ? '' : eol}`);
}
