import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { enclosing, isField, namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import { placeInAnnotation } from './javaAnnotations';
import { withoutArgument } from './javaArguments';
import { constantRefusal } from './javaConstants';
import { fallbackPlacement } from './javaFallbacks';
import { importObjects } from './javaImports';
import { isShadowed, lookup, namesIn, needsOf } from './javaLookup';
import { type LiteralRules, type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * Java: `Objects.requireNonNull(System.getenv("X"), "X is not set")`, with `java.util.Objects` imported where it sorts;
 * `System.getenv("X")` in the plain style. Where Objects or System mean something else, the classes are named in full.
 */
export function javaRewriter(program: Program): Rewriter {
  return {
    sites: (keys) => rewriteLiterals(program, rulesOf(program, keys), keys),
    withoutArgument: (key) => withoutArgument(program, key),
    additions: (sites) =>
      sites.some(({ needs }) => needs.includes('java.util.Objects')) ? importObjects(program) : [],
  };
}

/** The operands of `a + b` and of brackets. */
const joined = (node: Node): readonly Node[] | undefined => {
  const isSum = node.type === 'binary_expression' && node.childForFieldName('operator')?.type === '+';
  return isSum || node.type === 'parenthesized_expression' ? namedChildren(node) : undefined;
};

function rulesOf(program: Program, keys: readonly Span[]): LiteralRules {
  const { root, text } = program;
  const namesAt = namesIn(program);
  const place = (expression: Node, whole: boolean): Placement | Refusal => {
    const within = enclosing(expression, unusual);
    if (within?.type === 'annotation')
      return placeInAnnotation(program, within, expression, keysIn(keys, expression));
    const refused = refusalAt(expression, within);
    if (refused !== undefined) return refused;
    const constant = constantRefusal(root, expression, joined);
    if (constant !== undefined) return constant;
    const names = namesAt(expression);
    if (isShadowed(root, expression, names))
      return { refused: t('The names Objects and java mean something else here. Move the key by hand.') };
    const fallback = whole ? fallbackPlacement(text, expression, names) : undefined;
    if (fallback !== undefined) return fallback;
    const isTight = !whole && bindsTightly(expression);
    return {
      needs: needsOf(names),
      wrap: (code) => (isTight && /" \+ |\) \+ "/.test(code) ? `(${code})` : code),
    };
  };
  return {
    comments: new Set(['line_comment', 'block_comment']),
    strings: new Set(['string_literal', 'character_literal']),
    needs: [],
    literal: (node) => literalOf(text, node),
    unescape: (raw) => (/[\\\n]/.test(raw) ? undefined : raw),
    joined,
    lookup: (name, expression) => lookup(name, namesAt(expression)),
    embed: (parts, { node }) => {
      const names = namesAt(node);
      if (!text.startsWith('"""', node.startIndex))
        return parts
          .map((part) => ('raw' in part ? `"${part.raw}"` : lookup(part.lookup, names)))
          .join(' + ');
      if (isFormat(node))
        return { refused: t('The text block is a format already. Put %s in place of the key by hand.') };
      const template = parts.map((part) => ('raw' in part ? part.raw.replaceAll('%', '%%') : '%s'));
      const values = parts.flatMap((part) => ('raw' in part ? [] : [lookup(part.lookup, names)]));
      const head = text.slice(node.startIndex, literalStart(text, node));
      return `${head}${template.join('')}""".formatted(${values.join(', ')})`;
    },
    place,
  };
}

const unusual = new Set([
  'annotation',
  'annotation_type_element_declaration',
  'switch_label',
  'guard',
  'import_declaration',
  'block',
]);

function refusalAt(expression: Node, within: Node | undefined): Refusal | undefined {
  if (within?.type === 'annotation_type_element_declaration')
    return { refused: t('The default of an annotation must be a constant. Give the key in code instead.') };
  if (within?.type === 'switch_label')
    return { refused: t('A case label must be a constant. Compare with equals instead, then move the key.') };
  const compared = expression.parent;
  if (
    compared?.type === 'binary_expression' &&
    /^[!=]=$/.test(compared.childForFieldName('operator')?.text ?? '')
  )
    return { refused: t('The key is compared by ==, which holds for literals only. Use equals first.') };
  return undefined;
}

const keysIn = (keys: readonly Span[], { startIndex, endIndex }: Node): readonly Span[] =>
  keys.filter(({ start, end }) => start >= startIndex && end <= endIndex).sort((a, b) => a.start - b.start);

function literalOf(text: string, node: Node): { node: Node; content: Span } | Refusal {
  if (node.type === 'character_literal') return { refused: t('The key is not inside a string literal.') };
  const start = literalStart(text, node);
  const isBlock = text.startsWith('"""', node.startIndex);
  const end = node.endIndex - (isBlock ? 3 : 1);
  return { node, content: { start: Math.min(start, end), end } };
}

/** Where the value begins. The only line of a text block begins behind its blanks, which are not part of it. */
function literalStart(text: string, { startIndex, endIndex }: Node): number {
  if (!text.startsWith('"""', startIndex)) return startIndex + 1;
  const inner = text.slice(startIndex + 3, Math.max(startIndex + 3, endIndex - 3));
  const lead = /^[ \t\f]*\r?\n[ \t]*(?=[^\n]*$)/.exec(inner)?.[0].length ?? 0;
  return startIndex + 3 + lead;
}

/** Around these an expression with an operator needs brackets; among other operators + binds as it did. */
function bindsTightly(expression: Node): boolean {
  const { parent } = expression;
  if (parent === null) return false;
  if (parent.type === 'cast_expression' || parent.type === 'method_reference') return true;
  return isField(parent, 'object', expression);
}

/** Whether a text is the format of a call: `"…".formatted(x)`, `String.format("…", x)`. */
function isFormat(node: Node): boolean {
  const { parent } = node;
  const call = parent?.type === 'argument_list' ? parent.parent : parent;
  const name = call?.childForFieldName('name')?.text ?? '';
  if (parent?.type === 'argument_list')
    return /^(?:format|printf)$/.test(name) && namedChildren(parent)[0]?.id === node.id;
  return isField(parent, 'object', node) && name === 'formatted';
}
