import { Edit, Language, type Node, Parser, type Point, type Tree } from 'web-tree-sitter';
import type { TextEdit } from '../text/edit';
import type { GrammarName, Made, Parsers, ReadAsset } from './parsers';

/** Loaded lazily: see `createParsers`. */
export async function treeSitter(read: ReadAsset): Promise<Parsers> {
  await Parser.init({ wasmBinary: await read('web-tree-sitter.wasm') });
  const grammars = new Map<GrammarName, Promise<Language>>();
  /** The last programs of each grammar: the next one is often one of them, or the same but for an edit. */
  const known = new Map<GrammarName, readonly Parsed[]>();
  const parser = new Parser();
  return {
    parse: async (grammar, text, made) => {
      let language = grammars.get(grammar);
      if (language === undefined) {
        language = read(`tree-sitter-${grammar}.wasm`).then((bytes) => Language.load(bytes));
        grammars.set(grammar, language);
      }
      parser.setLanguage(await language);
      const before = known.get(grammar) ?? [];
      const same = before.find((parsed) => parsed.text === text);
      const old = same === undefined ? basis(before, text, made) : null;
      const tree = same?.tree ?? parser.parse(text, old);
      old?.delete();
      if (tree === null) throw new Error(`the ${grammar} parser gave no tree`);
      const parsed = same ?? { text, tree, root: tree.rootNode };
      known.set(grammar, [parsed, ...before.filter((one) => one !== parsed)].slice(0, kept));
      return parsed.root;
    },
  };
}

/** Programs of a grammar that are kept: what is there, what a plan makes of it, and what another one makes. */
const kept = 3;

interface Parsed {
  readonly text: string;
  readonly tree: Tree;
  /** One object for all who ask: what is remembered of it is remembered for all. */
  readonly root: Node;
}

/** The tree of the known program that is most alike. */
function basis(known: readonly Parsed[], text: string, made: Made | undefined): Tree | null {
  const source = known.find((one) => one.text === made?.before);
  if (source !== undefined && made !== undefined) return edited(source, made.edits);
  let best: { readonly parsed: Parsed; readonly edit: TextEdit } | undefined;
  for (const parsed of known) {
    const edit = difference(parsed.text, text);
    const cost = (one: TextEdit): number => one.newText.length + one.span.end - one.span.start;
    if (edit !== undefined && (best === undefined || cost(edit) < cost(best.edit))) best = { parsed, edit };
  }
  return best === undefined ? null : edited(best.parsed, [best.edit]);
}

/** A copy of a tree that knows what was changed since. */
function edited({ tree, text }: Parsed, edits: readonly TextEdit[]): Tree {
  const copy = tree.copy();
  // From the end to the start: what stands before an edit is where it was.
  for (const { span, newText } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    const startPosition = pointAt(text, span.start);
    copy.edit(
      new Edit({
        startIndex: span.start,
        oldEndIndex: span.end,
        newEndIndex: span.start + newText.length,
        startPosition,
        oldEndPosition: pointAt(text, span.end),
        newEndPosition: behind(startPosition, newText),
      }),
    );
  }
  return copy;
}

/** The one edit that makes `after` of `before`; undefined where little is alike. */
function difference(before: string, after: string): TextEdit | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  if (start + same < before.length / 2) return undefined;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}

const pointAt = (text: string, index: number): Point => behind({ row: 0, column: 0 }, text.slice(0, index));

function behind({ row, column }: Point, text: string): Point {
  let lines = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    lineStart = at + 1;
  }
  return lines === 0
    ? { row, column: column + text.length }
    : { row: row + lines, column: text.length - lineStart };
}
