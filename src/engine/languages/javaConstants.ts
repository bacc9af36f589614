import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { constantNames, identifiersIn } from '../syntax/constants';
import { descendants, namedChildren } from '../syntax/node';
import { t } from '../text/l10n';

/**
 * Why a constant stays: it must be one for an annotation or a case label, or what is initialised before it reads it
 * (the compiler had put its value there, a variable would still be null).
 */
export function constantRefusal(
  root: Node,
  expression: Node,
  joined: (node: Node) => readonly Node[] | undefined,
): Refusal | undefined {
  let at = expression;
  while (at.parent !== null && joined(at.parent) !== undefined) at = at.parent;
  const declarator = at.parent;
  const name = declarator?.childForFieldName('name')?.text;
  const declaration = declarator?.parent;
  if (declarator?.type !== 'variable_declarator' || !declaration || name === undefined) return undefined;
  const isConstant =
    declaration.type === 'constant_declaration' || /\bfinal\b/.test(modifiersOf(declaration));
  if (!isConstant) return undefined;
  if (needed(root).has(name))
    return {
      refused: t(
        '{0} is used in an annotation or a case label, which must be constant. Move the key by hand.',
        name,
      ),
    };
  if (declaration.type === 'field_declaration' && isReadBefore(declaration, name))
    return {
      refused: t(
        'Fields above {0} may read it before it is set. Move it above them, then move the key.',
        name,
      ),
    };
  return undefined;
}

const modifiersOf = (declaration: Node): string =>
  namedChildren(declaration).find(({ type }) => type === 'modifiers')?.text ?? '';

/** Names that the compiler must know the value of. */
function needed(root: Node): ReadonlySet<string> {
  const values = descendants(root, 'element_value_pair', 'annotation_argument_list', 'switch_label').flatMap(
    (place) => (place === null ? [] : constantParts(place)),
  );
  const declarators = descendants(root, 'variable_declarator');
  return constantNames(values, (name) =>
    declarators.flatMap((one) => {
      const value = one?.childForFieldName('name')?.text === name ? one.childForFieldName('value') : null;
      return value ? [value] : [];
    }),
  );
}

function constantParts(place: Node): readonly Node[] {
  if (place.type === 'element_value_pair') {
    const value = place.childForFieldName('value');
    return value === null ? [] : [value];
  }
  return namedChildren(place).filter(({ type }) => !/^(?:element_value_pair|guard|pattern)$/.test(type));
}

/** Whether the class is made, or its own code runs, before a field of it is set. */
function isReadBefore(field: Node, name: string): boolean {
  const body = field.parent;
  const type = (body?.type === 'enum_body_declarations' ? body.parent?.parent : body?.parent) ?? null;
  if (body === null || type === null) return false;
  const isStatic = (member: Node): boolean =>
    member.type === 'static_initializer' || /\bstatic\b/.test(modifiersOf(member));
  if (!isStatic(field)) return false;
  const own = type.childForFieldName('name')?.text ?? '';
  const mentions = namedChildren(body).some(
    (member) => member.id !== field.id && !isStatic(member) && identifiersIn(member).includes(name),
  );
  if (body.type === 'enum_body_declarations' && mentions)
    return namedChildren(body).some(
      (member) => member.type === 'constructor_declaration' && identifiersIn(member).includes(name),
    );
  const earlier = namedChildren(body).filter(
    (member) =>
      member.startIndex < field.startIndex && member.type !== 'method_declaration' && isStatic(member),
  );
  return earlier.some((member) => runsOwnCode(member, own));
}

/** Whether a static member calls a method of its class, or makes one of it, while it is initialised. */
const runsOwnCode = (member: Node, own: string): boolean =>
  member.descendantsOfType(['method_invocation', 'object_creation_expression']).some((call) => {
    if (call === null) return false;
    if (call.type === 'object_creation_expression') return call.childForFieldName('type')?.text === own;
    const object = call.childForFieldName('object');
    return object === null || object.text === own;
  });
