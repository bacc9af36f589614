import { itemSpan } from '../syntax/listItem';
import type { Span } from '../text/span';
import type { Program, Site } from './rewriter';
import { droppedSite, sdkFor } from './sdks';

/** `OpenAI(api_key="…")` becomes `OpenAI()`: the client reads its variable itself. */
export function withoutArgument(program: Program, key: Span): Site | undefined {
  const { root, text } = program;
  const literal = root.descendantForIndex(key.start, key.start)?.parent;
  const argument = literal?.parent;
  const call = argument?.parent?.parent;
  if (literal?.type !== 'string' || argument?.type !== 'keyword_argument' || call?.type !== 'call')
    return undefined;
  if (text.slice(literal.startIndex + 1, literal.endIndex - 1) !== text.slice(key.start, key.end))
    return undefined;
  const name = /\w+$/.exec(call.childForFieldName('function')?.text ?? '')?.[0] ?? '';
  const sdk = sdkFor(name, argument.childForFieldName('name')?.text ?? '');
  if (sdk === undefined) return undefined;
  return droppedSite(program, key, sdk, itemSpan(text, argument));
}
