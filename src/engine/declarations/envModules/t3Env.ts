import type { Node } from 'web-tree-sitter';
import type { Schema } from '../schema';
import { argumentsOf, importedAs, objectAt, propertiesOf, type ScriptFile } from '../scriptFile';
import { zodName, zodString } from '../zod';

/** `createEnv({ server: { … }, runtimeEnv: { … } })`. Read 2026-11-25: https://env.t3.gg/docs/customization */
export function t3Env(module: ScriptFile, value: Node): Schema | undefined {
  const create = importedAs(module.imports, /^@t3-oss\/env-/, 'createEnv');
  const [options] = argumentsOf(value, /^\w+$/) ?? [];
  const server = objectAt(options, 'server');
  const zod = zodName(module);
  if (
    create === undefined ||
    value.childForFieldName('function')?.text !== create ||
    options === undefined ||
    server === undefined ||
    zod === undefined
  )
    return undefined;
  const listed = objectAt(options, 'runtimeEnv') ?? objectAt(options, 'runtimeEnvStrict');
  return {
    lists: [
      { object: server, code: (name) => `${name}: ${zodString(zod, server)}` },
      ...(listed === undefined ? [] : [{ object: listed, code: listedCode(listed) }]),
    ],
    shared: ['client', 'shared'].flatMap((name) => objectAt(options, name) ?? []),
    needs: [],
  };
}

/** As the others are listed: `X: process.env.X`. */
function listedCode(listed: Node): (name: string) => string {
  for (const [name, { text }] of propertiesOf(listed))
    if (/^process\.env\b/.test(text) && text.includes(name))
      return (other) => `${other}: ${text.replace(name, () => other)}`;
  return (name) => `${name}: process.env.${name}`;
}
