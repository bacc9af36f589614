import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span';
import { namedChildren, spanOf } from './node';

/** Statements that import, in the grammars whose languages load an env file below their imports. */
const importTypes = new Set([
  'import_statement',
  'import_from_statement',
  'future_import_statement',
  'import_declaration',
]);

/** The import statements of a program's top level. */
export const importsIn = (root: Node): readonly Span[] =>
  namedChildren(root)
    .filter(({ type }) => importTypes.has(type))
    .map(spanOf);
