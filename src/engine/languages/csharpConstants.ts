import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { constantNames, identifiersIn } from '../syntax/constants';
import { children, descendants, enclosing, namedChildren, outwards } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';

export const initialiserOf = (declarator: Node): Node | undefined => {
  const equals = children(declarator).findIndex(({ type }) => type === '=');
  return equals < 0 ? undefined : children(declarator)[equals + 1];
};

/** The constant that an expression is part of. */
export function constantAround(expression: Node): Node | undefined {
  const declarator = enclosing(expression, new Set(['variable_declarator', 'block', 'lambda_expression']));
  const declaration = declarator?.parent?.parent;
  return declarator?.type === 'variable_declarator' && declaration && isConstant(declaration)
    ? declarator
    : undefined;
}

const modifier = (declaration: Node, word: string): Node | undefined =>
  children(declaration).find(({ type, text }) => type === 'modifier' && text === word);

const isConstant = (declaration: Node): boolean => modifier(declaration, 'const') !== undefined;

/**
 * A constant that reads a variable is none any more, and neither are those that are made of it: fields become
 * `static readonly`, or properties where a field above reads them, locals lose the word.
 */
export function withoutConst(root: Node, declarator: Node): readonly TextEdit[] | Refusal {
  const constants = descendants(root, 'variable_declarator')
    .filter((one) => one?.parent?.parent && isConstant(one.parent.parent))
    .filter((one) => one !== null);
  const open = [declarator];
  const declarations = new Map<number, Node>();
  const names = new Set<string>();
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const declaration = one.parent?.parent;
    if (!declaration || declarations.has(declaration.id)) continue;
    declarations.set(declaration.id, declaration);
    for (const name of namesOf(declaration)) {
      names.add(name);
      open.push(...constants.filter((other) => identifiersIn(initialiserOf(other) ?? other).includes(name)));
    }
  }
  const needed = constantNames(placesOf(root), () => []);
  const stuck = [...names].find((name) => needed.has(name));
  if (stuck !== undefined)
    return {
      refused: t(
        '{0} is used where C# needs a constant: an attribute, a default value or a case. Move the key by hand.',
        stuck,
      ),
    };
  const edits: TextEdit[] = [];
  for (const declaration of declarations.values()) {
    const changed = changeOf(declaration, names);
    if ('refused' in changed) return changed;
    edits.push(...changed);
  }
  return edits;
}

/** The names that a declaration declares. */
const namesOf = (declaration: Node): readonly string[] =>
  declaration
    .descendantsOfType('variable_declarator')
    .flatMap((declarator) => declarator?.childForFieldName('name')?.text ?? []);

/** Where the language needs constants. */
function placesOf(root: Node): readonly Node[] {
  const attributes = descendants(root, 'attribute_argument').flatMap((argument) => {
    const value = argument === null ? undefined : namedChildren(argument).at(-1);
    if (value?.type === 'assignment_expression') return [value.childForFieldName('right')];
    return [value];
  });
  const defaults = descendants(root, 'parameter').map((parameter) =>
    parameter === null ? undefined : initialiserOf(parameter),
  );
  const patterns = descendants(root, 'constant_pattern', 'case_switch_label', 'goto_statement');
  return [...attributes, ...defaults, ...patterns].filter((place) => place !== null && place !== undefined);
}

function changeOf(declaration: Node, names: ReadonlySet<string>): readonly TextEdit[] | Refusal {
  const word = modifier(declaration, 'const');
  if (word === undefined) return [];
  const replace = (node: Node, newText: string, tail = 0): TextEdit => ({
    span: { start: node.startIndex, end: node.endIndex + tail },
    newText,
  });
  if (declaration.type !== 'field_declaration') {
    if (isUsedInStaticCode(declaration, names))
      return { refused: t('The constant is used in a static local function. Give it as an argument first.') };
    return [replace(word, '', word.nextSibling ? word.nextSibling.startIndex - word.endIndex : 0)];
  }
  if (!isReadBefore(declaration)) return [replace(word, 'static readonly')];
  const declarators = declaration.descendantsOfType('variable_declarator');
  const equals = children(declarators[0] ?? declaration).find(({ type }) => type === '=');
  if (declarators.length !== 1 || equals === undefined)
    return { refused: t('A field above reads the constant. Move the constant above it first.') };
  return [replace(word, 'static'), replace(equals, '=>')];
}

/** Whether a static field above may read the constant while it is initialised, when a field would not be set yet. */
function isReadBefore(field: Node): boolean {
  const own = field.parent?.parent?.childForFieldName('name')?.text ?? '';
  const names = namesOf(field);
  return (field.parent ? namedChildren(field.parent) : []).some((member) => {
    if (member.startIndex >= field.startIndex || !/^(?:field|property)_declaration$/.test(member.type))
      return false;
    const isStatic = modifier(member, 'static') !== undefined || isConstant(member);
    const value =
      member.type === 'property_declaration'
        ? children(member).some(({ type }) => type === '=')
          ? member.childForFieldName('value')
          : null
        : member;
    if (!isStatic || value === null) return false;
    if (value.descendantsOfType('identifier').some((used) => used && names.includes(used.text))) return true;
    return value.descendantsOfType(['invocation_expression', 'object_creation_expression']).some((call) => {
      const target = call?.childForFieldName(call.type === 'invocation_expression' ? 'function' : 'type');
      return target?.type === 'identifier'
        ? call?.type === 'invocation_expression' || target.text === own
        : (target?.text ?? '').startsWith(`${own}.`);
    });
  });
}

/** Static local functions and lambdas see constants, but no variables. */
function isUsedInStaticCode(declaration: Node, names: ReadonlySet<string>): boolean {
  let scope = declaration.parent;
  if (scope?.type === 'global_statement') scope = scope.parent;
  return (scope?.descendantsOfType('identifier') ?? []).some((used) => {
    if (!used || !names.has(used.text) || used.startIndex < declaration.endIndex) return false;
    for (const around of outwards(used)) {
      if (around.id === scope?.id) return false;
      const isCode = /^(?:local_function_statement|lambda_expression|anonymous_method_expression)$/.test(
        around.type,
      );
      if (isCode && modifier(around, 'static') !== undefined) return true;
    }
    return false;
  });
}
