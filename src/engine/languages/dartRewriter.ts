import type { Node } from 'web-tree-sitter';
import { isRebound } from '../syntax/bindings';
import { children } from '../syntax/node';
import { t } from '../text/l10n';
import { constantPlacement } from './dartConstants';
import { importOfIo } from './dartImports';
import { appRefusal, browserRefusal } from './language';
import { defaultIn } from './plainDefaults';
import { anywhere, asLast, inField, plainRules, refuse, refusing, renamed } from './plainRules';
import { rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * Dart on a server or a command line: `Platform.environment["X"]!`, with dart:io imported; a `const` becomes `final`.
 * https://api.dart.dev/dart-io/Platform/environment.html, read 2026-11-25
 */
export async function dartRewriter(program: Program): Promise<Rewriter> {
  const { root, text, style } = program;
  if (program.inBrowser) return refusing(browserRefusal);
  const pubspec = await program.project.nearest(['pubspec.yaml']);
  if (/['"]package:flutter\//.test(text) || /^\s+sdk:\s*flutter\b/m.test(pubspec?.text ?? ''))
    return refusing(appRefusal);
  const { qualifier, edits } = importOfIo(root, text);
  if (edits.length > 0 && /^part of\b/m.test(text)) return refusing(part);
  const isRaw = ({ startIndex }: Node): boolean => text[startIndex] === 'r';
  const rules = plainRules(program, {
    title: 'Dart',
    comments: ['comment', 'documentation_comment'],
    strings: ['string_literal'],
    sum: { type: 'additive_expression', operator: '+' },
    lookup: (name, { startIndex }) => {
      const quote = /["']/.exec(text.slice(startIndex))?.[0] ?? "'";
      const code = `${qualifier}Platform.environment[${quote}${name}${quote}]`;
      return style === 'plain' ? `(${code} ?? ${quote}${quote})` : `${code}!`;
    },
    interpolate: ({ node }) => (isRaw(node) ? undefined : ['${', '}']),
    unusual: (node) =>
      isSeveral(node)
        ? t('The key is in one of several strings side by side. Write them as one first.')
        : undefined,
    unescape: (raw, { node }) => (isRaw(node) || !raw.includes('\\') ? raw : undefined),
    fallback: (expression) => defaultIn(text, expression, lookups),
    needs: ['dart:io'],
    places: {
      static_final_declaration: anywhere,
      initialized_identifier: anywhere,
      initialized_variable_definition: anywhere,
      argument: anywhere,
      named_argument: anywhere,
      list_literal: anywhere,
      set_or_map_literal: anywhere,
      pair: inField('value', t('The key is the name of an entry. Move it by hand.')),
      record_field: anywhere,
      if_element: anywhere,
      function_body: anywhere,
      function_expression_body: anywhere,
      return_statement: anywhere,
      yield_statement: anywhere,
      conditional_expression: anywhere,
      assignment_expression: inField('right'),
      cascade_section: asLast,
      if_null_expression: anywhere,
      equality_expression: anywhere,
      field_initializer: anywhere,
      switch_expression_case: asLast,
      index_selector: refuse(t('The key is the name of an entry. Move it by hand.')),
    },
  });
  const place: typeof rules.place = (expression, whole) => {
    if (
      isRebound(root, expression, 'Platform', ['identifier', 'type_identifier'], bindings) ||
      hasOther.test(text)
    )
      return renamed('Platform');
    const constant = constantPlacement(root, expression);
    if ('refused' in constant) return constant;
    return { ...constant, ...rules.place(expression, whole) };
  };
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys),
    additions: (sites) => (sites.length === 0 ? [] : edits),
  };
}

/** Whether a string goes on behind its first closing quotes; the grammar makes one node of strings side by side. */
function isSeveral(node: Node): boolean {
  const [open, ...rest] = children(node).map(({ type }) => type);
  return rest.indexOf(open?.replace(/^r/, '') ?? '') !== rest.length - 1;
}

const part = {
  get refused() {
    return t('The file is a part of a library. Import dart:io there, then move the key by hand.');
  },
};

/** A package whose Platform stands before that of dart:io. */
const hasOther = /['"]package:platform\/platform\.dart['"]\s*;/;

const lookups = [
  /^(?:\w+\.)?Platform\.environment\[\s*["'](\w+)["']\s*\]\s*\?\?\s*""$/,
  /^(?:\w+\.)?Platform\.environment\.putIfAbsent\(\s*["'](\w+)["']\s*,\s*\(\)\s*=>\s*""\s*\)$/,
];

const bindings = {
  scopes: new Set(['class_body', 'block', 'function_body', 'extension_body']),
  declares: ({ parent, id }: Node): boolean =>
    parent !== null &&
    (parent.childForFieldName('name')?.id === id ||
      /^(?:mixin_declaration|type_alias|type_parameter|initialized_identifier|static_final_declaration|import_specification)$/.test(
        parent.type,
      )),
};
