import { itemSpan } from '../syntax/listItem';
import { namedChildren, spanOf } from '../syntax/node';
import type { Span } from '../text/span';
import type { Program, Site } from './rewriter';
import { droppedSite, sdkFor } from './sdks';

/** `OpenAI::Client.new(api_key: "…")` becomes `OpenAI::Client.new`: the client reads its variable itself. */
export function withoutArgument(program: Program, key: Span): Site | undefined {
  const { root, text } = program;
  const literal = root.descendantForIndex(key.start, key.start)?.parent;
  const pair = literal?.parent;
  const list = pair?.parent;
  const call = list?.parent;
  if (literal?.type !== 'string' || pair?.type !== 'pair' || list?.type !== 'argument_list') return undefined;
  if (literal.startIndex + 1 !== key.start || literal.endIndex - 1 !== key.end) return undefined;
  if (call?.type !== 'call' || call.childForFieldName('method')?.text !== 'new') return undefined;
  const client = call.childForFieldName('receiver')?.text.replace(/^::/, '') ?? '';
  const sdk = sdkFor(client, pair.childForFieldName('key')?.text ?? '');
  if (sdk === undefined) return undefined;
  if (namedChildren(list).length > 1) return droppedSite(program, key, sdk, itemSpan(text, pair));
  // Without brackets a blank stands before the argument.
  const blanks = /[ \t]*$/.exec(text.slice(0, list.startIndex))?.[0].length ?? 0;
  return droppedSite(program, key, sdk, { ...spanOf(list), start: list.startIndex - blanks });
}
