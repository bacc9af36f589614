import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, enclosing, namedChildren, outwards } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import type { Span } from '../text/span';
import { isFormatArgument, macroOf } from './rustMacros';
import { parameterOf, type RustProgram } from './rustProgram';

const isConstant = (node: Node, name: string): boolean =>
  /^(?:const|static)_item$/.test(node.type) && node.childForFieldName('name')?.text === name;

/** What an item is declared in: a block, a module's body, or the file. */
const scopeOf = (item: Node, root: Node): Node => {
  const around = enclosing(item.parent ?? item, new Set(['block', 'mod_item']));
  return around?.type === 'mod_item' ? (around.childForFieldName('body') ?? root) : (around ?? root);
};

/** Whether a name means a constant of an inner module or block. */
function isOfInner(found: Node, scope: Node, name: string): boolean {
  for (const at of outwards(found)) {
    if (at.id === scope.id) return false;
    if (at.type !== 'block' && at.parent?.type !== 'mod_item') continue;
    if (namedChildren(at).some((one) => isConstant(one, name))) return true;
  }
  return false;
}

/** The edits of all uses of a constant in its scope. */
export function usesOf(
  { root }: RustProgram,
  item: Node,
  name: Node,
  isText: boolean,
): readonly TextEdit[] | Refusal {
  const owner = enclosing(item, new Set(['impl_item', 'block']));
  const inImpl = owner?.type === 'impl_item' ? owner : undefined;
  const scope = scopeOf(inImpl ?? item, root);
  const edits: TextEdit[] = [];
  const unclear = {
    refused: t('The name {0} means several things in this file. Move the key by hand.', name.text),
  };
  const constant = {
    refused: t('{0} is part of another constant or a pattern. Move the key by hand.', name.text),
  };
  if (inImpl !== undefined && namedChildren(scope).some((one) => isConstant(one, name.text))) return unclear;
  const type = typeName(inImpl);
  for (const found of scope.descendantsOfType(['identifier', 'shorthand_field_identifier'])) {
    if (found === null || found.text !== name.text || found.id === name.id) continue;
    const { parent } = found;
    if (found.type === 'shorthand_field_identifier' || parent === null) return unclear;
    const path = pathOf(found);
    const holder = /(\w+)(?:<.*>)?::\w+$/s.exec(path.text)?.[1] ?? '';
    if (inImpl === undefined) {
      if (/^[A-Z]/.test(holder) || isOfInner(found, scope, name.text)) continue;
      if (isConstant(parent, name.text) && /^(?:impl|trait)_item$/.test(parent.parent?.parent?.type ?? ''))
        continue;
      if (declares(parent, found)) return unclear;
      if (enclosing(found, new Set(['use_declaration']))) continue;
    } else {
      const self = typeName(enclosing(found, new Set(['impl_item'])));
      if (holder !== type && !(holder === 'Self' && self === type)) continue;
    }
    if (isConstantUse(found)) return constant;
    edits.push(...useEdits(root, found, path, isText, inImpl === undefined ? path.text : name.text));
  }
  if (inImpl !== undefined) return edits;
  for (const literal of scope.descendantsOfType(['string_literal', 'raw_string_literal'])) {
    const capture = new RegExp(`(?<!\\{)\\{${name.text}[:}]`);
    if (literal === null || !capture.test(literal.text) || macroOf(literal) === undefined) continue;
    if (isOfInner(literal, scope, name.text)) continue;
    const tokens = children(macroOf(literal)?.tree ?? literal);
    const last = tokens.at(-2)?.text === ',' ? tokens.at(-3) : tokens.at(-2);
    edits.push(insert(last?.endIndex ?? literal.endIndex, `, ${name.text} = *${name.text}`));
  }
  return edits;
}

const typeName = (impl: Node | undefined): string =>
  (impl?.childForFieldName('type')?.text ?? '').replace(/<.*$/s, '');

