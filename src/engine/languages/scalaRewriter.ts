import type { Node } from 'web-tree-sitter';
import { isRebound } from '../syntax/bindings';
import { enclosing, isField } from '../syntax/node';
import { t } from '../text/l10n';
import { browserRefusal } from './language';
import { defaultIn } from './plainDefaults';
import { anywhere, inField, plainRules, refusing, renamed } from './plainRules';
import { rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';
import { definitionPlacement } from './scalaConstants';

/** Scala: `sys.env("X")`, which throws. https://www.scala-lang.org/api/2.13.16/scala/sys/index.html, read 2026-11-25 */
export function scalaRewriter(program: Program): Rewriter {
  const { root, text, style } = program;
  if (program.inBrowser) return refusing(browserRefusal);
  const quotesOf = (node: Node): string => /^(\w*)("""|")/.exec(text.slice(node.startIndex))?.[2] ?? '"';
  const prefixOf = (node: Node): string => /^\w*/.exec(text.slice(node.startIndex))?.[0] ?? '';
  const [object, lookup] =
    style === 'plain' ? (['System', 'System.getenv'] as const) : (['sys', 'sys.env'] as const);
  const rules = plainRules(program, {
    title: 'Scala',
    comments: ['comment', 'block_comment'],
    strings: ['string', 'interpolated_string_expression'],
    sum: { type: 'infix_expression', operator: '+' },
    tight: ['infix_expression', 'field_expression', 'prefix_expression', 'postfix_expression'],
    lookup: (name) => `${lookup}("${name}")`,
    interpolate: ({ node }) => (prefixOf(node) === '' ? undefined : ['${', '}']),
    unusual: (node) =>
      /^(?:|s|raw)$/.test(prefixOf(node))
        ? undefined
        : t('The key is in a string of the kind {0}"". Move it by hand.', prefixOf(node)),
    content: (node) => {
      const quotes = quotesOf(node).length;
      return { start: node.startIndex + prefixOf(node).length + quotes, end: node.endIndex - quotes };
    },
    unescape: (raw, { node }) =>
      !raw.includes('\\') || quotesOf(node).length === 3 || prefixOf(node) === 'raw' ? raw : undefined,
    fallback: (expression) => defaultIn(text, expression, lookups),
    places: {
      val_definition: (expression) => definitionPlacement(root, expression),
      var_definition: (expression) => definitionPlacement(root, expression),
      function_definition: inField('body'),
      arguments: anywhere,
      assignment_expression: inField('right'),
      infix_expression: anywhere,
      if_expression: anywhere,
      block: anywhere,
      indented_block: anywhere,
      case_clause: inField('body', t('The key is what a branch is chosen by. Move it by hand.')),
      lambda_expression: anywhere,
      tuple_expression: anywhere,
      return_expression: anywhere,
      field_expression: anywhere,
      enumerator: anywhere,
      parameter: inField('default_value'),
      class_parameter: inField('default_value'),
    },
  });
  const place: typeof rules.place = (expression, whole) => {
    if (enclosing(expression, annotation) !== undefined)
      return { refused: t('An annotation takes constants alone. Move the key by hand.') };
    return isRebound(
      root,
      expression,
      object,
      ['identifier', 'type_identifier', 'package_identifier'],
      bindings,
    )
      ? renamed(object)
      : rules.place(expression, whole);
  };
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys),
    additions: () => [],
  };
}

const annotation = new Set(['annotation']);

const lookups = [
  /^sys\.env\.getOrElse\(\s*"(\w+)"\s*,\s*""\s*\)$/,
  /^sys\.env\.get\(\s*"(\w+)"\s*\)\s*\.?\s*getOrElse\s*\(?\s*""\s*\)?$/,
  /^Option\(\s*System\.getenv\(\s*"(\w+)"\s*\)\s*\)\s*\.?\s*getOrElse\s*\(?\s*""\s*\)?$/,
  /^(?:scala\.util\.)?Properties\.envOrElse\(\s*"(\w+)"\s*,\s*""\s*\)$/,
];

const bindings = {
  scopes: new Set([
    'template_body',
    'block',
    'indented_block',
    'function_definition',
    'class_definition',
    'lambda_expression',
    'case_clause',
  ]),
  names: ({ parent }: Node): boolean => /_definition$/.test(parent?.type ?? ''),
  declares: (identifier: Node): boolean => {
    const { parent, id } = identifier;
    if (parent === null) return false;
    const list = parent.type === 'namespace_selectors' ? parent.parent : parent;
    if (list?.type === 'import_declaration')
      return list.lastChild?.id === (list === parent ? id : parent.id) && !known.test(list.text);
    return (
      ['name', 'pattern', 'alias', 'parameters'].some((field) => isField(parent, field, identifier)) ||
      /^(?:package_identifier|tuple_pattern|identifiers|bindings|case_class_pattern)$/.test(parent.type) ||
      (parent.type === 'enumerator' && parent.firstChild?.id === id)
    );
  },
};

const known = /\b(?:scala\.sys|java\.lang\.System)$/;
