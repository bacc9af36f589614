import type { Node } from 'web-tree-sitter';
import { children, namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, insert, lineStart } from '../text/lines';

/** Statements and members that a rewritten PHP program needs, put in with the file's own indentation. */

/** Where the text of a line ends, before its line ending. */
export const lineContentEnd = (text: string, offset: number): number =>
  offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);

/** One step of the file's indentation. */
const unitOf = (text: string): string => /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? '    ';

/** Whether a body has both of its braces: code that is being written may lack them. */
export function isClosed(body: Node): boolean {
  const parts = children(body);
  const [first, last] = [parts[0], parts.at(-1)];
  return first?.type === '{' && last?.type === '}' && !first.isMissing && !last.isMissing;
}

/** A statement at the beginning of a body. */
export function atBeginning(text: string, body: Node, statement: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const open = body.startIndex + 1;
  const first = namedChildren(body)[0];
  const outer = indentOf(text, (body.parent ?? body).startIndex);
  if (first !== undefined && first.startPosition.row === body.startPosition.row)
    return [insert(open, ` ${statement}`)];
  if (first !== undefined) return [insert(open, `${eol}${indentOf(text, first.startIndex)}${statement}`)];
  return [
    insert(open, `${eol}${outer}${unitOf(text)}${statement}`),
    { span: { start: open, end: body.endIndex }, newText: `${eol}${outer}}` },
  ];
}

/** The constructor of a class body, and its own body where it has one. */
export function constructorOf(owner: Node): { readonly method?: Node; readonly body?: Node } {
  const method = namedChildren(owner).find(
    (one) =>
      one.type === 'method_declaration' &&
      one.childForFieldName('name')?.text.toLowerCase() === '__construct',
  );
  const body = method?.childForFieldName('body');
  return { ...(method && { method }), ...(body && { body }) };
}

/** A class that has no constructor and cannot get one from elsewhere. */
export function mayHaveConstructor(owner: Node): boolean {
  const type = owner.parent;
  if (!/^(?:class_declaration|anonymous_class)$/.test(type?.type ?? '')) return false;
  const isOpen = namedChildren(type ?? owner).some(({ type: kind }) =>
    /^(?:base_clause|abstract_modifier)$/.test(kind),
  );
  const members = namedChildren(owner);
  return (
    !isOpen &&
    isClosed(owner) &&
    constructorOf(owner).method === undefined &&
    !members.some(({ type: kind }) => kind === 'use_declaration') &&
    members.every(({ startPosition }) => startPosition.row > owner.startPosition.row)
  );
}

/** A constructor behind the last property. */
export function addConstructor(text: string, owner: Node, statement: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const last = namedChildren(owner).findLast(({ type }) => type === 'property_declaration') ?? owner;
  const indent = indentOf(text, last.startIndex);
  const end = lineContentEnd(text, last.endIndex);
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  const isClose = /^(?:[ \t]*(?:\r?\n|\}))/.test(text.slice(next));
  return [
    insert(end, `${eol}${eol}${indent}public function __construct()${eol}${indent}{`),
    insert(end, `${eol}${indent}${unitOf(text)}${statement}`),
    insert(next, `${indent}}${eol}${isClose ? '' : eol}`),
  ];
}

/** A property behind those that are there, else in front of the constructor. */
export function declareProperty(text: string, method: Node, declared: string): TextEdit {
  const eol = eolOf(text);
  const members = method.parent === null ? [] : namedChildren(method.parent);
  const before = members.slice(
    0,
    members.findIndex(({ id }) => id === method.id),
  );
  const last = before.findLast(({ type }) => type === 'property_declaration');
  if (last !== undefined)
    return insert(
      lineContentEnd(text, last.endIndex),
      `${eol}${eol}${indentOf(text, last.startIndex)}${declared}`,
    );
  const above = before.at(-1);
  const first = above?.type === 'comment' ? above : method;
  return insert(
    lineStart(text, first.startIndex),
    `${indentOf(text, method.startIndex)}${declared}${eol}${eol}`,
  );
}

/** A statement behind another. */
export function afterStatement(text: string, { startIndex, endIndex }: Node, statement: string): TextEdit {
  const end = lineContentEnd(text, endIndex);
  const isLast = /^\s*(?:\/\/|#|$)/.test(text.slice(endIndex, end));
  if (!isLast) return insert(endIndex, ` ${statement}`);
  return insert(end, `${eolOf(text)}${indentOf(text, startIndex)}${statement}`);
}

/** What stands in front of the code of a file, or prepares the environment for it. */
const leading =
  /^(?:php_tag|text|text_interpolation|declare_statement|namespace_definition|namespace_use_declaration)$/;
const preparing = /^(?:require|include)|Dotenv|->loadEnv\(/;
/** What keeps a file from being opened by itself. */
const guard = /^(?:if \(\s*!\s*)?\\?defined\b[^;]*\b(?:exit|die|return)\b/;

/** The definition of a global constant, in front of the first code that may use it. */
export function insertDefinition(text: string, root: Node, at: Node, name: string, read: string): TextEdit {
  const eol = eolOf(text);
  let container: Node = at;
  while (container.parent !== null && !isOuter(container)) container = container.parent;
  const nodes = (container.id === at.id ? children(root) : children(container)).filter(
    ({ isNamed }) => isNamed,
  );
  let next = nodes.find((node) => {
    if (leading.test(node.type)) return false;
    if (guard.test(node.text)) return false;
    if (node.type === 'expression_statement') return !preparing.test(node.text);
    const following = nodes[nodes.indexOf(node) + 1];
    const isApart = following !== undefined && following.startPosition.row > node.endPosition.row + 1;
    return node.type !== 'comment' || !isApart;
  });
  next ??= at;
  const start = lineStart(text, next.startIndex);
  const indent = indentOf(text, next.startIndex);
  const lines = [`if (!defined('${name}')) {`, `${unitOf(text)}define('${name}', ${read});`, '}'];
  const block = lines.map((line) => indent + line).join(eol) + eol + eol;
  if (start + indent.length !== next.startIndex) return insert(next.startIndex, eol + block);
  const isTight = start > 0 && !/\n[ \t]*\r?\n$|\{\r?\n$/.test(text.slice(0, start));
  return insert(start, (isTight ? eol : '') + block);
}

/** The program, or the braces of a namespace. */
const isOuter = (node: Node): boolean =>
  node.type === 'program' ||
  (node.type === 'compound_statement' && node.parent?.type === 'namespace_definition');
