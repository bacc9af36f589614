import type { Node } from 'web-tree-sitter';
import { children, isField, namedChildren, outwards, spanOf } from '../syntax/node';
import { statementSpan } from '../syntax/statement';
import type { Placement } from './rewriteLiterals';

/** Keys that stand in for an environment variable which is not set, in languages with the syntax of C. */
export interface LookupForms {
  /** The variable that an expression reads: `System.getenv("X")` → `X`. */
  nameOf(expression: Node): string | undefined;
  /** What a declarator gives its variable. */
  valueOf(declarator: Node): Node | undefined;
  /** Type of `a ? b : c`. */
  readonly conditional: string;
}

/** A lookup, or a local variable that holds one. */
export interface Read {
  readonly node: Node;
  readonly name: string;
  /** By a variable, whose declaration stays. */
  readonly indirect: boolean;
}

/** Whether names from outside can be stored in an env file. */
export const isVariableName = (name: string): boolean => /^[A-Z_][A-Z0-9_]*$/i.test(name);

/** The variable that an expression reads, itself or through a local variable that was given the lookup. */
export function readOf(expression: Node, forms: LookupForms): Read | undefined {
  const direct = forms.nameOf(expression);
  if (direct !== undefined) return { node: expression, name: direct, indirect: false };
  if (expression.type !== 'identifier') return undefined;
  for (const scope of outwards(expression)) {
    if (!/^(?:block|global_statement|compilation_unit|constructor_body|lambda_body)$/.test(scope.type))
      continue;
    for (const declarator of scope.descendantsOfType('variable_declarator')) {
      if (declarator === null || declarator.startIndex > expression.startIndex) continue;
      if (declarator.childForFieldName('name')?.text !== expression.text) continue;
      const value = forms.valueOf(declarator);
      const name = value === undefined ? undefined : forms.nameOf(value);
      return name === undefined ? undefined : { node: expression, name, indirect: true };
    }
  }
  return undefined;
}

/** `read() != null ? read() : "key"`, either way round: the whole expression, and the read that is left of it. */
export function conditionalFallback(
  expression: Node,
  forms: LookupForms,
): { readonly whole: Node; readonly read: Read } | undefined {
  const whole = expression.parent;
  if (whole === null || whole.type !== forms.conditional || isField(whole, 'condition', expression))
    return undefined;
  const otherName = isField(whole, 'consequence', expression) ? 'alternative' : 'consequence';
  const other = whole.childForFieldName(otherName);
  const condition = whole.childForFieldName('condition');
  if (!other || !condition) return undefined;
  const read = readOf(other, forms);
  return read !== undefined && condition.text.includes(other.text) ? { whole, read } : undefined;
}

/**
 * `if (value == null) value = "key";` where `value` holds a variable of the environment: throwing takes the place of
 * the assignment, or nothing where `failure` is undefined. Only at the end of its block: nothing may follow that could
 * not be reached.
 */
export function assignedFallback(
  text: string,
  expression: Node,
  forms: LookupForms,
  failure: ((name: string) => string) | undefined,
): Placement | undefined {
  const assignment = expression.parent;
  const statement = assignment?.parent;
  if (assignment?.type !== 'assignment_expression' || statement?.type !== 'expression_statement')
    return undefined;
  const left = assignment.childForFieldName('left');
  const around = statement.parent;
  const isPlain = children(assignment)[1]?.type === '=' && isField(assignment, 'right', expression);
  if (!left || !around || !isPlain) return undefined;
  const isBlock = around.type === 'block';
  if (isBlock && namedChildren(around).at(-1)?.id !== statement.id) return undefined;
  const test = isBlock ? around.parent : around;
  const branch = isBlock ? around : statement;
  if (test?.type !== 'if_statement' || !isField(test, 'consequence', branch)) return undefined;
  const condition = test.childForFieldName('condition');
  if (!condition?.descendantsOfType('identifier').some((used) => used?.text === left.text)) return undefined;
  const read = readOf(left, forms);
  if (read === undefined) return undefined;
  const { name } = read;
  if (failure !== undefined) return { span: spanOf(statement), name, wrap: () => `throw ${failure(name)};` };
  const isAll = test.childForFieldName('alternative') === null && (!isBlock || around.namedChildCount === 1);
  return { name, ...removedStatement(text, isAll ? test : statement) };
}

/** A statement goes, with its line where it is one of a block; else it leaves an empty block. */
export function removedStatement(text: string, statement: Node): Placement {
  const isOne = /^(?:block|constructor_body|global_statement)$/.test(statement.parent?.type ?? '');
  return isOne
    ? { span: statementSpan(text, statement, '//'), wrap: () => '' }
    : { span: spanOf(statement), wrap: () => '{ }' };
}
