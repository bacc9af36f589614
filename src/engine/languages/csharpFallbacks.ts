import type { Node } from 'web-tree-sitter';
import { children, isField, namedChildren, spanOf } from '../syntax/node';
import { t } from '../text/l10n';
import { initialiserOf } from './csharpConstants';
import {
  bracketed,
  type CsharpForm,
  failure,
  lookup,
  needsOf,
  type Qualifier,
  required,
} from './csharpLookup';
import {
  assignedFallback,
  conditionalFallback,
  isVariableName,
  type LookupForms,
  readOf,
  removedStatement,
} from './envFallback';
import type { Placement } from './rewriteLiterals';

const plainText = (node: Node | undefined): string | undefined =>
  /^"([^"\\\n]*)"$/.exec(node?.text ?? '')?.[1];

/** The arguments of a call, without their names. */
export const argumentsOf = (call: Node): readonly Node[] =>
  namedChildren(call.childForFieldName('arguments') ?? call)
    .filter(({ type }) => type === 'argument')
    .flatMap((argument) => namedChildren(argument).slice(-1));

export const calleeOf = (call: Node): string =>
  call.childForFieldName('function')?.text.replace(/\s/g, '') ?? '';

const forms: LookupForms = {
  conditional: 'conditional_expression',
  valueOf: initialiserOf,
  nameOf: (expression) => {
    if (expression.type !== 'invocation_expression') return undefined;
    if (!/(?:^|\.)GetEnvironmentVariable$/.test(calleeOf(expression))) return undefined;
    const name = plainText(argumentsOf(expression)[0]);
    return name !== undefined && isVariableName(name) ? name : undefined;
  },
};

/** The namespace that a lookup is written with already serves for what is thrown. */
const like = (code: string, { qualifier, isPlain }: CsharpForm): CsharpForm => {
  const own: readonly Qualifier[] = ['global::System.', 'System.'];
  return { qualifier: own.find((prefix) => code.startsWith(prefix)) ?? qualifier, isPlain };
};

/** A key that is used where a variable is not set: the variable's own name is kept, and it must be set now. */
export function fallbackPlacement(text: string, expression: Node, form: CsharpForm): Placement | undefined {
  const thrown = (name: string): string => failure(name, form).replace(/^throw /, '');
  const assigned = assignedFallback(text, expression, forms, form.isPlain ? undefined : thrown);
  if (assigned !== undefined) return { ...assigned, needs: needsOf(form) };
  const { parent } = expression;
  if (parent?.type === 'binary_expression' && isField(parent, 'right', expression)) {
    const left = parent.childForFieldName('left');
    const read =
      left && parent.childForFieldName('operator')?.text === '??' ? readOf(left, forms) : undefined;
    if (!left || read === undefined) return undefined;
    if (form.isPlain) return { span: spanOf(parent), name: read.name, wrap: () => left.text };
    const own = like(left.text, form);
    return {
      span: spanOf(expression),
      name: read.name,
      needs: needsOf(own),
      wrap: () => failure(read.name, own),
    };
  }
  const target = parent?.type === 'assignment_expression' ? parent.childForFieldName('left') : null;
  const kept = parent && target && children(parent)[1]?.type === '??=' ? readOf(target, forms) : undefined;
  if (parent && target && kept !== undefined) {
    const { name } = kept;
    const statement = parent.parent?.type === 'expression_statement' ? parent.parent : undefined;
    if (form.isPlain)
      return { name, ...(statement ? removedStatement(text, statement) : replaced(parent, target.text)) };
    return {
      name,
      needs: needsOf(form),
      ...replaced(parent, `${target.text} = ${required(target.text, name, form)}`),
    };
  }
  const conditional = conditionalFallback(expression, forms);
  if (conditional !== undefined) {
    const { whole, read } = conditional;
    const own = like(read.node.text, form);
    const code = bracketed(whole, required(read.node.text, read.name, own), own.isPlain ? undefined : '??');
    return { name: read.name, needs: needsOf(own), ...replaced(whole, code) };
  }
  const call = parent?.parent?.parent;
  if (parent?.type !== 'argument' || call?.type !== 'invocation_expression') return undefined;
  const [first, second, ...more] = argumentsOf(call);
  const name = plainText(first);
  const isDefault = more.length === 0 && second?.id === expression.id;
  if (!isDefault || name === undefined || !/^[A-Z][A-Z0-9_]*$/.test(name)) return undefined;
  if (!/^(?:[\w.]*\.)?(?:Get|Read|Fetch)?Env(?:\.|ironment|Var|OrDefault|$)/i.test(calleeOf(call)))
    return undefined;
  const code = bracketed(call, lookup(name, form), form.isPlain ? undefined : '??');
  return { name, needs: needsOf(form), ...replaced(call, code) };
}

const replaced = (node: Node, code: string): Placement => ({ span: spanOf(node), wrap: () => code });

/** The variable that a call sets from the key: `Environment.SetEnvironmentVariable("X", "…")`. */
export function setBy(expression: Node): string | undefined {
  const call = expression.parent?.parent?.parent;
  if (call?.type !== 'invocation_expression') return undefined;
  if (!/(?:^|\.)SetEnvironmentVariable$/.test(calleeOf(call))) return undefined;
  return plainText(argumentsOf(call)[0]) ?? t('the variable');
}
