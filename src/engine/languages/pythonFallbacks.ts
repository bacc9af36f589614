import type { Node } from 'web-tree-sitter';
import type { LookupStyle } from '../model/settings';
import { enclosing, isField, namedChildren, spanOf } from '../syntax/node';
import { statementSpan } from '../syntax/statement';
import type { Placement } from './rewriteLiterals';

interface Fallback {
  readonly name: string;
  /** The expression that gives the variable or its default. */
  readonly whole: Node;
  /** Where the read begins, if other operands of the expression stand before it. */
  readonly from?: Node;
  /** What is left, where it is not the lookup. */
  readonly left?: (style: LookupStyle) => string;
}

/** The name that an expression reads: `os.environ["X"]`, `os.environ.get("X")`, `os.getenv("X")`, also by themselves. */
function readName(node: Node | null): string | undefined {
  const target = node?.childForFieldName(node.type === 'subscript' ? 'value' : 'function')?.text ?? '';
  if (node?.type === 'subscript' && /(?:^|\.)environ$/.test(target))
    return nameIn(node.childForFieldName('subscript'));
  if (node?.type !== 'call' || !/(?:^|\.)(?:environ\.get|getenv)$/.test(target)) return undefined;
  const list = node.childForFieldName('arguments');
  return list === null ? undefined : nameIn(namedChildren(list)[0] ?? null);
}

const nameIn = (node: Node | null): string | undefined =>
  node?.type === 'string' ? /^[a-zA-Z]?(["'])([A-Za-z_]\w*)\1$/.exec(node.text)?.[2] : undefined;

/** Functions of python-decouple, django-environ and environs that take a name and a `default`. */
const readers = /^(?:config|env|env\.str|environ|getenv|os\.getenv|os\.environ\.get|environ\.get)$/;

/** The lookup to which an expression is the default. */
export function fallbackOf(expression: Node): Fallback | undefined {
  const { parent } = expression;
  if (parent === null) return undefined;
  const value =
    parent.type === 'keyword_argument' && parent.childForFieldName('name')?.text === 'default'
      ? parent
      : expression;
  const list = value.parent;
  if (list?.type === 'argument_list' && list.parent?.type === 'call') {
    const call = list.parent;
    const [first] = namedChildren(list);
    const name = first !== undefined && first.id !== value.id ? nameIn(first) : undefined;
    const called = call.childForFieldName('function')?.text ?? '';
    if (name !== undefined && readName(call) !== undefined) return { name, whole: call };
    if (
      name !== undefined &&
      first !== undefined &&
      value.type === 'keyword_argument' &&
      readers.test(called)
    ) {
      const previous = value.previousNamedSibling ?? first;
      const before = call.text.slice(0, previous.endIndex - call.startIndex);
      const after = call.text.slice(value.endIndex - call.startIndex);
      const left: Fallback['left'] = (style) =>
        style === 'plain' ? withEmpty(call, expression) : before + after;
      return { name, whole: call, left };
    }
  }
  if (parent.type === 'boolean_operator' && isField(parent, 'right', expression)) {
    let left = parent.childForFieldName('left');
    while (left?.type === 'boolean_operator') left = left.childForFieldName('right');
    const name = readName(left);
    if (left !== null && name !== undefined) return { name, whole: parent, from: left };
  }
  if (parent.type === 'conditional_expression') {
    const [yes, , no] = namedChildren(parent);
    const name = no?.id === expression.id ? readName(yes ?? null) : undefined;
    if (name !== undefined) return { name, whole: parent };
  }
  return undefined;
}

/** A node's text, with an empty string in the place of a literal in it. */
const withEmpty = ({ text, startIndex }: Node, literal: Node): string =>
  `${text.slice(0, literal.startIndex - startIndex)}""${text.slice(literal.endIndex - startIndex)}`;

/**
 * A field of a pydantic `BaseSettings` reads the variable by itself: the default goes, and nothing else; in the plain
 * style it is empty.
 */
export function settingsField(expression: Node): Fallback | undefined {
  const call = enclosing(expression, new Set(['call', 'assignment']));
  const isWrapped = /^(?:SecretStr|Field)$/.test(call?.childForFieldName('function')?.text ?? '');
  const value = isWrapped && call !== undefined ? call : expression;
  const field = value.parent;
  const [target, type] = [field?.childForFieldName('left'), field?.childForFieldName('type')];
  if (field?.type !== 'assignment' || target?.type !== 'identifier' || !type) return undefined;
  const owner = enclosing(field, new Set(['class_definition', 'function_definition']));
  if (!/\bBaseSettings\b/.test(owner?.childForFieldName('superclasses')?.text ?? '')) return undefined;
  const body = owner?.text ?? '';
  if (/\balias|env_nested_delimiter|\benv\s*=/.test(value.text)) return undefined;
  const prefix = /\benv_prefix\s*=\s*["']([^"']*)["']/.exec(body)?.[1] ?? '';
  const more = value.text.startsWith('Field')
    ? namedChildren(value.childForFieldName('arguments') ?? value)
    : [];
  if (more.length > 1) return undefined;
  const kept = field.text.slice(0, type.endIndex - field.startIndex);
  return {
    name: `${prefix}${target.text}`.toUpperCase(),
    whole: field,
    left: (style) => (style === 'plain' ? withEmpty(field, expression) : kept),
  };
}

/** A statement that does nothing but set a variable of the environment from the literal. */
export function settingStatement(
  expression: Node,
): { readonly name: string; readonly statement: Node } | undefined {
  const { parent } = expression;
  if (parent?.type === 'assignment' && parent.parent?.type === 'expression_statement') {
    const target = parent.childForFieldName('left');
    const name = target?.type === 'subscript' ? readName(target) : undefined;
    return name === undefined ? undefined : { name, statement: parent.parent };
  }
  const call = parent?.type === 'argument_list' ? parent.parent : null;
  if (call?.type !== 'call' || call.parent?.type !== 'expression_statement') return undefined;
  if (!/(?:^|\.)(?:environ\.setdefault|putenv)$/.test(call.childForFieldName('function')?.text ?? ''))
    return undefined;
  const [first, second] = parent === null ? [] : namedChildren(parent);
  const name = second?.id === expression.id ? nameIn(first ?? null) : undefined;
  return name === undefined ? undefined : { name, statement: call.parent };
}

/** The variable comes from `.env` now: the statement goes with its line, or leaves `pass` where a block needs one. */
export function removed(text: string, statement: Node): Placement {
  const block = statement.parent;
  const isOnly =
    block?.type === 'block' && namedChildren(block).filter(({ type }) => type !== 'comment').length === 1;
  if (isOnly) return { span: spanOf(statement), wrap: () => 'pass' };
  const span = statementSpan(text, statement, '#');
  if (span.end > statement.endIndex || span.start < statement.startIndex) return { span, wrap: () => '' };
  const semicolon = /^[ \t]*;[ \t]*/.exec(text.slice(statement.endIndex))?.[0].length;
  return semicolon === undefined
    ? { span: spanOf(statement), wrap: () => 'pass' }
    : { span: { start: statement.startIndex, end: statement.endIndex + semicolon }, wrap: () => '' };
}
