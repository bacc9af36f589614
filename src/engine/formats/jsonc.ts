import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  visit,
} from 'jsonc-parser';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, withLines } from '../text/lines';
import type { Span } from '../text/span';
import type { ConfigText, ConfigValue, Data, Path } from './configText';

/**
 * JSON, with comments and trailing commas or without. Read by jsonc-parser, which VS Code reads its own files with: it goes
 * on after an error and tells where each node stands. Its own edits lay out anew what stands beside an entry that comes, and
 * take the comments beside one that goes, so these are made here.
 */
export function jsonc(text: string): ConfigText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const isBroken = root === undefined || errors.length > 0;
  return {
    values: root === undefined ? [] : valuesOf(root, []),
    data: isBroken ? undefined : (getNodeValue(root) as Data),
    get comments() {
      return commentsIn(text);
    },
    replacements: (value, part, written, whole) => [
      { span: part, newText: JSON.stringify(written).slice(1, -1) },
      { span: value.span, newText: JSON.stringify(whole) },
    ],
    replacement: ({ span }, data) => ({ span, newText: inline(data) }),
    removal: (path) => {
      const node = root && findNodeAtLocation(root, [...path]);
      return node === undefined || path.length === 0 ? undefined : removalOf(text, node);
    },
    addition: (path, data, after) =>
      root === undefined ? undefined : additionOf(text, root, path, data, after),
  };
}

function valuesOf(node: Node, path: Path): readonly ConfigValue[] {
  switch (node.type) {
    case 'string':
      return [
        { path, value: String(node.value), span: { start: node.offset, end: node.offset + node.length } },
      ];
    case 'object':
      return (node.children ?? []).flatMap(({ children }) => {
        const [name, value] = children ?? [];
        return name === undefined || value === undefined
          ? []
          : valuesOf(value, [...path, String(name.value)]);
      });
    case 'array':
      return (node.children ?? []).flatMap((item, index) => valuesOf(item, [...path, index]));
    default:
      return [];
  }
}

/** A property or an item, and the comma that is one too many without it. */
function removalOf(text: string, value: Node): readonly TextEdit[] | undefined {
  const entry = value.parent?.type === 'property' ? value.parent : value;
  const siblings = entry.parent?.children;
  if (siblings === undefined) return undefined;
  const end = entry.offset + entry.length;
  const comma = commaAfter(text, end);
  const holder = entry.parent;
  if (holder !== undefined && siblings.length === 1) {
    const inside = { start: holder.offset + 1, end: holder.offset + holder.length - 1 };
    const rest = text.slice(inside.start, entry.offset) + text.slice(comma?.end ?? end, inside.end);
    if (rest.trim() === '') return [{ span: inside, newText: '' }];
  }
  const before = siblings[siblings.indexOf(entry) - 1];
  const own = (stop: number): TextEdit => ({
    span: withLines(text, { start: entry.offset, end: stop }),
    newText: '',
  });
  if (comma !== undefined) {
    // A comment between an entry and its comma stays, and takes the comma's place.
    if (text.slice(end, comma.start).trim() === '') return [own(comma.end)];
    return [
      { span: { start: entry.offset, end }, newText: '' },
      { span: comma, newText: '' },
    ];
  }
  const last = before && commaAfter(text, before.offset + before.length);
  return [...(last === undefined ? [] : [{ span: last, newText: '' }]), own(end)];
}

function commentsIn(text: string): readonly string[] {
  const found: string[] = [];
  visit(text, {
    onComment: (offset, length) => found.push(text.slice(offset, offset + length).trimEnd()),
  });
  return found;
}

/** The comma that is the next thing but for comments. */
function commaAfter(text: string, offset: number): Span | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  const start = scanner.getTokenOffset();
  return text[start] === ',' ? { start, end: start + 1 } : undefined;
}

/** Puts a property behind the one that is named, else behind the last, as the lines around it are written; an item behind the last. */
function additionOf(
  text: string,
  root: Node,
  path: Path,
  data: Data,
  after: string | undefined,
): readonly TextEdit[] | undefined {
  let depth = path.length - 1;
  while (depth > 0 && findNodeAtLocation(root, path.slice(0, depth)) === undefined) depth--;
  const holder = depth === 0 ? root : findNodeAtLocation(root, path.slice(0, depth));
  const [name, ...rest] = path.slice(depth);
  if (name === undefined || (holder?.type !== 'object' && holder?.type !== 'array')) return undefined;
  const nested = rest.reduceRight<Data>((inner, step) => ({ [step]: inner }), data);
  const children = holder.children ?? [];
  const [first] = children;
  const inner = holder.offset + 1;
  const eol = eolOf(text);
  const isOnLines =
    first === undefined ? text.includes('\n') : text.slice(inner, first.offset).includes('\n');
  const outer = indentOf(text, holder.offset);
  const step = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const indent = first === undefined ? outer + step : indentOf(text, first.offset);
  const json = isOnLines
    ? JSON.stringify(nested, null, step)
        .split('\n')
        .join(eol + indent)
    : inline(nested);
  const written = holder.type === 'array' ? json : `${JSON.stringify(name)}: ${json}`;
  const last =
    children.find(({ children: [key] = [] }) => after !== undefined && key?.value === after) ??
    children.at(-1);
  if (last === undefined) {
    const newText = isOnLines ? `${eol}${indent}${written}${eol}${outer}` : ` ${written} `;
    return text.slice(inner, holder.offset + holder.length - 1).trim() === ''
      ? [{ span: { start: inner, end: holder.offset + holder.length - 1 }, newText }]
      : undefined; // a comment is all that stands there
  }
  const end = last.offset + last.length;
  const comma = commaAfter(text, end);
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  if (!isOnLines)
    return comma === undefined ? [insert(end, `, ${written}`)] : [insert(comma.end, ` ${written},`)];
  const stop = lineEndAfter(text, comma?.end ?? end);
  return comma === undefined
    ? [insert(end, ','), insert(stop, `${eol}${indent}${written}`)]
    : [insert(stop, `${eol}${indent}${written},`)];
}

/** The end of the line, where only a comment stands on the rest of it. */
function lineEndAfter(text: string, offset: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?(?=\r?\n|$)/.exec(
    text.slice(offset),
  )?.[0];
  return offset + (rest?.length ?? 0);
}

/** `{ "a": 1 }` on one line. */
function inline(data: Data): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  if (Array.isArray(data)) return `[${(data as readonly Data[]).map(inline).join(', ')}]`;
  return `{ ${Object.entries(data)
    .map(([name, value]) => `${JSON.stringify(name)}: ${inline(value)}`)
    .join(', ')} }`;
}
