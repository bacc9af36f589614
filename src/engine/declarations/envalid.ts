import type { Node } from 'web-tree-sitter';
import { addItems } from '../syntax/addItems';
import { descendants, enclosing } from '../syntax/node';
import type { Schema } from './schema';
import { argumentsOf, importedAs, resolved, type ScriptFile } from './scriptFile';

/** `cleanEnv(process.env, { … })`. Read 2026-11-25: https://github.com/af/envalid */
export function envalid(module: ScriptFile, value: Node): Schema | undefined {
  const { imports, root, file } = module;
  const named = importedAs(imports, /^envalid$/, 'cleanEnv');
  const whole = importedAs(imports, /^envalid$/, '*', 'default');
  const callee = value.childForFieldName('function')?.text;
  if (callee === undefined || !(callee === named || callee === `${whole}.cleanEnv`)) return undefined;
  const [input, options] = argumentsOf(value, /./) ?? [];
  const object = resolved(module, options ?? null);
  if (input?.text !== 'process.env' || object?.type !== 'object') return undefined;
  const isNamed = callee === named;
  const str = isNamed ? importedAs(imports, /^envalid$/, 'str') : `${whole}.str`;
  const list = descendants(root, 'named_imports').find((one) =>
    /["']envalid["']/.test(
      enclosing(one, new Set(['import_statement']))?.childForFieldName('source')?.text ?? '',
    ),
  );
  return {
    lists: [{ object, code: (name) => `${name}: ${str ?? 'str'}()` }],
    shared: [],
    needs: str === undefined && list !== undefined ? addItems(file.text, list, ['str']) : [],
  };
}
