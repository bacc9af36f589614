import type { Node } from 'web-tree-sitter';
import type { Schema } from '../schema';
import { argumentsOf, resolved, type ScriptFile } from '../scriptFile';
import { zodName, zodString } from '../zod';

/** `z.object({ … }).parse(process.env)`, or the data of a `safeParse`. */
export function zodEnv(module: ScriptFile, value: Node): Schema | undefined {
  const name = zodName(module);
  if (name === undefined) return undefined;
  const isData = value.type === 'member_expression' && value.childForFieldName('property')?.text === 'data';
  const parse = isData ? resolved(module, value.childForFieldName('object')) : value;
  const [input, ...more] = argumentsOf(parse, isData ? /\.safeParse$/ : /\.parse$/) ?? [];
  const schema = parse?.childForFieldName('function')?.childForFieldName('object') ?? null;
  const object = objectOf(module, name, schema);
  if (input === undefined || more.length > 0 || object === undefined) return undefined;
  const lists = [{ object, code: (one: string) => `${one}: ${zodString(name, object)}` }];
  if (input.type === 'object')
    return {
      lists: [...lists, { object: input, code: (one) => `${one}: process.env.${one}` }],
      shared: [],
      needs: [],
    };
  return input.text === 'process.env' ? { lists, shared: [], needs: [] } : undefined;
}

/** The properties of a `z.object({ … })`, whatever is asked of it that changes no property. */
function objectOf(module: ScriptFile, name: string, expression: Node | null): Node | undefined {
  const call = resolved(module, expression);
  const [first] = argumentsOf(call, /\.(?:object|strictObject|looseObject)$/) ?? [];
  const callee = call?.childForFieldName('function');
  const owner = callee?.childForFieldName('object') ?? null;
  if (owner?.text === name) return first?.type === 'object' ? first : undefined;
  return argumentsOf(call, /\.(?:strict|passthrough|strip|readonly|superRefine|refine)$/) === undefined
    ? undefined
    : objectOf(module, name, owner);
}
