import { type AST, getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { eolOf, type TextEdit } from '../text/edit';
import { withLines } from '../text/lines';
import type { ConfigText, ConfigValue, Data, Path } from './configText';

/**
 * TOML. Read by toml-eslint-parser, the one maintained parser that tells where each key and value stands (smol-toml, which
 * other parts read TOML with, tells no places).
 */
export function toml(text: string): ConfigText {
  const program = programOf(text);
  const entries = program === undefined ? [] : entriesOf(program);
  const find = (path: Path): Entry | undefined => entries.find((one) => isSamePath(one.path, path));
  return {
    values: entries.flatMap(({ path, node }) => valuesOf(node, path)),
    data: program === undefined ? undefined : (getStaticTOMLValue(program) as Data),
    comments: program?.comments.map(({ value }) => value.trimEnd()) ?? [],
    replacements: (value, part, written, whole) => [
      {
        span: part,
        newText: text[value.span.start] === '"' ? JSON.stringify(written).slice(1, -1) : written,
      },
      { span: value.span, newText: JSON.stringify(whole) },
    ],
    removal: (path) => {
      const entry = find(path);
      return entry === undefined ? undefined : removalOf(text, entry);
    },
    addition: (path, data, after) => {
      const holder = path.slice(0, -1);
      const list = typeof path.at(-1) === 'number' ? find(holder)?.node : undefined;
      if (list !== undefined) return list.type === 'TOMLArray' ? itemAfter(list, data) : undefined;
      const beside = entries.filter((one) => isSamePath(one.path.slice(0, -1), holder));
      const sibling = beside.find((one) => one.path.at(-1) === after) ?? beside.at(-1);
      return sibling === undefined ? undefined : additionOf(text, sibling, String(path.at(-1)), data);
    },
  };
}

/** The latest TOML, which reads what the older ones do. */
function programOf(text: string): AST.TOMLProgram | undefined {
  try {
    return parseTOML(text, { tomlVersion: '1.1' });
  } catch {
    return undefined; // the message quotes the text
  }
}

/** `a.b = 1`, in a table or an inline one. */
interface Entry {
  readonly path: Path;
  readonly node: AST.TOMLContentNode;
  readonly pair: AST.TOMLKeyValue;
}

const isSamePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

function entriesOf(program: AST.TOMLProgram): readonly Entry[] {
  const [top] = program.body;
  return top.body.flatMap((item) =>
    item.type === 'TOMLTable'
      ? item.body.flatMap((pair) => entriesIn(pair, item.resolvedKey))
      : entriesIn(item, []),
  );
}

function entriesIn(pair: AST.TOMLKeyValue, above: Path): readonly Entry[] {
  const path = [...above, ...pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value))];
  const inner = pair.value.type === 'TOMLInlineTable' ? pair.value.body : [];
  return [{ path, node: pair.value, pair }, ...inner.flatMap((one) => entriesIn(one, path))];
}

function valuesOf(node: AST.TOMLContentNode, path: Path): readonly ConfigValue[] {
  if (node.type === 'TOMLArray')
    return node.elements.flatMap((item, index) => valuesOf(item, [...path, index]));
  if (node.type !== 'TOMLValue' || node.kind !== 'string') return [];
  return [{ path, value: node.value, span: { start: node.range[0], end: node.range[1] } }];
}

function removalOf(text: string, { pair }: Entry): readonly TextEdit[] {
  const [start, end] = pair.range;
  if (pair.parent.type !== 'TOMLInlineTable') return [{ span: withLines(text, { start, end }), newText: '' }];
  const comma = /^\s*,[ \t]*/.exec(text.slice(end))?.[0].length;
  if (comma !== undefined) return [{ span: { start, end: end + comma }, newText: '' }];
  const before = /,?[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return [{ span: { start: start - before, end }, newText: '' }];
}

function additionOf(text: string, { pair }: Entry, name: string, data: Data): readonly TextEdit[] {
  const [, end] = pair.range;
  const written = `${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)} = ${inline(data)}`;
  if (pair.parent.type === 'TOMLInlineTable') return [{ span: { start: end, end }, newText: `, ${written}` }];
  const start = text.lastIndexOf('\n', pair.range[0] - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const newline = text.indexOf('\n', end);
  const eol = eolOf(text);
  return newline < 0
    ? [{ span: { start: text.length, end: text.length }, newText: `${eol}${indent}${written}` }]
    : [{ span: { start: newline + 1, end: newline + 1 }, newText: `${indent}${written}${eol}` }];
}

/** Behind the last item of a list. */
function itemAfter({ elements, range }: AST.TOMLArray, data: Data): readonly TextEdit[] {
  const end = elements.at(-1)?.range[1] ?? range[0] + 1;
  const lead = elements.length === 0 ? '' : ', ';
  return [{ span: { start: end, end }, newText: lead + inline(data) }];
}

function inline(data: Data): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  if (Array.isArray(data)) return `[${(data as readonly Data[]).map(inline).join(', ')}]`;
  const pairs = Object.entries(data).map(
    ([name, value]) => `${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)} = ${inline(value)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}