/** Whether a parameter or a variable is given the constant's name. */
const declares = (parent: Node, identifier: Node): boolean =>
  parent.type === 'closure_parameters' ||
  (/^(?:(?:const|static|function|mod)_item|parameter|let_declaration|const_parameter)$/.test(parent.type) &&
    (parent.childForFieldName('name') ?? parent.childForFieldName('pattern'))?.id === identifier.id);

/** An identifier with the path before it, in a tree or among tokens. */
interface PathNode extends Span {
  readonly type: 'node' | 'token';
  readonly node: Node;
  readonly first: Node;
  readonly text: string;
  /** The token before it and the one after. */
  readonly before: string;
  readonly after: string;
}

function pathOf(identifier: Node): PathNode {
  const { parent } = identifier;
  if (parent?.type === 'token_tree') {
    const tokens = children(parent);
    const at = tokens.findIndex(({ id }) => id === identifier.id);
    let from = at;
    while (tokens[from - 1]?.text === '::' && from >= 2) from -= 2;
    return {
      type: 'token',
      node: identifier,
      first: tokens[from] ?? identifier,
      start: tokens[from]?.startIndex ?? identifier.startIndex,
      end: identifier.endIndex,
      text: tokens
        .slice(from, at + 1)
        .map(({ text }) => text)
        .join(''),
      before: tokens[from - 1]?.text ?? '',
      after: tokens[at + 1]?.text ?? '',
    };
  }
  const node =
    parent?.type === 'scoped_identifier' && parent.childForFieldName('name')?.id === identifier.id
      ? parent
      : identifier;
  return {
    type: 'node',
    node,
    first: node,
    start: node.startIndex,
    end: node.endIndex,
    text: node.text,
    before: '',
    after: '',
  };
}

function isConstantUse(identifier: Node): boolean {
  if (macroOf(identifier)?.name === 'concat') return true;
  for (const at of outwards(identifier)) {
    if (
      /^(?:attribute_item|match_pattern|array_type|enum_variant|type_arguments|macro_definition)$/.test(
        at.type,
      )
    )
      return true;
    if (at.type === 'const_item' || at.type === 'static_item') return true;
    if (at.type === 'function_item')
      return /\bconst\b/.test(children(at).find(({ type }) => type === 'function_modifiers')?.text ?? '');
    if (at.type === 'closure_expression') return false;
  }
  return false;
}

/** Methods of `str` that a lazy string has as well, by its target. */
const reached =
  /^(?:to_string|to_owned|len|is_empty|trim|as_bytes|starts_with|ends_with|contains|chars|bytes|split|find|to_uppercase|to_lowercase|parse|as_str|iter|get)$/;

function useEdits(
  root: Node,
  identifier: Node,
  path: PathNode,
  isText: boolean,
  as: string,
): readonly TextEdit[] {
  const replaced = (newText: string): readonly TextEdit[] => [
    { span: { start: path.start, end: path.end }, newText },
  ];
  const same = as === path.text ? [] : replaced(as);
  if (path.type === 'token') {
    if (path.after === '.') return same;
    return replaced(isText && !isFormatArgument(identifier, path.first) ? `${as}.as_str()` : `*${as}`);
  }
  const { parent } = path.node;
  const method =
    parent?.type === 'field_expression' ? (parent.childForFieldName('field')?.text ?? '') : undefined;
  if (
    method !== undefined &&
    (!isText || (reached.test(method) && parent?.parent?.type === 'call_expression'))
  )
    return same;
  if (!isText) {
    if (parent?.type === 'index_expression' && namedChildren(parent)[0]?.id === path.node.id) return same;
    return replaced(`*${as}`);
  }
  if (parent?.type === 'arguments' && parent.parent !== null) {
    const parameter = parameterOf(root, parent.parent, path.node)?.type ?? '';
    if (/^&\s*(?:'\w+\s+)?str$/.test(parameter)) return replaced(`&${as}`);
  }
  return replaced(`${as}.as_str()`);
}
