import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, namedChildren, outwards, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import {
  addConstructor,
  afterStatement,
  atBeginning,
  constructorOf,
  declareProperty,
  insertDefinition,
  isClosed,
  mayHaveConstructor,
} from './phpEdits';
import { namespaceAt, type PhpLookup } from './phpLookup';
import type { Placement } from './rewriteLiterals';

/** Values that PHP wants to be constant: a lookup is none, so it moves to where code runs. */

type Situation =
  /** `const X = '…';` outside of a class: `define('X', …)` does the same at run time. */
  | { readonly kind: 'statement'; readonly element: Node; readonly value: Node }
  /** A property's default goes into the constructor. */
  | { readonly kind: 'property'; readonly element: Node; readonly value: Node; readonly owner: Node }
  /** A parameter's default is `null`, and the body puts the lookup there. */
  | { readonly kind: 'parameter'; readonly element: Node; readonly value: Node; readonly body: Node }
  | { readonly kind: 'static'; readonly element: Node; readonly value: Node }
  /** All others name a global constant, which is defined in front. */
  | { readonly kind: 'constant' };

const ends =
  /^(?:compound_statement|arrow_function|anonymous_function|function_definition|method_declaration|declaration_list|program)$/;

function situationOf(at: Node): Situation | undefined {
  for (const node of outwards(at)) {
    switch (node.type) {
      case 'attribute':
      case 'enum_case':
        return { kind: 'constant' };
      case 'const_element': {
        const value = namedChildren(node).at(-1);
        const declaration = node.parent;
        const isAlone = declaration?.children.filter((one) => one?.type === 'const_element').length === 1;
        const inClass = /^(?:enum_)?declaration_list$/.test(declaration?.parent?.type ?? '');
        return value === undefined || inClass || !isAlone
          ? { kind: 'constant' }
          : { kind: 'statement', element: node, value };
      }
      case 'property_element':
        return propertyOf(node, at);
      case 'static_variable_declaration': {
        const value = node.childForFieldName('value');
        return value !== null && isJoinedInto(at, value)
          ? { kind: 'static', element: node, value }
          : { kind: 'constant' };
      }
      case 'simple_parameter':
      case 'property_promotion_parameter':
        return parameterOf(node, at);
    }
    if (ends.test(node.type)) return undefined;
  }
  return undefined;
}

/** Whether a place in a constant expression names a constant, and not a lookup. */
export const isInConstant = (at: Node): boolean => situationOf(at)?.kind === 'constant';

/** Whether a value is nothing but the literal, or text that is joined with it. */
function isJoinedInto(at: Node, value: Node): boolean {
  for (const node of outwards(at)) {
    if (node.id === value.id) return true;
    const { parent } = node;
    const joins = parent?.type === 'binary_expression' && parent.childForFieldName('operator')?.type === '.';
    if (!joins && parent?.type !== 'parenthesized_expression') return false;
  }
  return false;
}

function propertyOf(element: Node, at: Node): Situation {
  const declaration = element.parent;
  const owner = declaration?.parent;
  const value = element.childForFieldName('default_value');
  const isStatic = declaration?.children.some((child) => child?.type === 'static_modifier') ?? true;
  if (!owner || value === null || isStatic || !isJoinedInto(at, value)) return { kind: 'constant' };
  const { body } = constructorOf(owner);
  const isPlace = body === undefined ? mayHaveConstructor(owner) : isClosed(body);
  return isPlace ? { kind: 'property', element, value, owner } : { kind: 'constant' };
}

function parameterOf(element: Node, at: Node): Situation {
  const value = element.childForFieldName('default_value');
  const body = element.parent?.parent?.childForFieldName('body');
  const type = element.childForFieldName('type')?.text ?? '';
  // Where null may be passed on purpose, it cannot stand for "none".
  const takesNull = /^\?|\bnull\b|^mixed$/i.test(type) || element.childForFieldName('reference_modifier');
  return value !== null &&
    isJoinedInto(at, value) &&
    body?.type === 'compound_statement' &&
    isClosed(body) &&
    !takesNull
    ? { kind: 'parameter', element, value, body }
    : { kind: 'constant' };
}

export interface ConstantRequest {
  readonly root: Node;
  readonly text: string;
  readonly lookup: PhpLookup;
  readonly expression: Node;
  /** What takes the place of the expression; `alone` where no operators are around it. */
  readonly code: (code: string, names: readonly string[], alone: boolean) => string;
  /** Reads variables in front of its own statement: a heredoc. */
  readonly filled?: Placement;
}

