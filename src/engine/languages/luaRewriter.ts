import type { Node } from 'web-tree-sitter';
import { isRebound } from '../syntax/bindings';
import { isField } from '../syntax/node';
import { t } from '../text/l10n';
import { nameBy, operatorFallback } from './plainDefaults';
import { anywhere, plainRules } from './plainRules';
import { type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** Lua: `os.getenv("X") or error("X is not set")`. https://www.lua.org/manual/5.4/manual.html#pdf-os.getenv, read 2026-11-25 */
export function luaRewriter(program: Program): Rewriter {
  const { root, text, style } = program;
  const rules = plainRules(program, {
    title: 'Lua',
    comments: ['comment'],
    strings: ['string'],
    sum: { type: 'binary_expression', operator: '..' },
    tight: ['binary_expression', 'unary_expression'],
    lookup: (name) =>
      style === 'plain' ? `os.getenv("${name}")` : `os.getenv("${name}") or error("${name} is not set")`,
    isLoose: style !== 'plain',
    unescape: (raw, { node }) => (text[node.startIndex] === '[' || !raw.includes('\\') ? raw : undefined),
    fallback: (expression) =>
      operatorFallback(expression, ['or'], nameBy(/^os\.getenv\s*\(?\s*["'](\w+)["']\s*\)?$/)),
    places: {
      expression_list: anywhere,
      field: (expression) => (isField(expression.parent, 'value', expression) ? {} : aKey),
      arguments: (expression) => argument(text, expression),
      binary_expression: anywhere,
    },
  });
  const place: typeof rules.place = (expression, whole) =>
    isRebound(root, expression, 'os', ['identifier'], bindings)
      ? { refused: t('The name os means something else here. Move the key by hand.') }
      : rules.place(expression, whole);
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys),
    additions: () => [],
  };
}

const aKey = {
  get refused() {
    return t('The key is the name of a field. Move it by hand.');
  },
};

/** `f "key"` is a call as well: with a lookup it needs its brackets, and no blank before them. */
const argument = (text: string, expression: Node): Placement => {
  const { parent } = expression;
  if (parent?.firstChild?.type === '(') return {};
  const called = parent?.previousSibling ?? expression;
  const isNext = /^[ \t]*$/.test(text.slice(called.endIndex, expression.startIndex));
  const start = isNext ? called.endIndex : expression.startIndex;
  return { span: { start, end: expression.endIndex }, wrap: (code) => `(${code})` };
};

const bindings = {
  scopes: new Set(['block', 'function_declaration', 'function_definition', 'for_statement']),
  declares: ({ parent }: Node): boolean => parent?.type === 'parameters' || parent?.type === 'variable_list',
};
