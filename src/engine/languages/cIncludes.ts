import type { Node } from 'web-tree-sitter';
import { importAtHead } from '../syntax/fileHead';
import { namedChildren } from '../syntax/node';
import { type Import, importAmong } from '../syntax/sortedImport';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineStart } from '../text/lines';

/** Headers where they sort among those of their kind; nothing where the file has them. */
export function includeHeaders(text: string, root: Node, headers: readonly string[]): readonly TextEdit[] {
  const guard = namedChildren(root).find(
    (node) =>
      node.type === 'preproc_ifdef' && node.firstChild?.type === '#ifndef' && node.nextNamedSibling === null,
  );
  const nodes = [...namedChildren(root), ...(guard === undefined ? [] : namedChildren(guard))];
  const includes = nodes
    .filter(({ type }) => type === 'preproc_include')
    .map((node) => ({ node, key: node.childForFieldName('path')?.text ?? '' }));
  const missing = headers.filter((header) => !includes.some(({ key }) => key === header));
  if (missing.length === 0) return [];
  const system = includes.filter(({ key }) => key.startsWith('<'));
  const among = missing.flatMap((header) => {
    const alike = system.filter(({ key }) => key.endsWith('.h>') === header.endsWith('.h>'));
    const run = lastRun(alike.length > 0 ? alike : system);
    return importAmong(text, run, { key: header, line: `#include ${header}` }) ?? [];
  });
  if (among.length > 0) return among;
  const eol = eolOf(text);
  const lines = missing.map((header) => `#include ${header}`).join(eol);
  const own = includes[0]?.node;
  if (own !== undefined) return [insert(lineStart(text, own.startIndex), lines + eol + eol)];
  const defined =
    guard === undefined ? undefined : namedChildren(guard).find(({ type }) => type === 'preproc_def');
  if (defined !== undefined) return [insertLine(text, defined.startIndex, eol + lines, eol)];
  return [importAtHead(text, root, lines, new Set(['comment']), ({ type }) => type === 'preproc_call')];
}

/** Those that stand on lines below each other. */
function lastRun(imports: readonly Import[]): readonly Import[] {
  const rowOf = ({ node }: Import): number => node.startPosition.row;
  const start = imports.findLastIndex((one, index) => {
    const before = imports[index - 1];
    return before === undefined || rowOf(one) > rowOf(before) + 1;
  });
  return imports.slice(Math.max(0, start));
}
