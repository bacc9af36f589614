import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { t } from '../../engine/index';
import { GuardError } from '../errors';
import { at, type Data, type Entry, isRecord, readBack, type Value } from './entry';
import { type Join, lineEnd, undone } from './join';

/** An entry with a name. */
export type NamedEntry = Entry & { readonly name: string };

/** An entry in a JSON file, with comments or without: put first into its object, so that all that is there stays. */
export function jsonEntry(entry: NamedEntry): Join {
  const full = [...entry.path, entry.name];
  const put = (given: string | undefined): string => {
    const text = given ?? '{}\n';
    return readBack('JSON', dataOf, dataOf(text), inserted(text, treeOf(text), entry), entry);
  };
  return {
    has: (text) => at(dataOf(text), full) !== undefined,
    put,
    takeOut: (text) => {
      const before = undone(text, withoutEntry(text, treeOf(text), full), put);
      if (before === undefined || at(dataOf(before), full) !== undefined)
        throw new GuardError(t('what Keystow added was changed since; take it out by hand'));
      return before;
    },
  };
}

const options = { allowTrailingComma: true };

/** @throws GuardError */
export function dataOf(text: string): Data {
  const errors: ParseError[] = [];
  const data = parse(text, errors, options) as Data;
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split('\n').length;
    throw new GuardError(t('it is not valid JSON (line {0}: {1})', line, printParseErrorCode(error.error)));
  }
  return data;
}

export const treeOf = (text: string): Node | undefined => parseTree(text, undefined, options);

function inserted(text: string, root: Node | undefined, { path, name, value }: NamedEntry): string {
  let holder = root;
  let depth = 0;
  while (depth < path.length) {
    const next = root === undefined ? undefined : findNodeAtLocation(root, path.slice(0, depth + 1));
    if (next === undefined) break;
    holder = next;
    depth++;
  }
  if (holder?.type !== 'object')
    throw new GuardError(
      depth === 0 ? t('it is no object') : t('{0} is no object', path.slice(0, depth).join('.')),
    );
  const [key = name, ...more] = [...path.slice(depth), name];
  const nested = more.reduceRight<Value>((inner, part) => ({ [part]: inner }), value);
  const eol = lineEnd(text);
  const start = holder.offset + 1;
  const [first] = holder.children ?? [];
  const between = text.slice(start, first?.offset ?? start);
  const isOnLines = between.includes('\n') || (first === undefined && !text.trim().includes('\n'));
  const outer = indentAt(text, holder.offset);
  const step = stepOf(text);
  const property = (indent: string): string => {
    const json = isOnLines ? JSON.stringify(nested, null, step) : JSON.stringify(nested);
    return `${JSON.stringify(key)}: ${json.split('\n').join(eol + indent)}`;
  };
  const rest = text.slice(start);
  if (!isOnLines)
    return `${text.slice(0, start)} ${property(outer)}${first === undefined ? ' ' : ','}${rest}`;
  const inside = first === undefined ? outer + step : indentAt(text, first.offset);
  const end = first === undefined ? eol + outer : ',';
  return `${text.slice(0, start)}${eol}${inside}${property(inside)}${end}${rest}`;
}

/** The white space before what stands first on the line of an offset. */
const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

/** How the file indents: as its first line that is indented. */
const stepOf = (text: string): string => /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';

/** The text without the entry, in each way in which `put` may have put it there: it is always the first in its object. */
function withoutEntry(text: string, root: Node | undefined, full: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let depth = 0; depth < full.length; depth++) {
    const holder = root === undefined ? undefined : findNodeAtLocation(root, full.slice(0, depth));
    const property =
      holder === undefined ? undefined : findNodeAtLocation(holder, [full[depth] ?? ''])?.parent;
    if (holder === undefined || property === undefined) continue;
    const isFirst = holder.children?.[0] === property;
    const isOnly = holder.children?.length === 1;
    // A parent goes only with nothing else in it.
    if (depth < full.length - 1 && !isChain(root, full, depth + 1)) continue;
    const end = property.offset + property.length;
    const start = isFirst ? holder.offset + 1 : text.lastIndexOf(',', property.offset);
    const stop = !isFirst ? end : isOnly ? holder.offset + holder.length - 1 : text.indexOf(',', end) + 1;
    found.push(text.slice(0, start) + text.slice(stop));
  }
  return found;
}

/** Whether nothing but the entry stands in the objects from a depth on. */
const isChain = (root: Node | undefined, full: readonly string[], depth: number): boolean =>
  full.slice(depth).every((_, index) => {
    const inner = root === undefined ? undefined : findNodeAtLocation(root, full.slice(0, depth + index));
    return inner?.children?.length === 1;
  });

export const hasRecord = (data: Data, name: string): boolean => isRecord(data) && isRecord(data[name]);
