import { isField, namedChildren, spanOf } from '../syntax/node';
import type { Span } from '../text/span';
import type { Program, Site } from './rewriter';
import { droppedSite, sdkFor } from './sdks';

/**
 * `OpenAIOkHttpClient.builder().apiKey("…").build()` becomes `OpenAIOkHttpClient.fromEnv()`; with more options the
 * builder reads the environment, before them: what it reads must not replace what the program sets.
 */
export function withoutArgument(program: Program, key: Span): Site | undefined {
  const literal = program.root.descendantForIndex(key.start, key.start)?.parent;
  const list = literal?.parent;
  const call = list?.parent;
  if (literal?.type !== 'string_literal' || list?.type !== 'argument_list') return undefined;
  if (literal.startIndex + 1 !== key.start || literal.endIndex - 1 !== key.end) return undefined;
  if (call?.type !== 'method_invocation' || namedChildren(list).length !== 1) return undefined;
  const builder = call.childForFieldName('object');
  const client = builder?.childForFieldName('object');
  if (builder?.type !== 'method_invocation' || builder.childForFieldName('name')?.text !== 'builder')
    return undefined;
  const name = /\w+$/.exec(client?.text ?? '')?.[0] ?? '';
  const method = call.childForFieldName('name');
  const sdk = sdkFor(name, method?.text ?? '');
  if (sdk === undefined || !client || !method) return undefined;
  const outer = call.parent;
  const isBuilt =
    outer?.type === 'method_invocation' &&
    isField(outer, 'object', call) &&
    outer.childForFieldName('name')?.text === 'build';
  if (isBuilt) return droppedSite(program, key, sdk, spanOf(outer), `${client.text}.fromEnv()`);
  return droppedSite(program, key, sdk, { start: method.startIndex, end: list.endIndex }, 'fromEnv()');
}
