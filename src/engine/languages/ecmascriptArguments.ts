import { itemSpan } from '../syntax/listItem';
import { namedChildren, spanOf } from '../syntax/node';
import type { Span } from '../text/span';
import type { Program, Site } from './rewriter';
import { droppedSite, sdkFor } from './sdks';

/** `new OpenAI({ apiKey: "…" })` becomes `new OpenAI()`: the client reads its variable itself. */
export function withoutArgument(program: Program, key: Span): Site | undefined {
  const { root, text } = program;
  const literal = root.descendantForIndex(key.start, key.start)?.parent;
  const pair = literal?.parent;
  const object = pair?.parent;
  const list = object?.parent;
  if (pair?.type !== 'pair' || object?.type !== 'object' || list?.type !== 'arguments') return undefined;
  if (!literal || literal.startIndex + 1 !== key.start || literal.endIndex - 1 !== key.end) return undefined;
  const name = list.parent?.childForFieldName('constructor')?.text ?? '';
  const sdk = sdkFor(name, pair.childForFieldName('key')?.text ?? '');
  if (sdk === undefined) return undefined;
  const isOnly = namedChildren(object).length === 1;
  const span = !isOnly ? itemSpan(text, pair) : namedChildren(list).length === 1 ? spanOf(object) : undefined;
  return span === undefined ? undefined : droppedSite(program, key, sdk, span);
}
