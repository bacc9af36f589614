import {
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseAllDocuments,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { eolOf, type TextEdit } from '../text/edit';
import { withLines } from '../text/lines';
import type { Span } from '../text/span';
import type { ConfigText, ConfigValue, Data, Path } from './configText';

/**
 * YAML of version 1.2, one document or several: with several the first step of each path is the document's index. Read by
 * `yaml`, which tells where each node stands. Its own printing would lay the whole file out anew, so texts are put in place
 * of texts, and lines between lines.
 */
export function yaml(text: string): ConfigText {
  const documents = documentsOf(text);
  const isOne = documents.length === 1;
  const isBroken =
    documents.length === 0 || documents.some((one) => one.errors.length > 0 || namesTwice(one));
  const roots = documents.map(({ contents }) => contents as unknown);
  const found = (path: Path): Found | undefined => {
    const [index = 0, ...rest] = isOne ? [0, ...path] : path;
    return findIn(roots[Number(index)], rest);
  };
  const all = roots.map(dataOf);
  return {
    values: roots.flatMap((root, index) => valuesOf(text, root, isOne ? [] : [index])),
    data: isBroken ? undefined : isOne ? (all[0] ?? null) : all,
    get comments() {
      return Array.from(new Lexer().lex(text)).filter((token) => CST.tokenType(token) === 'comment');
    },
    replacements: (value, part, written, whole) => replacementsOf(text, value, part, written, whole),
    replacement: ({ span }, data) => ({ span, newText: inFlow(data) }),
    removal: (path) => {
      const at = found(path);
      const edits = at && removalOf(text, at, found(path.slice(0, -1))?.pair);
      return edits?.some(({ span }) => holdsUsedAnchor(text, span)) ? undefined : edits;
    },
    addition: (path, data, after) => additionOf(text, found, path, data, after),
  };
}

function documentsOf(text: string): readonly Document.Parsed[] {
  try {
    const options = { strict: false, logLevel: 'silent', prettyErrors: false } as const;
    // Asked for, each name would be compared with every other: see `namesTwice`.
    const documents = parseAllDocuments(text, { ...options, uniqueKeys: false });
    return Array.isArray(documents) ? documents : [];
  } catch {
    return []; // so deep that the stack does not hold it
  }
}

/** Whether a map has a name more than once: which of them a tool takes is its own affair. */
function namesTwice(document: Document.Parsed): boolean {
  let isTwice = false;
  visit(document, {
    Map: (_, { items }) => {
      const names = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (names.has(name)) isTwice = true;
        names.add(name);
      }
      return isTwice ? visit.BREAK : undefined;
    },
  });
  return isTwice;
}

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

function valuesOf(text: string, node: unknown, path: Path): readonly ConfigValue[] {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => valuesOf(text, value, [...path, nameOf(key)]));
  if (isSeq(node)) return node.items.flatMap((item, index) => valuesOf(text, item, [...path, index]));
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
  // `!Ref name`, `!secret name`: a tag of the tool's own makes something else of it.
  if (node.tag?.startsWith('!') === true) return [];
  return [{ path, value: node.value, span: { start: node.range[0], end: node.range[1] } }];
}

/** As written: an alias is not what it stands for, so that a value changes at one place only. */
function dataOf(node: unknown): Data {
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [nameOf(key), dataOf(value)]));
  if (isSeq(node)) return node.items.map(dataOf);
  if (isAlias(node)) return { '*': node.source };
  if (!isScalar(node)) return null;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A node, and what holds it. */
interface Found {
  readonly node: Node;
  readonly pair?: Pair;
  readonly items: readonly unknown[];
  readonly inFlow: boolean;
}

function findIn(root: unknown, path: Path): Found | undefined {
  let found: Found | undefined =
    isMap(root) || isSeq(root) ? { node: root, items: [], inFlow: false } : undefined;
  for (const step of path) {
    const holder: Node | undefined = found?.node;
    if (isMap(holder)) {
      const pair: Pair | undefined = holder.items.find(({ key }) => nameOf(key) === String(step));
      if (pair === undefined) return undefined;
      const node = pair.value as Node | null;
      found = { node: node ?? (pair.key as Node), pair, items: holder.items, inFlow: holder.flow === true };
    } else if (isSeq(holder)) {
      const node = holder.items[Number(step)] as Node | undefined;
      if (node === undefined) return undefined;
      found = { node, items: holder.items, inFlow: holder.flow === true };
    } else return undefined;
  }
  return found;
}

/** Where a pair or an item begins and its last line of content ends. */
function spanOf(text: string, { node, pair }: Found): Span {
  const start = pair === undefined ? node.range?.[0] : (pair.key as Node).range?.[0];
  const end = (pair?.value as Node | null | undefined)?.range?.[1] ?? colonAfter(text, pair, node);
  // What is on several lines ends behind its line end, and behind empty lines.
  return { start: start ?? 0, end: text.slice(0, end).trimEnd().length };
}

const colonAfter = (text: string, pair: Pair | undefined, node: Node): number => {
  const end = (pair === undefined ? node : (pair.key as Node)).range?.[1] ?? 0;
  const colon = pair === undefined ? -1 : text.indexOf(':', end);
  return colon < 0 ? end : colon + 1;
};

