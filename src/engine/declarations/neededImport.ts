import { addItems } from '../syntax/addItems';
import { isBound } from '../syntax/ecmascriptBindings';
import { descendants, enclosing } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { importedAs, type ScriptFile } from './scriptFile';

/** What a file calls a name of a module, which is added to the import of that module where it lacks it. Undefined where it cannot be. */
export function neededImport(
  { imports, root, file }: ScriptFile,
  module: RegExp,
  name: string,
): { readonly local: string; readonly edits: readonly TextEdit[] } | undefined {
  const local = importedAs(imports, module, name);
  if (local !== undefined) return { local, edits: [] };
  if (isBound(root, name)) return undefined;
  const list = descendants(root, 'named_imports').find((one) => {
    const statement = enclosing(one, new Set(['import_statement']));
    const source = statement?.childForFieldName('source')?.text.slice(1, -1);
    return source !== undefined && module.test(source) && !/^import\s+type\b/.test(statement?.text ?? '');
  });
  return list && { local: name, edits: addItems(file.text, list, [name]) };
}
