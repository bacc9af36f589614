import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { t } from '../../engine/index';
import { GuardError } from '../errors';
import { at, type Data, type Entry, isRecord, isWithEntry, readBack, type Value } from './entry';
import { type Join, lineEnd, undone } from './join';

/**
 * An entry in a YAML file. The library says where things stand; lines are put between those that are there, so that every
 * comment, quote and indent stays; then the library reads the result back.
 *
 * @param isOurs whether a value, and for a map its name, is the entry, of whatever version.
 */
export function yamlEntry(entry: Entry, isOurs: (value: Data, name: string | undefined) => boolean): Join {
  const put = (given: string | undefined): string => {
    const text = given ?? '# Made by keystow hook install.\n';
    const before = dataOf(text);
    const after = inserted(text, entry);
    return readBack('YAML', dataOf, before, after, entry);
  };
  return {
    has: (text) => {
      const inner = at(dataOf(text), entry.path);
      return Array.isArray(inner)
        ? inner.some((value) => isOurs(value, undefined))
        : isRecord(inner) && Object.entries(inner).some(([name, value]) => isOurs(value, name));
    },
    put,
    takeOut: (text) => {
      if (text === put(undefined)) return undefined;
      const before = undone(text, withoutEntry(text, entry), put);
      if (before === undefined || !isWithEntry(dataOf(before), dataOf(text), entry))
        throw new GuardError(t('what Keystow added was changed since; take it out by hand'));
      return before;
    },
  };
}

function documentOf(text: string) {
  const document = parseDocument(text, { keepSourceTokens: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    throw new GuardError(
      line === undefined ? t('it is not valid YAML') : t('it is not valid YAML (line {0})', line),
    );
  }
  return document;
}

const dataOf = (text: string): Data => documentOf(text).toJS() as Data;

function inserted(text: string, entry: Entry): string {
  const eol = lineEnd(text);
  const { contents } = documentOf(text);
  let inner: unknown = contents;
  /** The pair whose value is `inner`. */
  let holder: Pair | undefined;
  for (const [depth, name] of entry.path.entries()) {
    if (!isMap(inner)) return intoEmpty(text, inner, holder, entry, depth, eol);
    const pair: Pair | undefined = inner.items.find(({ key }) => isScalar(key) && key.value === name);
    if (pair === undefined) return intoCollection(text, inner, holder, entry, depth, eol);
    [holder, inner] = [pair, pair.value];
  }
  if (isMap(inner) || isSeq(inner)) return intoCollection(text, inner, holder, entry, entry.path.length, eol);
  return intoEmpty(text, inner, holder, entry, entry.path.length, eol);
}

/** Where nothing stands yet: at the end of the file, or below a key without a value. */
function intoEmpty(
  text: string,
  inner: unknown,
  holder: Pair | undefined,
  entry: Entry,
  depth: number,
  eol: string,
): string {
  if (inner !== null && !(isScalar(inner) && inner.value === null))
    throw new GuardError(
      depth === 0
        ? t('it is no map or list')
        : t('{0} is no map or list', entry.path.slice(0, depth).join('.')),
    );
  if (holder === undefined) return appended(text, linesOf(entry, depth, 0), eol);
  // Deeper than where the key is made too: so the way back is known.
  return below(text, holder, linesOf(entry, depth, columnOf(text, startOf(holder.key)) + 4), eol);
}

function intoCollection(
  text: string,
  inner: YAMLMap | YAMLSeq,
  holder: Pair | undefined,
  entry: Entry,
  depth: number,
  eol: string,
): string {
  const start = startOf(inner);
  if (inner.flow === true) {
    const item = flowOf(entry, depth) + (inner.items.length === 0 ? '' : ', ');
    return text.slice(0, start + 1) + item + text.slice(start + 1);
  }
  if (holder === undefined) return appended(text, linesOf(entry, depth, columnOf(text, start)), eol);
  return below(text, holder, linesOf(entry, depth, columnOf(text, start)), eol);
}

/** After the line of a key: before what stands below it, and before the comments of that. */
function below(text: string, { key }: Pair, lines: readonly string[], eol: string): string {
  const end = text.indexOf('\n', startOf(key));
  if (end < 0) return appended(text, lines, eol);
  return text.slice(0, end + 1) + lines.map((line) => line + eol).join('') + text.slice(end + 1);
}

const appended = (text: string, lines: readonly string[], eol: string): string =>
  text === '' || text.endsWith('\n')
    ? text + lines.map((line) => line + eol).join('')
    : text + lines.map((line) => eol + line).join('');

/** Where a node begins. */
function startOf(node: unknown): number {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range?.[0] ?? 0;
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** The lines of an entry, below what is there of its path. */
function linesOf({ path, name, value, comment }: Entry, depth: number, indent: number): readonly string[] {
  const missing = path.slice(depth);
  const inside = indent + 2 * missing.length;
  const pad = (columns: number): string => ' '.repeat(columns);
  const own =
    name === undefined
      ? blockOf(value).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
      : [`${name}:`, ...blockOf(value).map((line) => `  ${line}`)];
  return [
    ...missing.map((key, index) => `${pad(indent + 2 * index)}${key}:`),
    ...(comment === undefined ? [] : [`${pad(inside)}# ${comment}`]),
    ...own.map((line) => pad(inside) + line),
  ];
}

function blockOf(value: Value): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item: Value) =>
      blockOf(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
    );
  if (typeof value !== 'object') return [plain(value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object'
      ? [`${key}:`, ...blockOf(inner).map((line) => `  ${line}`)]
      : [`${key}: ${plain(inner)}`],
  );
}

/** A text as it is, where YAML reads it back so. */
const plain = (value: string | boolean): string =>
  typeof value === 'string' && /^[A-Za-z(.][^\n]*$/.test(value) && !/: | #|:$/.test(value)
    ? value
    : JSON.stringify(value);

/** JSON is YAML. */
function flowOf({ path, name, value }: Entry, depth: number): string {
  const missing = path.slice(depth);
  if (name === undefined && missing.length === 0) return JSON.stringify(value);
  const own: Value = name === undefined ? [value] : { [name]: value };
  return JSON.stringify(missing.reduceRight<Value>((inner, key) => ({ [key]: inner }), own)).slice(1, -1);
}

/** The text without the lines of the entry, in each way in which `put` may have put them there. */
function withoutEntry(text: string, entry: Entry): readonly string[] {
  const found: string[] = [];
  const eol = lineEnd(text);
  const lines = text.split(eol);
  for (let depth = 0; depth <= entry.path.length; depth++) {
    const wanted = linesOf(entry, depth, 0).map((line) => line.trim());
    for (let from = 0; from + wanted.length <= lines.length; from++) {
      if (!wanted.every((line, index) => lines[from + index]?.trim() === line)) continue;
      const rest = lines.toSpliced(from, wanted.length);
      found.push(rest.join(eol));
    }
    const flow = flowOf(entry, depth);
    for (const item of [`${flow}, `, flow]) {
      const start = text.indexOf(item);
      if (start >= 0) found.push(text.slice(0, start) + text.slice(start + item.length));
    }
  }
  return found;
}
