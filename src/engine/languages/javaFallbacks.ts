import type { Node } from 'web-tree-sitter';
import { isField, namedChildren, spanOf } from '../syntax/node';
import {
  assignedFallback,
  conditionalFallback,
  isVariableName,
  type LookupForms,
  type Read,
  readOf,
} from './envFallback';
import { type JavaNames, needsOf, required } from './javaLookup';
import type { Placement } from './rewriteLiterals';

const plainText = (node: Node | undefined): string | undefined =>
  /^"([^"\\\n]*)"$/.exec(node?.text ?? '')?.[1];

const callOf = (
  node: Node,
): { readonly object: Node | null; readonly name: string; readonly args: readonly Node[] } => ({
  object: node.childForFieldName('object'),
  name: node.childForFieldName('name')?.text ?? '',
  args: namedChildren(node.childForFieldName('arguments') ?? node).filter(
    ({ type }) => !type.endsWith('comment'),
  ),
});

const forms: LookupForms = {
  conditional: 'ternary_expression',
  valueOf: (declarator) => declarator.childForFieldName('value') ?? undefined,
  nameOf: (expression) => {
    if (expression.type !== 'method_invocation') return undefined;
    const { object, name, args } = callOf(expression);
    const variable = args.length === 1 ? plainText(args[0]) : undefined;
    const isLookup =
      (name === 'getenv' && /^(?:java\.lang\.)?System$/.test(object?.text ?? '')) ||
      (name === 'get' && /(?:^|\.)(?:dotenv|System\.getenv\(\))$/i.test(object?.text ?? ''));
    return isLookup && variable !== undefined && isVariableName(variable) ? variable : undefined;
  },
};

/** A key that is used where a variable is not set: the variable's own name is kept, and it must be set now. */
export function fallbackPlacement(text: string, expression: Node, names: JavaNames): Placement | undefined {
  const needs = needsOf(names);
  const failure =
    names.objects === undefined
      ? undefined
      : (name: string): string => `new IllegalStateException("${name} is not set")`;
  const assigned = assignedFallback(text, expression, forms, failure);
  if (assigned !== undefined) return assigned;
  const replace = (whole: Node, { node, name }: Read): Placement => ({
    span: spanOf(withoutBrackets(whole)),
    name,
    needs,
    wrap: () => required(node.text, name, names),
  });
  const conditional = conditionalFallback(expression, forms);
  if (conditional !== undefined) return replace(conditional.whole, conditional.read);

  const supplied = expression.parent?.type === 'lambda_expression' ? expression.parent : expression;
  const list = supplied.parent;
  const call = list?.parent;
  if (list?.type !== 'argument_list' || call?.type !== 'method_invocation') return undefined;
  const { object, name, args } = callOf(call);
  if (args.at(-1)?.id !== supplied.id) return undefined;
  if (object && args.length === 1 && /^orElse(?:Get)?$/.test(name))
    return optional(text, expression, call, object, failure, needs);
  const [first] = args;
  if (args.length !== 2 || first === undefined) return undefined;
  const read = readOf(first, forms);
  if (
    read !== undefined &&
    /^(?:requireNonNullElse(?:Get)?|firstNonNull|default(?:IfNull|IfEmpty|IfBlank|String)|getIf(?:Null|Empty|Blank))$/.test(
      name,
    )
  )
    return replace(call, read);
  const variable = plainText(first);
  if (variable === undefined || !/^[A-Z][A-Z0-9_]*$/.test(variable)) return undefined;
  const reader = object?.text ?? '';
  const span = spanOf(call);
  if (/(?:^|\.)dotenv$/i.test(reader) && name === 'get') {
    const read = `${reader}.get("${variable}")`;
    return { span, name: variable, needs, wrap: () => required(read, variable, names) };
  }
  const isEnvironment =
    /^(?:java\.lang\.)?System\.getenv\(\)$/.test(reader) || /^(?:get|read|fetch)?_?env/i.test(name);
  if (!isEnvironment) return undefined;
  return {
    span,
    name: variable,
    needs,
    wrap: () => required(`${names.system}.getenv("${variable}")`, variable, names),
  };
}

/** `Optional.ofNullable(System.getenv("X")).orElse("…")` throws; another Optional gets the lookup only when it is empty. */
function optional(
  text: string,
  expression: Node,
  call: Node,
  object: Node,
  failure: ((name: string) => string) | undefined,
  needs: readonly string[],
): Placement | undefined {
  const method = call.childForFieldName('name');
  if (method === null) return undefined;
  const span = { start: method.startIndex, end: call.endIndex };
  const source = sourceOf(object);
  const read = source === undefined ? undefined : readOf(source, forms);
  if (read !== undefined)
    return {
      span,
      name: read.name,
      wrap: () => (failure === undefined ? 'orElse(null)' : `orElseThrow(() -> ${failure(read.name)})`),
    };
  if (!isField(call, 'arguments', expression.parent ?? call) || method.text !== 'orElse') return undefined;
  const rest = text.slice(expression.endIndex, call.endIndex);
  return { span, needs, wrap: (code) => `orElseGet(() -> ${code}${rest}` };
}

/** What the Optional at the start of a chain of calls is made of. */
function sourceOf(chain: Node): Node | undefined {
  for (let at: Node | null = chain; at !== null; at = at.childForFieldName('object')) {
    if (at.type !== 'method_invocation') return undefined;
    const { object, name, args } = callOf(at);
    if (name === 'ofNullable' && /(?:^|\.)Optional$/.test(object?.text ?? '')) return args[0];
    if (!/^(?:filter|or)$/.test(name)) return undefined;
  }
  return undefined;
}

/** Brackets around a conditional are not needed around the call that takes its place. */
function withoutBrackets(whole: Node): Node {
  const { parent } = whole;
  const holder = parent?.parent?.type ?? '';
  const isCondition = /^(?:switch|if|while|do|synchronized)_/.test(holder);
  return parent?.type === 'parenthesized_expression' && !isCondition ? parent : whole;
}
