import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { namedChildren, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { defaultIn } from './plainDefaults';
import { anywhere, asLast, type PlaceRule, plainRules, refuse, renamed, type Setting } from './plainRules';
import { type LiteralRules, type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** Julia: `ENV["X"]`, which throws a KeyError. https://docs.julialang.org/en/v1/base/base/#Base.ENV, read 2026-11-25 */
export function juliaRewriter(program: Program): Rewriter {
  const { root, text, style } = program;
  const rules = plainRules(program, {
    title: 'Julia',
    comments: ['line_comment', 'block_comment'],
    strings: ['string_literal', 'prefixed_string_literal', 'command_literal', 'prefixed_command_literal'],
    sum: { type: 'binary_expression', operator: '*' },
    lookup: (name) => (style === 'plain' ? `get(ENV, "${name}", "")` : `ENV["${name}"]`),
    unusual: (node) => (/^(?:raw)?"/.test(node.text) ? undefined : otherLiteral()),
    interpolate: ({ node }) => (node.text.startsWith('raw') ? undefined : ['$(', ')']),
    content: (node) => {
      const [head = '', quotes = ''] = /^\w*("""|"|`)/.exec(node.text) ?? [];
      return { start: node.startIndex + head.length, end: node.endIndex - quotes.length };
    },
    unescape: (raw) => (/[\\$]/.test(raw) ? undefined : raw),
    fallback: (expression) => defaultIn(text, expression, defaults),
    setting,
    places: {
      assignment: asLast,
      let_binding: asLast,
      named_argument: asLast,
      named_field: asLast,
      argument_list: anywhere,
      binary_expression: operand,
      open_tuple: anywhere,
      tuple_expression: anywhere,
      vector_expression: item,
      return_statement: anywhere,
      ternary_expression: anywhere,
      arrow_function_expression: anywhere,
      function_definition: anywhere,
      compound_statement: anywhere,
      do_clause: anywhere,
      if_statement: anywhere,
      else_clause: anywhere,
      elseif_clause: anywhere,
      string_interpolation: anywhere,
      macro_argument_list: refuse(
        t('The key is given to a macro, which may read it when the code is compiled.'),
      ),
    },
  });
  const place: LiteralRules['place'] = (expression, whole) =>
    isRebound(root, expression, 'ENV', ['identifier'], bindings)
      ? renamed('ENV')
      : (unplaceable(expression) ?? rules.place(expression, whole));
  return { sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys), additions: () => [] };
}

const otherLiteral = (): string =>
  t('Keystow rewrites plain and raw strings alone in Julia. Move the key by hand.');

const defaults = [
  /^get!?\(\s*ENV\s*,\s*"(\w+)"\s*,\s*""\s*\)$/,
  /^haskey\(\s*ENV\s*,\s*"(\w+)"\s*\)\s*\?\s*ENV\["\1"\]\s*:\s*""$/,
];

/** `ENV["X"] = "…"`. */
function setting(expression: Node): Setting | undefined {
  const statement = expression.parent;
  const target = statement?.firstChild;
  if (statement?.type !== 'assignment' || target?.id === expression.id || !target) return undefined;
  if (!/^ENV\s*\[/.test(target.text)) return undefined;
  const name = /^ENV\["(\w+)"\]$/.exec(target.text)?.[1] ?? '';
  const isAlone = blocks.test(statement.parent?.type ?? '') && name !== '';
  return isAlone ? { name, statement } : { name };
}

const blocks =
  /^(?:source_file|module_definition|function_definition|compound_statement|do_clause|if_statement)$/;

const anEntry: Refusal = {
  get refused() {
    return t('The key is the name of an entry. Move it by hand.');
  },
};

const operand: PlaceRule = (expression): Placement | Refusal => {
  const [left, operator] = namedChildren(expression.parent ?? expression);
  if (operator?.text === '=>') return left?.id === expression.id ? anEntry : {};
  return /^(?:[=!]==?|\*|\|>|in)$/.test(operator?.text ?? '')
    ? {}
    : { refused: t('Keystow does not rewrite keys at this operator in Julia. Move the key by hand.') };
};

const item: PlaceRule = ({ parent }): Placement | Refusal =>
  parent?.parent?.type === 'index_expression' ? anEntry : {};

/** Macros that leave the values inside of their expressions alone. */
const harmless =
  /^@(?:async|spawn|sync|time|elapsed|test|testset|show|assert|info|warn|error|debug|kwdef|inline|threads)$/;

/** Code that runs when a package is compiled, or that is data. */
function unplaceable(expression: Node): Refusal | undefined {
  let inFunction = false;
  for (const { type, firstChild, text } of outwards(expression)) {
    inFunction ||=
      /^(?:function_definition|arrow_function_expression|do_clause)$/.test(type) ||
      (type === 'assignment' && firstChild?.type === 'call_expression');
    if (/^quote_/.test(type)) return { refused: t('The key is in code that is quoted. Move it by hand.') };
    if (type === 'macro_definition') return { refused: t('The key is in a macro. Move it by hand.') };
    if (
      type === 'macrocall_expression' &&
      !harmless.test(/^(?:\w+\.)*(@[\w.]+)/.exec(text)?.[1]?.replace(/@.*\./, '@') ?? '')
    )
      return { refused: t('The key is given to a macro, which may read it when the code is compiled.') };
    if (type === 'module_definition' && !inFunction)
      return {
        refused: t('This line runs when the module is compiled. Put the key into a function first.'),
      };
  }
  return undefined;
}

const bindings = {
  scopes: new Set([
    'function_definition',
    'let_statement',
    'module_definition',
    'do_clause',
    'arrow_function_expression',
  ]),
  declares: ({ parent, id }: Node): boolean => {
    if (parent?.type !== 'argument_list')
      return (
        /^(?:assignment|let_binding|named_argument|typed_expression|arrow_function_expression)$/.test(
          parent?.type ?? '',
        ) && parent?.firstChild?.id === id
      );
    const { parent: call } = parent;
    const isHead = call?.parent?.type === 'assignment' && call.parent.firstChild?.id === call.id;
    return (
      /^(?:do_clause|arrow_function_expression)$/.test(call?.type ?? '') ||
      call?.parent?.type === 'signature' ||
      isHead
    );
  },
};
