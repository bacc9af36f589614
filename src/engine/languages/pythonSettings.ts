import type { Node } from 'web-tree-sitter';
import type { Settings } from '../declarations/pydantic';
import { importAtHead } from '../syntax/fileHead';
import { namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineStart } from '../text/lines';
import type { Program } from './rewriter';

/** `from app.config import settings`, among the imports that stand before the first use. */
export function importSettings(
  { root, text }: Program,
  { imported }: Settings,
  before: number,
): readonly TextEdit[] {
  if (imported === undefined) return [];
  const { module, name } = imported;
  const eol = eolOf(text);
  const line = `from ${module} import ${name}`;
  const imports = namedChildren(root).filter(
    ({ type, endIndex }) => /^import_(?:from_)?statement$/.test(type) && endIndex <= before,
  );
  const last = imports.at(-1);
  const same = imports.find((one) => moduleOf(one) === module && one.type === 'import_from_statement');
  const final = same && namedChildren(same).at(-1);
  if (final !== undefined && final.type !== 'wildcard_import') return [insert(final.endIndex, `, ${name}`)];
  if (last === undefined) return [atHead(text, root, line, eol)];
  const own = imports.filter((one) => topOf(moduleOf(one)) === topOf(module));
  const following = own.find((one) => one.type === 'import_from_statement' && moduleOf(one) > module);
  if (following !== undefined) return [insert(lineStart(text, following.startIndex), line + eol)];
  const after = own.at(-1);
  return after === undefined
    ? [insertLine(text, last.endIndex, eol + line, eol)]
    : [insertLine(text, after.endIndex, line, eol)];
}

const moduleOf = (statement: Node): string =>
  (statement.childForFieldName('module_name') ?? statement.childForFieldName('name'))?.text ?? '';

/** The package; a dot for all that is relative. */
const topOf = (module: string): string => (module.startsWith('.') ? '.' : (module.split('.')[0] ?? ''));

function atHead(text: string, root: Node, line: string, eol: string): TextEdit {
  const [first] = namedChildren(root).filter(({ type }) => type !== 'comment');
  const isDocumented = first?.type === 'expression_statement' && first.namedChild(0)?.type === 'string';
  if (first !== undefined && isDocumented) return insertLine(text, first.endIndex, eol + line, eol);
  return importAtHead(text, root, line, new Set(['comment']), new Set(['future_import_statement']));
}
