import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Span } from '../text/span';

/** A code cell of a notebook file, and where its text stands in the file. */
export interface NotebookCell {
  /** The editor's id of its language, as the kernel names it. */
  readonly languageId: string;
  readonly text: string;
  /** For each character of the text where it is written in the file, and one more for its end. */
  readonly offsets: readonly number[];
  /** What is written between two lines of the list that holds the text: `",\n    "`. Undefined where the text is one string. */
  readonly separator: string | undefined;
}

/**
 * The code cells of a Jupyter notebook (nbformat 4: `source` is a string or a list of lines; read 2026-11-25,
 * https://nbformat.readthedocs.io/en/latest/format_description.html). Empty where the file is none. Never throws.
 */
export function notebookCells(file: string): readonly NotebookCell[] {
  const root = parseTree(file, [], { disallowComments: true });
  if (root === undefined) return [];
  const kernel: unknown = findNodeAtLocation(root, ['metadata', 'kernelspec', 'language'])?.value;
  const language: unknown = findNodeAtLocation(root, ['metadata', 'language_info', 'name'])?.value ?? kernel;
  const languageId = typeof language === 'string' ? language.toLowerCase() : 'python';
  const cells = findNodeAtLocation(root, ['cells'])?.children ?? [];
  return cells.flatMap((cell) => {
    const source = findNodeAtLocation(cell, ['source']);
    if (findNodeAtLocation(cell, ['cell_type'])?.value !== 'code' || source === undefined) return [];
    const strings = source.type === 'array' ? (source.children ?? []) : [source];
    if (strings.length === 0 || strings.some(({ type }) => type !== 'string')) return [];
    const pieces = strings.map((node) => written(file, node));
    const [first, second] = strings;
    const between =
      source.type !== 'array'
        ? undefined
        : first !== undefined && second !== undefined
          ? file.slice(first.offset + first.length - 1, second.offset + 1)
          : '", "';
    const last = strings.at(-1);
    return [
      {
        languageId,
        text: pieces.map(({ text }) => text).join(''),
        offsets: [
          ...pieces.flatMap(({ offsets }) => offsets),
          last === undefined ? 0 : last.offset + last.length - 1,
        ],
        separator: between,
      },
    ];
  });
}

/** The value of a JSON string, and where each of its characters is written. */
function written(
  file: string,
  { offset, length }: Node,
): { readonly text: string; readonly offsets: readonly number[] } {
  let text = '';
  const offsets: number[] = [];
  for (let at = offset + 1; at < offset + length - 1; ) {
    const escaped = /^\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/.exec(file.slice(at, at + 6))?.[0];
    const raw = escaped ?? file[at] ?? '';
    const value: unknown = escaped === undefined ? raw : JSON.parse(`"${escaped}"`);
    text += typeof value === 'string' ? value : raw;
    offsets.push(at);
    at += raw.length;
  }
  return { text, offsets };
}

/** A span of the file in the text of a cell; undefined where it is not in it. */
export function inCell({ offsets }: NotebookCell, { start, end }: Span): Span | undefined {
  const from = offsets.indexOf(start);
  const to = offsets.findIndex((offset) => offset >= end);
  return from < 0 || to < from ? undefined : { start: from, end: to };
}
