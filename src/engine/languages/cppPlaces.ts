import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, descendants, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { declarationOf, fieldOf, fieldShapes, inArray, shapeOf, wordsOf } from './cPlaces';

/** What in C++ takes a pointer where a literal stood, and what takes a `std::string`. */

/** Why what is declared must be known when the program is compiled. */
export function constantRefusal(expression: Node): Refusal | undefined {
  for (
    let at = declarationOf(expression);
    at !== undefined;
    at = at.parent === null ? undefined : declarationOf(at.parent)
  ) {
    const words = wordsOf(at);
    const word = words.find((one) => /^(?:constexpr|consteval|constinit)$/.test(one));
    if (word !== undefined)
      return {
        refused: t(
          'What is {0} must be known when the program is compiled. Make it const, then move the key.',
          word,
        ),
      };
    if (at.type === 'field_declaration' && words.includes('static') && !words.includes('inline'))
      return { refused: t('A static member without inline takes constants alone. Move the key by hand.') };
  }
  return undefined;
}

/** What is declared as an array, as a reference to one, or as a pointer to characters that may change. */
export function declaredRefusal(declarator: Node | null): Refusal | undefined {
  const declaration = declarator?.parent ?? null;
  const own = declarator?.childForFieldName('declarator') ?? null;
  const isConst = declaration !== null && wordsOf(declaration).includes('const');
  const isReference = own?.type === 'reference_declarator' && !isConst && !own.text.startsWith('&&');
  if (shapeOf(own) === 'array' || isReference || /\(\s*&/.test(own?.text ?? ''))
    return { refused: inArray() };
  return shapeOf(own) === 'pointer' && typeOf(declaration) === 'char' && !isConst
    ? { refused: t('The pointer is one to text that may change. Make it const first.') }
    : undefined;
}

/** Lists, unless characters are copied out of them into arrays. */
export function listRefusal(root: Node, expression: Node): Refusal | undefined {
  const pair = expression.parent?.type === 'initializer_pair' ? expression.parent : undefined;
  const field = pair === undefined ? undefined : fieldOf(pair);
  if (field !== undefined)
    return fieldShapes(root, field).includes('array') ? { refused: inArray() } : undefined;
  for (const around of outwards(expression)) {
    if (around.type === 'field_initializer') {
      const name = around.firstChild?.text ?? '';
      return fieldShapes(root, name).includes('array') ? { refused: inArray() } : undefined;
    }
    if (around.type === 'init_declarator') {
      const type = typeOf(around.parent);
      const declarator = around.childForFieldName('declarator')?.text ?? '';
      return (/^char$/.test(type) && !/\*/.test(declarator)) || hasArrays(root, type)
        ? { refused: inArray() }
        : undefined;
    }
    if (around.type === 'new_expression' && around.childForFieldName('type')?.text === 'char')
      return { refused: inArray() };
    if (around.type === 'compound_literal_expression')
      return hasArrays(root, around.childForFieldName('type')?.text ?? '')
        ? { refused: inArray() }
        : undefined;
    if (/statement$/.test(around.type)) return undefined;
  }
  return undefined;
}

/** Whether a class of the file keeps characters in an array. */
const hasArrays = (root: Node, type: string): boolean =>
  descendants(root, 'struct_specifier', 'class_specifier').some(
    (one) =>
      one.childForFieldName('name')?.text === type &&
      one
        .descendantsOfType('field_declaration')
        .some((field) => shapeOf(field?.childForFieldName('declarator') ?? null) === 'array'),
  );

const typeOf = (declaration: Node | null): string => declaration?.childForFieldName('type')?.text ?? '';

const string = /^(?:std::)?string$/;
const strings =
  /^(?:std::)?(?:vector|list|set|map|multimap|unordered_map|pair|array)\s*<(?:.*\W)?string\s*(?:,\s*\d+\s*)?>$|^(?:cpr::Header|httplib::Headers)$/s;

/** Whether a `std::string` may stand where a literal does: what is joined is one. */
export function takesString(expression: Node): boolean {
  const { parent } = expression;
  for (const around of outwards(expression)) {
    if (around.type === 'initializer_list' || around.id === expression.id) continue;
    if (around.type === 'init_declarator' || around.type === 'field_declaration') {
      const declaration = around.type === 'field_declaration' ? around : around.parent;
      const type = typeOf(declaration);
      const isPlain = shapeOf(around.childForFieldName('declarator')) === 'other';
      return isPlain && (string.test(type) || (parent?.type === 'initializer_list' && strings.test(type)));
    }
    if (around.type === 'compound_literal_expression') {
      const type = around.childForFieldName('type')?.text ?? '';
      return string.test(type) || strings.test(type);
    }
    if (around.type === 'argument_list') {
      const owner = around.parent;
      if (owner?.type === 'init_declarator') continue;
      return (
        owner?.type === 'call_expression' && string.test(owner.childForFieldName('function')?.text ?? '')
      );
    }
    if (around.type === 'return_statement') {
      const owner = [...outwards(around)].find(({ type }) =>
        /^(?:lambda_expression|function_definition)$/.test(type),
      );
      const declarator = owner?.childForFieldName('declarator');
      return (
        owner?.type === 'function_definition' &&
        string.test(typeOf(owner)) &&
        declarator?.type === 'function_declarator' &&
        !children(declarator).some(({ type }) => type === 'trailing_return_type')
      );
    }
    return false;
  }
  return false;
}