function replacementsOf(
  text: string,
  { span }: ConfigValue,
  part: Span,
  written: string,
  whole: string,
): readonly TextEdit[] {
  const quote = text[span.start];
  const inside =
    quote === '"'
      ? JSON.stringify(written).slice(1, -1)
      : quote === "'"
        ? written.replaceAll("'", "''")
        : written;
  // A block stays one: its lines are what people read.
  if (quote === '|' || quote === '>') return [{ span: part, newText: inside }];
  const double: TextEdit = { span, newText: JSON.stringify(whole) };
  const single: TextEdit = { span, newText: `'${whole.replaceAll("'", "''")}'` };
  if (!whole.includes("'")) return [{ span: part, newText: inside }, single, double];
  return quote === "'" ? [double, single] : [{ span: part, newText: inside }, double, single];
}

/** Whether a part of a text names something that stands for it elsewhere. */
function holdsUsedAnchor(text: string, { start, end }: Span): boolean {
  const rest = text.slice(0, start) + text.slice(end);
  return Array.from(text.slice(start, end).matchAll(/(?:^|\s)&([^\s,[\]{}]+)/g)).some(([, name = '']) =>
    rest.includes(`*${name}`),
  );
}

function removalOf(text: string, found: Found, holder: Pair | undefined): readonly TextEdit[] | undefined {
  const { pair, items, inFlow, node } = found;
  const own: unknown = pair ?? node;
  const span = spanOf(text, found);
  if (inFlow) {
    const comma = /^\s*,[ \t]*/.exec(text.slice(span.end))?.[0].length;
    if (comma !== undefined) return [{ span: { start: span.start, end: span.end + comma }, newText: '' }];
    const before = /,?\s*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
    return [{ span: { start: span.start - before, end: span.end }, newText: '' }];
  }
  if (items.length < 2) {
    // A block without an entry is none.
    if (holder === undefined || pair === undefined) return undefined;
    const colon = colonAfter(text, holder, holder.key as Node);
    const empty = { span: { start: colon, end: colon }, newText: ' {}' };
    return [empty, { span: withLines(text, span), newText: '' }];
  }
  if (pair === undefined) {
    const dash = text.lastIndexOf('-', span.start);
    return [{ span: withLines(text, { start: dash, end: span.end }), newText: '' }];
  }
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lead = text.slice(lineStart, span.start);
  // The first entry of an item stands behind its dash, which then leads the next one.
  if (!lead.trim().endsWith('-')) return [{ span: withLines(text, span), newText: '' }];
  const next = items[items.indexOf(own) + 1] as Pair | undefined;
  const after = (next?.key as Node | undefined)?.range?.[0];
  if (after === undefined || text.slice(span.end, after).trim() !== '') return undefined;
  return [{ span: { start: span.start, end: after }, newText: '' }];
}

function additionOf(
  text: string,
  found: (path: Path) => Found | undefined,
  path: Path,
  data: Data,
  after: string | undefined,
): readonly TextEdit[] | undefined {
  const list = found(path.slice(0, -1))?.node;
  if (isSeq(list)) return itemOf(text, list, data);
  let depth = path.length - 1;
  while (depth > 0 && !isMap(found(path.slice(0, depth))?.node)) depth--;
  const holder = found(path.slice(0, depth))?.node;
  const [name, ...rest] = path.slice(depth).map(String);
  if (!isMap(holder) || name === undefined) return undefined;
  const nested = rest.reduceRight<Data>((inner, step) => ({ [step]: inner }), data);
  const sibling = siblingOf(holder, after);
  if (sibling === undefined) return undefined;
  const last = spanOf(text, {
    node: (sibling.value ?? sibling.key) as Node,
    pair: sibling,
    items: [],
    inFlow: false,
  });
  if (holder.flow === true) {
    const flow = inFlow({ [name]: nested });
    return [{ span: { start: last.end, end: last.end }, newText: `, ${flow.slice(1, -1).trim()}` }];
  }
  const key = (sibling.key as Node).range?.[0] ?? 0;
  const column = key - (text.lastIndexOf('\n', key - 1) + 1);
  return linesBehind(text, last.end, stringify({ [name]: nested }, { lineWidth: 0 }), ' '.repeat(column));
}

const inFlow = (data: Data): string => stringify(data, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** An item behind the last one. */
function itemOf(text: string, list: YAMLSeq, data: Data): readonly TextEdit[] | undefined {
  const last = list.items.at(-1) as Node | null | undefined;
  if (!last?.range) return undefined;
  const { end } = spanOf(text, { node: last, items: [], inFlow: false });
  if (list.flow === true) {
    return [{ span: { start: end, end }, newText: `, ${inFlow(data)}` }];
  }
  const dash = text.lastIndexOf('-', last.range[0] - 1);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  return linesBehind(text, end, stringify([data], { lineWidth: 0 }), indent);
}

/** Lines of their own behind the one that ends with the last content. */
function linesBehind(text: string, end: number, written: string, indent: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const lines = written
    .trimEnd()
    .split('\n')
    .map((line) => indent + line);
  const newline = text.indexOf('\n', end) + 1;
  if (newline === 0)
    return [
      { span: { start: text.length, end: text.length }, newText: lines.map((line) => eol + line).join('') },
    ];
  return [{ span: { start: newline, end: newline }, newText: lines.map((line) => line + eol).join('') }];
}

const siblingOf = (holder: YAMLMap, after: string | undefined): Pair | undefined =>
  holder.items.find(({ key }) => after !== undefined && nameOf(key) === after) ?? holder.items.at(-1);