/** How a key in a constant expression is replaced; undefined where code runs anyway. */
export function constantPlace(request: ConstantRequest): Placement | Refusal | undefined {
  const { text, expression, filled } = request;
  const situation = situationOf(expression);
  if (situation === undefined) return undefined;
  if (filled !== undefined && situation.kind !== 'statement')
    return { refused: t('The key is in a heredoc that must be constant. Write the text in quotes first.') };
  if (situation.kind === 'constant') return named(request);
  const { value, element } = situation;
  const alone = value.id === expression.id;
  /** The whole value, with the lookup in it. */
  const whole = (code: string, names: readonly string[]): string =>
    text.slice(value.startIndex, expression.startIndex) +
    request.code(code, names, alone) +
    text.slice(expression.endIndex, value.endIndex);
  const name = element.childForFieldName('name') ?? element.namedChild(0) ?? element;
  const removed = { span: { start: name.endIndex, end: value.endIndex }, wrap: () => '' };
  switch (situation.kind) {
    case 'statement':
      return statement(request, element, value, alone);
    case 'static': {
      const declaration = element.parent ?? element;
      return {
        ...removed,
        also: (code, names) => [
          afterStatement(text, declaration, unlessSet(name.text, whole(code, names), request)),
        ],
      };
    }
    case 'property': {
      const line = (code: string, names: readonly string[]): string =>
        `$this->${name.text.slice(1)} = ${whole(code, names)};`;
      const { body } = constructorOf(situation.owner);
      return {
        ...removed,
        also: (code, names) =>
          body === undefined
            ? addConstructor(text, situation.owner, line(code, names))
            : atBeginning(text, body, line(code, names)),
      };
    }
    case 'parameter':
      return {
        span: spanOf(value),
        wrap: () => 'null',
        also: (code, names) => parameter(text, situation, name.text, whole(code, names), request),
      };
    default:
      return situation satisfies never;
  }
}

/** A constant of the whole program, defined in front of what uses it. */
function named({ root, text, lookup, expression, code }: ConstantRequest): Placement {
  const inNamespace = namespaceAt(root, expression) !== '';
  /** Whether the file does not define the constant itself, which becomes a lookup then. */
  const isMissing = (name: string): boolean =>
    !new RegExp(`^[ \\t]*\\\\?define\\(\\s*["']${name}["']`, 'm').test(text) &&
    (inNamespace || !new RegExp(`^const ${name}\\b`, 'm').test(text));
  return {
    wrap: (inner, names) => code(inner, names, false),
    also: (_, names) =>
      [...new Set(names)]
        .filter(isMissing)
        .map((name) => insertDefinition(text, root, expression, name, lookup.read(name, "'", expression))),
  };
}

function statement(
  { root, code, filled }: ConstantRequest,
  element: Node,
  value: Node,
  alone: boolean,
): Placement {
  const declaration = element.parent ?? element;
  const name = element.namedChild(0)?.text ?? '';
  const inNamespace = namespaceAt(root, declaration) !== '';
  const key = inNamespace ? `__NAMESPACE__ . '\\${name}'` : `'${name}'`;
  const end = children(declaration).findLast(({ type }) => type === ';');
  const define: readonly TextEdit[] = [
    { span: { start: declaration.startIndex, end: value.startIndex }, newText: `define(${key}, ` },
    ...(end === undefined ? [] : [insert(end.startIndex, ')')]),
  ];
  return {
    wrap: (inner, names) => code(inner, names, alone),
    also: (inner, names) => [...(filled?.also?.(inner, names) ?? []), ...define],
  };
}

/** `??=` came with PHP 7.4. */
const unlessSet = (variable: string, code: string, { lookup }: ConstantRequest): string =>
  lookup.isOld ? `${variable} = ${variable} ?? ${code};` : `${variable} ??= ${code};`;

function parameter(
  text: string,
  { element, body }: Situation & { readonly kind: 'parameter' },
  name: string,
  code: string,
  request: ConstantRequest,
): readonly TextEdit[] {
  const type = element.childForFieldName('type');
  const nullable =
    type === null
      ? []
      : [type.type === 'union_type' ? insert(type.endIndex, '|null') : insert(type.startIndex, '?')];
  if (element.type === 'simple_parameter') {
    return [...nullable, ...atBeginning(text, body, unlessSet(name, code, request))];
  }
  // A promoted property keeps its type: it is declared by itself, and the parameter only fills it.
  const value = request.lookup.isCompound && !code.startsWith('(') ? `(${code})` : code;
  const start = element.childForFieldName('visibility') ?? element;
  const from = type ?? element.childForFieldName('name') ?? element;
  const declared = `${text.slice(start.startIndex, from.startIndex)}${type === null ? '' : `${type.text} `}${name};`;
  const method = element.parent?.parent ?? element;
  return [
    { span: { start: start.startIndex, end: from.startIndex }, newText: '' },
    ...nullable,
    declareProperty(text, method, declared),
    ...atBeginning(text, body, `$this->${name.slice(1)} = ${name} ?? ${value};`),
  ];
}
