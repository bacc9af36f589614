import type { Node } from 'web-tree-sitter';
import { children, namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineEnd, lineStart } from '../text/lines';
import type { Program, Site } from './rewriter';

/** Under which names a file reaches the module `os`. */
export interface OsNames {
  readonly module: string;
  /** `environ` where the file imports just that. */
  readonly environ: string | undefined;
}

/** How the file itself writes it: `import os as o`, `from os import environ`; else `os`. Imports of the file's top level count. */
export function namesOfOs(root: Node): OsNames {
  let environ: string | undefined;
  let alias: string | undefined;
  for (const statement of namedChildren(root)) {
    if (statement.type === 'import_statement') {
      if (importsOs(statement)) return { module: 'os', environ: undefined };
      alias ??= /\bos\s+as\s+(\w+)/.exec(statement.text)?.[1];
    }
    if (
      statement.type === 'import_from_statement' &&
      statement.childForFieldName('module_name')?.text === 'os'
    )
      environ ??=
        /\bimport\b[^#]*?\benviron\b(?:\s+as\s+(\w+))?/.exec(statement.text)?.at(1) ??
        (/\bimport\b[^#]*\benviron\b/.test(statement.text) ? 'environ' : undefined);
  }
  return { module: alias ?? 'os', environ: alias === undefined ? environ : undefined };
}

/**
 * `import os` where the file lacks it: after the shebang, encoding line, docstring and `from __future__`, among
 * the first plain imports in alphabetical order. An import below the first lookup does not count: at module
 * level it would run too late.
 */
export function importOs(
  { root, text }: Program,
  sites: readonly Site[],
  names: readonly (readonly string[])[],
): readonly TextEdit[] {
  const needed = sites.filter(
    ({ needs, text: write }, index) => needs.includes('os') && /\benviron\b/.test(write(names[index] ?? [])),
  );
  if (needed.length === 0) return [];
  const before = Math.min(...needed.map(({ span }) => span.start));
  const statements = namedChildren(root).filter(
    (node) => node.type !== 'comment' && node.startIndex < before,
  );
  const { module, environ } = namesOfOs(root);
  if (module !== 'os' || environ !== undefined || statements.some(importsOs)) return [];

  const eol = eolOf(text);
  const rest = statements.filter((node, index) => !isDocstring(node, index) && !isFuture(node));
  const lineOf = (node: Node): number => node.startPosition.row;
  // What shares a line with the docstring or a future import belongs to it.
  const header = statements.filter((node, index) => isDocstring(node, index) || isFuture(node)).at(-1);
  const headerRow = header?.endPosition.row ?? -1;
  const body = rest.filter((node) => lineOf(node) > headerRow);
  const block = firstPlainImports(body);
  const following = block.find((node) => moduleOf(node) > 'os');
  const last = block.at(-1);
  if (following !== undefined) return [insert(lineStart(text, following.startIndex), `import os${eol}`)];
  if (last !== undefined && lineEnd(text, last.endIndex) <= before)
    return [insertLine(text, last.endIndex, 'import os', eol)];

  const [first] = body;
  if (first?.type === 'import_statement' && isAlone(first))
    return [insert(lineStart(text, first.startIndex), `import os${eol}`)];
  if (first?.type === 'import_from_statement' && isAlone(first) && header === undefined)
    return [insert(lineStart(text, first.startIndex), `import os${eol}`)];
  if (header !== undefined && lineEnd(text, header.endIndex) <= before)
    return [insertLine(text, header.endIndex, `${eol}import os`, eol)];
  const start = headerEnd(text);
  return [insert(start, `import os${eol}${/^\r?\n/.test(text.slice(start)) ? '' : eol}`)];
}

const isDocstring = (node: Node, index: number): boolean =>
  index === 0 &&
  node.type === 'expression_statement' &&
  /^(?:string|concatenated_string)$/.test(node.firstChild?.type ?? '');

const isFuture = (node: Node): boolean => node.type === 'future_import_statement';

/** No other statement on its line. */
const isAlone = (node: Node): boolean =>
  node.nextSibling?.type !== ';' && node.nextNamedSibling?.startPosition.row !== node.endPosition.row;

/** `import os`, `import sys, os.path`: both bind `os`. `import os as o` and `from os import x` do not. */
function importsOs(statement: Node): boolean {
  if (statement.type !== 'import_statement') return false;
  return children(statement).some((child) => child.type === 'dotted_name' && /^os(?:\.|$)/.test(child.text));
}

const moduleOf = (node: Node): string => node.childForFieldName('name')?.text.split(' ')[0] ?? '';

/** The plain `import x` statements that begin `nodes`, each on the line after the one before it. */
function firstPlainImports(nodes: readonly Node[]): readonly Node[] {
  const block: Node[] = [];
  for (const node of nodes) {
    const previous = block.at(-1);
    const apart = previous !== undefined && node.startPosition.row > previous.endPosition.row + 1;
    if (node.type !== 'import_statement' || !isAlone(node) || apart) break;
    block.push(node);
  }
  return block;
}

/** Behind the comment lines (shebang, encoding, licence) that begin a file. */
const headerEnd = (text: string): number => /^(?:#[^\n]*(?:\n|$))*/.exec(text)?.[0].length ?? 0;
