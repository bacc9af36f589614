import type { Node } from 'web-tree-sitter';
import { neededImport } from '../neededImport';
import type { Schema } from '../schema';
import { argumentsOf, importedAs, resolved, type ScriptFile } from '../scriptFile';

const envalidModule = /^envalid$/;

/** `cleanEnv(process.env, { … })`. Read 2026-11-25: https://github.com/af/envalid */
export function envalid(module: ScriptFile, value: Node): Schema | undefined {
  const whole = importedAs(module.imports, envalidModule, '*', 'default');
  const callee = value.childForFieldName('function')?.text;
  const isNamed = callee === importedAs(module.imports, envalidModule, 'cleanEnv');
  if (callee === undefined || !(isNamed || callee === `${whole}.cleanEnv`)) return undefined;
  const [input, options] = argumentsOf(value, /./) ?? [];
  const object = resolved(module, options ?? null);
  if (input?.text !== 'process.env' || object?.type !== 'object') return undefined;
  const str = isNamed ? neededImport(module, envalidModule, 'str') : { local: `${whole}.str`, edits: [] };
  if (str === undefined) return undefined;
  return {
    lists: [{ object, code: (name) => `${name}: ${str.local}()` }],
    shared: [],
    needs: str.edits,
  };
}
