import { eolOf, type TextEdit } from './edit';
import { insert } from './lines';

/** Whether a comment is about its file, and no part of the code below it: a licence, an encoding, a directive for a tool. */
export const isOfFile = (comment: string): boolean =>
  /^\/\*!|\bcopyright\b|\blicensed under\b|\blicen[cs]e\s*(?::|\.?\s*(?:\*\/)?$)|\bSPDX\b|@(?:license|preserve|file|fileoverview|module|packageDocumentation|flow|format|ts-(?:no)?check|jsx\w*)\b|^#.*\bcoding[:=]|^#\s*\/\/\/|^(?:\/\/|\/\*)\s*(?:eslint|jshint|globals?|prettier|biome)\b|^\/\/\/\s*<reference\b/im.test(
    comment,
  );

/**
 * Where the code of a script in JavaScript begins: behind the shebang, directives, and the comments that are about the
 * file or stand apart; before the comment that belongs to the first statement.
 */
export function scriptHead(text: string): number {
  let at = /^\uFEFF?(?:#![^\n]*(?:\n|$))?/.exec(text)?.[0].length ?? 0;
  let head = at;
  let ofFile = false;
  for (;;) {
    const [found, comment, directive] = piece.exec(text.slice(at)) ?? [];
    if (found === undefined || found === '') return head;
    at += found.length;
    ofFile = comment !== undefined && (ofFile || isOfFile(comment.trimStart()));
    if (directive !== undefined || ofFile || (comment === undefined && found.includes('\n'))) head = at;
  }
}

/** Lines where the code of a script begins, an empty line around them. */
export function insertAtHead(text: string, lines: string): TextEdit {
  const eol = eolOf(text);
  const at = scriptHead(text);
  const gap = at === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, at)) ? '' : eol;
  return insert(at, gap + lines + eol + eol);
}

/** A comment with the end of its line, a directive with its, or an empty line. */
const piece =
  /^(?:([ \t]*(?:\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)[ \t]*(?:\n|\r\n|$))|([ \t]*(?:"use [\w ]+"|'use [\w ]+')[ \t]*;?[^\n]*(?:\n|$))|[ \t]*\r?\n)/;
