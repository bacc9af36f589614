import type { Node } from 'web-tree-sitter';
import { itemSpan } from '../syntax/listItem';
import { descendants, namedChildren, nodesAt, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { lineEnd, lineStart } from '../text/lines';
import type { Span } from '../text/span';
import type { Program, Site } from './rewriter';
import { droppedSite, sdkFor } from './sdks';

/** `openai.NewClient(option.WithAPIKey("…"))` becomes `openai.NewClient()`: the client reads its variable itself. */
export function withoutArgument(program: Program, key: Span): Site | undefined {
  const { root, text } = program;
  let literal = root.descendantForIndex(key.start, key.start);
  if (literal?.type !== 'interpreted_string_literal') literal = literal?.parent ?? null;
  const option = literal?.parent?.parent;
  const list = option?.parent;
  const call = list?.parent;
  if (literal?.startIndex !== key.start - 1 || literal.endIndex !== key.end + 1) return undefined;
  if (option?.type !== 'call_expression' || list?.type !== 'argument_list') return undefined;
  const [client, method] = called(call ?? null);
  const [options, setter] = called(option);
  const sdk = method === 'NewClient' ? sdkFor(moduleOf(root, client), setter) : undefined;
  if (sdk === undefined) return undefined;
  const span = namedChildren(list).length === 1 ? spanOf(option) : itemSpan(text, option);
  return droppedSite(program, key, sdk, span, '', unusedImport(root, text, options));
}

/** `a.B(…)` → `a`, `B`. */
function called(call: Node | null): readonly [string, string] {
  const [, of = '', name = ''] = /^(\w+)\.(\w+)$/.exec(call?.childForFieldName('function')?.text ?? '') ?? [];
  return [of, name];
}

const pathOf = (spec: Node): string => spec.childForFieldName('path')?.text.slice(1, -1) ?? '';

/** Whether an import goes by a name; without one of its own by that of its package. */
const goesBy = (spec: Node, name: string): boolean => {
  const own = spec.childForFieldName('name')?.text;
  if (own !== undefined) return own === name;
  const path = pathOf(spec).replace(/\/v\d+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last.replace(/^go-|-go$|-sdk-go$/g, '') === name;
};

/** The module that a package is imported from, without its version. */
function moduleOf(root: Node, name: string): string {
  const spec = descendants(root, 'import_spec').find((one) => goesBy(one, name));
  return spec === undefined ? '' : pathOf(spec).replace(/\/v\d+$/, '');
}

/** The import goes where its last use goes: Go refuses what is not used. */
function unusedImport(root: Node, text: string, name: string): readonly TextEdit[] {
  const spec = descendants(root, 'import_spec').find((one) => goesBy(one, name));
  const uses = nodesAt(root, new RegExp(`\\b${name}\\.`, 'g')).filter(
    ({ type, text: used }) => used === name && /identifier$/.test(type),
  );
  if (spec === undefined || uses.length !== 1) return [];
  const whole = spec.parent?.type === 'import_declaration' ? spec.parent : spec;
  const span = { start: lineStart(text, whole.startIndex), end: lineEnd(text, whole.endIndex) };
  return [{ span, newText: '' }];
}
