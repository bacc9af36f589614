import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, nodesAt, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import type { Placement } from './rewriteLiterals';

/** What an expression must be constant for: a place that takes nothing else, or a `const` that can become `final`. */
type Need = { readonly place: () => string } | { readonly word: Node; readonly declaration: Node };

/** A key in a constant: it becomes `final`, unless a constant must stand there, or where its name is used. */
export function constantPlacement(root: Node, expression: Node): Placement | Refusal {
  const need = needOf(root, expression);
  if (need === undefined) return {};
  if ('place' in need) return { refused: t('{0} must be constant. Move the key by hand.', need.place()) };
  const { word, declaration } = need;
  for (const name of namesOf(declaration)) {
    const isNeeded = nodesAt(root, new RegExp(`\\b${name}\\b`, 'g')).some(
      (used) =>
        (used.startIndex < declaration.startIndex || used.startIndex >= declaration.endIndex) &&
        needOf(root, used) !== undefined,
    );
    if (isNeeded)
      return { refused: t('{0} is used where a constant must stand. Move the key by hand.', name) };
  }
  return { also: () => [{ span: { start: word.startIndex, end: word.endIndex }, newText: 'final' }] };
}

const places: Readonly<Record<string, () => string>> = {
  annotation: () => t('What an annotation is given'),
  enum_constant: () => t('What a value of an enum is made with'),
  optional_formal_parameters: () => t('The default of a parameter'),
  constant_pattern: () => t('What a branch is chosen by'),
  const_object_expression: () => t('What stands behind const'),
};

function needOf(root: Node, expression: Node): Need | undefined {
  for (const around of outwards(expression)) {
    const place = places[around.type];
    if (place !== undefined) return { place };
    if (/^(?:function_body|function_expression_body|block)$/.test(around.type)) return undefined;
    if (
      /^(?:list_literal|set_or_map_literal)$/.test(around.type) &&
      around.firstChild?.type === 'const_builtin'
    )
      return { place: () => t('What stands behind const') };
    if (
      /^(?:static_final_declaration|initialized_identifier)_list$|^initialized_variable_definition$/.test(
        around.type,
      )
    ) {
      const word = constBefore(root, around);
      if (word !== undefined) return { word, declaration: around };
    }
    if (around.type === 'declaration' && isConstantMember(around))
      return { place: () => t('What a const constructor sets') };
  }
  return undefined;
}

/** The word `const` in front of the names of a declaration. */
function constBefore(root: Node, declaration: Node): Node | undefined {
  const end = (declaration.childForFieldName('name') ?? declaration).startIndex;
  const before = root.text.slice(0, end);
  const start = Math.max(...[';', '{', '}'].map((mark) => before.lastIndexOf(mark))) + 1;
  for (const { index } of before.slice(start).matchAll(/\bconst\b/g)) {
    const word = root.descendantForIndex(start + index);
    if (word?.text === 'const') return word;
  }
  return undefined;
}

const namesOf = (declaration: Node): readonly string[] =>
  [declaration, ...children(declaration)].flatMap((one) => {
    const name =
      one.childForFieldName('name') ??
      (/^(?:static_final_declaration|initialized_identifier)$/.test(one.type) ? one.firstChild : null);
    return name !== null && /^\w+$/.test(name.text) ? [name.text] : [];
  });

/** A constructor that is const, or a field of each object of a class that has one. */
function isConstantMember(member: Node): boolean {
  const isConst = (one: Node): boolean =>
    children(one).some(({ type }) => type === 'constant_constructor_signature');
  if (isConst(member)) return true;
  const isField = children(member).some(({ type }) => type === 'initialized_identifier_list');
  const isStatic = children(member).some(({ type }) => type === 'static');
  return isField && !isStatic && member.parent !== null && children(member.parent).some(isConst);
}
