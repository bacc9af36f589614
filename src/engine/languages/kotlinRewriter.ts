import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { enclosing, namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import { constantPlacement } from './kotlinConstants';
import { targetRefusal } from './kotlinTargets';
import { defaultIn } from './plainDefaults';
import { anywhere, asLast, type PlaceRule, plainRules, refuse, refusing, renamed } from './plainRules';
import { type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * Kotlin on the JVM: `System.getenv("X") ?: error("X is not set")`; a `const val` becomes a `val`.
 * https://kotlinlang.org/api/core/kotlin-stdlib/kotlin/error.html, read 2026-11-25
 */
export async function kotlinRewriter(program: Program): Promise<Rewriter> {
  const { root, text, style } = program;
  const refused = await targetRefusal(program);
  if (refused !== undefined) return refusing(refused);
  const rules = plainRules(program, {
    title: 'Kotlin',
    comments: ['line_comment', 'multiline_comment'],
    strings: ['string_literal'],
    sum: { type: 'additive_expression', operator: '+' },
    tight,
    lookup: (name) =>
      style === 'plain'
        ? `System.getenv("${name}")`
        : `System.getenv("${name}") ?: error("${name} is not set")`,
    isLoose: style !== 'plain',
    interpolate: () => ['${', '}'],
    content: (node) => {
      const quotes = isRaw(text, node) ? 3 : 1;
      return { start: node.startIndex + quotes, end: node.endIndex - quotes };
    },
    unescape: (raw, { node }) => (isRaw(text, node) || !raw.includes('\\') ? raw : undefined),
    fallback: (expression) => defaultIn(text, expression, lookups),
    places: {
      property_declaration: (expression) => constantPlacement(root, text, expression.parent),
      value_argument: asLast,
      function_value_parameters: anywhere,
      class_parameter: defaultOfParameter,
      function_body: anywhere,
      control_structure_body: anywhere,
      statements: anywhere,
      jump_expression: anywhere,
      assignment: asLast,
      elvis_expression: anywhere,
      infix_expression: anywhere,
      equality_expression: anywhere,
      navigation_expression: anywhere,
      indexing_suffix: refuse(t('The key is the name of an entry. Move it by hand.')),
      when_condition: refuse(t('The key is what a branch is chosen by. Move it by hand.')),
    },
  });
  const place: typeof rules.place = (expression, whole) => {
    if (enclosing(expression, annotations) !== undefined) return annotated;
    const other = isOther(root, expression);
    return other === undefined ? rules.place(expression, whole) : renamed(other);
  };
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys),
    additions: () => [],
  };
}

const annotations = new Set(['annotation', 'file_annotation']);

const tight = [
  'infix_expression',
  'navigation_expression',
  'additive_expression',
  'comparison_expression',
  'equality_expression',
  'check_expression',
  'as_expression',
];

const isRaw = (text: string, { startIndex }: Node): boolean => text.startsWith('"""', startIndex);

const lookups = [
  /^System\.getenv\(\s*"(\w+)"\s*\)\s*\?:\s*""$/,
  /^System\.getenv\(\)\s*\[\s*"(\w+)"\s*\]\s*\?:\s*""$/,
  /^System\.getenv\(\)\s*\.getOrDefault\(\s*"(\w+)"\s*,\s*""\s*,?\s*\)$/,
  /^System\.getenv\(\)\s*\.getOrElse\(\s*"(\w+)"\s*\)\s*\{\s*""\s*\}$/,
];

const annotated: Refusal = {
  get refused() {
    return t('An annotation takes constants alone. Move the key by hand.');
  },
};

const defaultOfParameter: PlaceRule = (expression): Placement | Refusal =>
  /\bannotation\b/.test(
    namedChildren(enclosing(expression, new Set(['class_declaration'])) ?? expression).find(
      ({ type }) => type === 'modifiers',
    )?.text ?? '',
  )
    ? annotated
    : {};

/** The name in the lookup that has another meaning here. */
function isOther(root: Node, at: Node): string | undefined {
  if (isRebound(root, at, 'System', ['simple_identifier', 'type_identifier'], bindings('System')))
    return 'System';
  return isRebound(root, at, 'error', ['simple_identifier'], bindings('error')) ? 'error' : undefined;
}

const bindings = (name: 'System' | 'error') => ({
  scopes: new Set([
    'class_body',
    'enum_class_body',
    'class_declaration',
    'function_declaration',
    'function_body',
    'lambda_literal',
    'control_structure_body',
  ]),
  names: ({ parent }: Node): boolean => /^(?:class|object|function)_declaration$/.test(parent?.type ?? ''),
  declares: ({ parent, id }: Node): boolean => {
    if (parent === null) return false;
    const header = parent.parent;
    if (parent.type === 'identifier' && header?.type === 'import_header')
      return parent.lastChild?.id === id && !/\b(?:java\.lang\.System|kotlin\.error)$/.test(header.text);
    if (/^(?:function_declaration|import_alias)$/.test(parent.type)) return true;
    // A variable is not called, unless it holds a function.
    if (/^(?:variable_declaration|parameter|class_parameter)$/.test(parent.type))
      return name === 'System' || parent.text.includes('->');
    return /^(?:class_declaration|object_declaration|type_alias|type_parameter|enum_entry)$/.test(
      parent.type,
    );
  },
});
