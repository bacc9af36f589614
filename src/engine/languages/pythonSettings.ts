import type { Node } from 'web-tree-sitter';
import { isWritten } from '../declarations/declarations';
import type { Settings } from '../declarations/pydantic';
import { isRefusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { importAtHead } from '../syntax/fileHead';
import { enclosing, namedChildren, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { insert } from '../text/lines';
import { addImport, importsIn } from './pythonImportGroups';
import { importTypes, isDocstring } from './pythonImports';
import { bindings } from './pythonPlaces';
import type { Program, Rewriter, Site } from './rewriter';

/** What is declared for the names that sites read from the settings. */
export function declaredIn(settings: Settings): Pick<Rewriter, 'storedAs' | 'others'> {
  const { storedAs, readBy } = settings;
  return {
    ...(storedAs && { storedAs }),
    others: (sites, names) => {
      const read = namesRead(settings, sites, names);
      if (read.length === 0) return { edits: [] };
      const edits = settings.declare([...new Set(read)]);
      return isRefusal(edits) ? edits : { edits, ...(readBy && { readBy }) };
    },
  };
}

const namesRead = (
  settings: Settings,
  sites: readonly Site[],
  names: readonly (readonly string[])[],
): readonly string[] =>
  sites.flatMap((site, index) => {
    const own = names[index] ?? [];
    const written = site.text(own);
    return own.filter((name) => isWritten(written, settings.read(name)));
  });

/** Whether the settings are there at a place: made before it, and their name means nothing else. */
export function reaches({ root }: Program, { binding, from, imported }: Settings, at: Node): boolean {
  const [name = ''] = binding.split(/\W/);
  const rules = imported === undefined ? inner : bindings;
  return at.startIndex >= (from ?? 0) && !isRebound(root, at, name, ['identifier'], rules);
}

/** What gives names a meaning below the top level of a file. */
const inner: typeof bindings = {
  ...bindings,
  declares: (node, at) => enclosing(node, bindings.scopes) !== undefined && bindings.declares(node, at),
};

/** `from app.config import settings`, among the imports that stand before the first use. */
export function importSettings(
  { root, text }: Program,
  settings: Settings,
  sites: readonly Site[],
  names: readonly (readonly string[])[],
): readonly TextEdit[] {
  const { imported } = settings;
  if (imported === undefined || namesRead(settings, sites, names).length === 0) return [];
  const { module, name } = imported;
  const line = `from ${module} import ${name}`;
  const before = Math.min(...sites.map(({ span }) => span.start));
  const statements = namedChildren(root).filter(
    ({ type, endIndex }) => importTypes.has(type) && endIndex <= before,
  );
  const same = statements.find((one) => one.childForFieldName('module_name')?.text === module);
  const last = same && namedChildren(same).at(-1);
  if (last !== undefined && last.type !== 'wildcard_import') return [insert(last.endIndex, `, ${name}`)];
  const isLocal = (other: string): boolean => topOf(other) === topOf(module);
  return [
    addImport(text, importsIn(text, statements.map(spanOf), isLocal), line, before, isLocal) ??
      importAtHead(text, root, line, new Set(['comment']), isDocstring),
  ];
}

const topOf = (module: string): string => module.split('.')[0] ?? '';
