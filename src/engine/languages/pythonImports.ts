import type { Node } from 'web-tree-sitter';
import { importAtHead } from '../syntax/fileHead';
import { children, namedChildren, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { addImport, importsIn } from './pythonImportGroups';
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
 * `import os` where the file lacks it: after the shebang, encoding line, docstring and `from __future__`, where isort
 * puts it. An import below the first lookup does not count: at module level it would run too late.
 */
export function importOs({ root, text }: Program, sites: readonly Site[]): readonly TextEdit[] {
  const needed = sites.filter(
    ({ needs, text: write }) => needs.includes('os') && /\benviron\b/.test(write(['X'])),
  );
  if (needed.length === 0) return [];
  const before = Math.min(...needed.map(({ span }) => span.start));
  const { module, environ } = namesOfOs(root);
  const statements = namedChildren(root).filter(({ startIndex }) => startIndex < before);
  if (module !== 'os' || environ !== undefined || statements.some(importsOs)) return [];
  const imports = importsIn(text, statements.filter(({ type }) => importTypes.has(type)).map(spanOf));
  return [
    addImport(text, imports, 'import os', before) ??
      importAtHead(text, root, 'import os', new Set(['comment']), isDocstring),
  ];
}

const importTypes = new Set(['import_statement', 'import_from_statement', 'future_import_statement']);

const isDocstring = (node: Node): boolean =>
  node.type === 'expression_statement' &&
  /^(?:string|concatenated_string)$/.test(node.firstChild?.type ?? '');

/** `import os`, `import sys, os.path`: both bind `os`. `import os as o` and `from os import x` do not. */
function importsOs(statement: Node): boolean {
  if (statement.type !== 'import_statement') return false;
  return children(statement).some((child) => child.type === 'dotted_name' && /^os(?:\.|$)/.test(child.text));
}
