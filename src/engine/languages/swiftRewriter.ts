import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { children, enclosing } from '../syntax/node';
import { t } from '../text/l10n';
import { appRefusal } from './language';
import { defaultIn } from './plainDefaults';
import { anywhere, inField, type PlaceRule, plainRules, refuse, refusing, renamed } from './plainRules';
import { type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';
import { shipsInApp } from './swiftApps';
import { importFoundation } from './swiftImports';

/**
 * Swift on a server or a command line: `ProcessInfo.processInfo.environment["X"]!`, with Foundation imported.
 * https://developer.apple.com/documentation/foundation/processinfo/environment, read 2026-11-25
 */
export async function swiftRewriter(program: Program): Promise<Rewriter> {
  const { root, text, style } = program;
  if (await shipsInApp(program)) return refusing(appRefusal);
  const rules = plainRules(program, {
    title: 'Swift',
    comments: ['comment', 'multiline_comment'],
    strings: ['line_string_literal', 'multi_line_string_literal', 'raw_string_literal'],
    sum: { type: 'additive_expression', operator: '+' },
    tight: [
      'additive_expression',
      'navigation_expression',
      'equality_expression',
      'nil_coalescing_expression',
    ],
    lookup: (name) => `ProcessInfo.processInfo.environment["${name}"]${style === 'plain' ? ' ?? ""' : '!'}`,
    isLoose: style === 'plain',
    interpolate: () => ['\\(', ')'],
    // The grammar does not read the raw ones reliably: they may be plain ones between marks.
    unusual: (node) =>
      [node.startIndex - 1, node.startIndex].some((at) => text[at] === '#') ? raw() : undefined,
    fallback: (expression) => defaultIn(text, expression, lookups),
    needs: ['Foundation'],
    places: {
      property_declaration: property,
      value_argument: argument,
      array_literal: anywhere,
      dictionary_literal: inField('value', anEntry()),
      assignment: inField('result'),
      control_transfer_statement: anywhere,
      statements: anywhere,
      nil_coalescing_expression: anywhere,
      ternary_expression: anywhere,
      equality_expression: anywhere,
      tuple_expression: anywhere,
      navigation_expression: inField('target'),
      function_declaration: inField('default_value'),
      init_declaration: inField('default_value'),
      enum_entry: refuse(t('The value of a case must be a literal. Move the key by hand.')),
    },
  });
  const place: typeof rules.place = (expression, whole) => {
    const within = enclosing(expression, constant)?.type;
    if (within !== undefined) return { refused: constants[within]?.() ?? '' };
    return isRebound(root, expression, 'ProcessInfo', ['simple_identifier', 'type_identifier'], bindings)
      ? renamed('ProcessInfo')
      : rules.place(expression, whole);
  };
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys),
    additions: (sites) => (sites.length === 0 ? [] : importFoundation(root, text)),
  };
}

const constants: Readonly<Record<string, () => string>> = {
  attribute: () => t('An attribute takes literals alone. Move the key by hand.'),
  switch_pattern: () => t('The key is what a branch is chosen by. Move it by hand.'),
};
const constant = new Set(Object.keys(constants));

const raw = (): string => t('The key is in a raw string. Write it as a plain one first.');

const anEntry = (): string => t('The key is the name of an entry. Move it by hand.');

const lookups = [
  /^ProcessInfo\.processInfo\.environment\[\s*"(\w+)"\s*\]\s*\?\?\s*""$/,
  /^ProcessInfo\.processInfo\.environment\[\s*"(\w+)"\s*,\s*default:\s*""\s*\]$/,
];

const argument: PlaceRule = ({ parent }): Placement | Refusal =>
  parent?.parent?.firstChild?.type === '[' ? { refused: anEntry() } : {};

/** A literal can be of any type that takes one; a variable is a String. */
const property: PlaceRule = (expression): Placement | Refusal => {
  const before = children(expression.parent ?? expression).filter(
    (one) => one.endIndex <= expression.startIndex,
  );
  const head = before.findLast(({ type }) => type === 'pattern' || type === 'type_annotation');
  const type = head?.type === 'type_annotation' ? head.text.replace(/^:\s*/, '') : 'String';
  return /^(?:(?:Swift\.)?String|Any)[?!]?$/.test(type)
    ? {}
    : { refused: t('The key is given to a {0}, not to a String. Move it by hand.', type) };
};

const bindings = {
  scopes: new Set(['class_body', 'enum_class_body', 'function_body', 'lambda_literal', 'statements']),
  declares: ({ parent, id }: Node): boolean => {
    if (parent === null) return false;
    if (parent.type === 'identifier' && parent.parent?.type === 'import_declaration')
      return parent.lastChild?.id === id && parent.text !== 'Foundation.ProcessInfo';
    return /^(?:class_declaration|protocol_declaration|typealias_declaration|type_parameter|pattern|parameter)$/.test(
      parent.type,
    );
  },
};
