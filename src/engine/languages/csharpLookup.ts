import type { Node } from 'web-tree-sitter';
import { isRebound } from '../syntax/bindings';
import { namedChildren } from '../syntax/node';
import { hasUsing, namespacesUsed } from './csharpUsings';
import type { Program } from './rewriter';

/** What stands before `Environment` at one place: nothing, or the namespace where the name means something else. */
export type Qualifier = '' | 'System.' | 'global::System.';

/** How a lookup is written at one place. */
export interface CsharpForm {
  readonly qualifier: Qualifier;
  /** Gives null where the variable is not set, and does not throw. */
  readonly isPlain: boolean;
}

export const failure = (name: string, { qualifier }: CsharpForm): string =>
  `throw new ${qualifier}InvalidOperationException("${name} is not set")`;

export const required = (value: string, name: string, form: CsharpForm): string =>
  form.isPlain ? value : `${value} ?? ${failure(name, form)}`;

export const lookup = (name: string, form: CsharpForm): string =>
  required(`${form.qualifier}Environment.GetEnvironmentVariable("${name}")`, name, form);

/** What a lookup has to have imported. */
export const needsOf = ({ qualifier }: CsharpForm): readonly string[] => (qualifier === '' ? ['System'] : []);

/** Namespaces of much used packages that have an Environment of their own. */
const otherEnvironments = ['Braintree', 'Square', 'Going.Plaid', 'Adyen.Model'];

export function formsIn({ root, style }: Program): (at: Node) => CsharpForm {
  const isPlain = style === 'plain';
  const used = namespacesUsed(root);
  const isAmbiguous = otherEnvironments.some((name) => used.has(name));
  return (at) => {
    const isBound = (name: string): boolean =>
      isRebound(root, at, name, ['identifier'], bindings) || hasUsing(root, `${name}=`);
    const isOther = isAmbiguous || isBound('Environment') || isBound('InvalidOperationException');
    if (!isOther) return { qualifier: '', isPlain };
    return { qualifier: isBound('System') ? 'global::System.' : 'System.', isPlain };
  };
}

/**
 * The brackets that an expression needs at a place. `operator`: `??` or `+` where it has one of them at its outside.
 * A throw may stand behind `??` alone, so what follows it must not be read as a part of it.
 */
export function bracketed(place: Node, code: string, operator: '??' | '+' | undefined): string {
  const { parent } = place;
  if (operator === undefined || parent === null) return code;
  const isOperand = parent.type === 'binary_expression';
  const own = isOperand ? parent.childForFieldName('operator')?.text : undefined;
  const isLast = isOperand && parent.childForFieldName('right')?.id === place.id;
  const isLoose = operator === '+' || (!isOperand && !/^(?:is|as)_expression$|pattern/.test(parent.type));
  const fits = isLoose || (own === '??' && isLast);
  return fits && !isReceiver(parent, place) ? code : `(${code})`;
}

/** Whether a place is what a dot, an index, a cast or another operator binds to first. */
function isReceiver(parent: Node, place: Node): boolean {
  if (
    /^(?:member_access_expression|element_access_expression|conditional_access_expression|cast_expression|await_expression|postfix_unary_expression|prefix_unary_expression|range_expression|with_expression)$/.test(
      parent.type,
    )
  )
    return true;
  // `a ? b ?? throw c : d` is valid, and hard to read.
  if (parent.type === 'conditional_expression')
    return parent.childForFieldName('alternative')?.id !== place.id;
  return parent.type === 'switch_expression' && namedChildren(parent)[0]?.id === place.id;
}

const bindings = {
  scopes: new Set([
    'block',
    'declaration_list',
    'method_declaration',
    'constructor_declaration',
    'local_function_statement',
    'lambda_expression',
    'foreach_statement',
    'for_statement',
    'using_statement',
    'catch_clause',
  ]),
  declares: ({ parent, id }: Node): boolean => {
    if (parent === null || !declaring.test(parent.type)) return false;
    if (parent.type === 'foreach_statement') return parent.childForFieldName('left')?.id === id;
    if (parent.type === 'namespace_declaration' || parent.type === 'file_scoped_namespace_declaration')
      return (
        parent.childForFieldName('name')?.id === id && parent.childForFieldName('name')?.text !== 'System'
      );
    return parent.childrenForFieldName('name').some((name) => name?.id === id);
  },
};

const declaring =
  /^(?:variable_declarator|parameter|implicit_parameter|foreach_statement|tuple_pattern|declaration_expression|declaration_pattern|catch_declaration|type_parameter|local_function_statement|delegate_declaration|\w+_declaration)$/;
