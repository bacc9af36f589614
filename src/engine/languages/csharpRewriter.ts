import type { Node } from 'web-tree-sitter';
import { isRefusal, type Refusal } from '../model/fix';
import { children, namedChildren, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { constantAround, withoutConst } from './csharpConstants';
import { calleeOf, fallbackPlacement, setBy } from './csharpFallbacks';
import { bracketed, type CsharpForm, formsIn, lookup, needsOf } from './csharpLookup';
import { importSystem, importsSystem } from './csharpUsings';
import {
  type LiteralRules,
  type Part,
  type Placement,
  rewriteLiterals,
  type StringLiteral,
} from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * C#: `Environment.GetEnvironmentVariable("X") ?? throw new InvalidOperationException("X is not set")`, without the throw
 * in the plain style. Constants become `static readonly`; `using System;` is added unless the file or its project has it.
 */
export async function csharpRewriter(program: Program): Promise<Rewriter> {
  const isImported = await importsSystem(program);
  const rules = rulesOf(program);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    additions: (sites) =>
      !isImported && sites.some(({ needs }) => needs.includes('System')) ? importSystem(program) : [],
  };
}

/** The operands of `a + b` and of brackets. */
const joined = (node: Node): readonly Node[] | undefined => {
  const isSum = node.type === 'binary_expression' && node.childForFieldName('operator')?.type === '+';
  return isSum || node.type === 'parenthesized_expression' ? namedChildren(node) : undefined;
};

function rulesOf(program: Program): LiteralRules {
  const { root, text } = program;
  const formAt = formsIn(program);
  const place = (expression: Node, whole: boolean): Placement | Refusal => {
    const form = formAt(expression);
    const refused = refusalAt(expression, form);
    if (refused !== undefined) return refused;
    const constant = constantAround(expression);
    const edits = constant === undefined ? [] : withoutConst(root, constant);
    if (isRefusal(edits)) return edits;
    const fallback = whole ? fallbackPlacement(text, expression, form) : undefined;
    if (fallback !== undefined) return fallback;
    const atWhole = form.isPlain ? undefined : '??';
    return {
      needs: needsOf(form),
      also: () => edits,
      wrap: (code) => bracketed(expression, code, whole ? atWhole : /^@?\$/.test(code) ? undefined : '+'),
    };
  };
  return {
    comments: new Set(['comment']),
    strings: new Set([
      'string_literal',
      'verbatim_string_literal',
      'raw_string_literal',
      'interpolated_string_expression',
      'character_literal',
    ]),
    needs: [],
    literal: (node) => literalOf(text, node),
    unescape: (raw, { node }) => valueOfText(raw, node),
    joined,
    lookup: (name, expression) => lookup(name, formAt(expression)),
    embed: (parts, literal) => embed(text, parts, literal, formAt(literal.node)),
    place,
  };
}

function refusalAt(expression: Node, { isPlain }: CsharpForm): Refusal | undefined {
  for (const around of outwards(expression)) {
    const { type } = around;
    if (type === 'attribute_argument')
      return {
        refused: t('An attribute takes constants only. Read the key from the environment in code instead.'),
      };
    if (type === 'constant_pattern' || type === 'goto_statement' || type === 'case_switch_label')
      return { refused: t('A pattern must be a constant. Compare with == instead, then move the key.') };
    if (type === 'parameter')
      return {
        refused: t(
          'The default of a parameter must be a constant. Make it null and set the key in the body, then move it.',
        ),
      };
    if (/^(?:argument|block|lambda_expression|arrow_expression_clause|declaration_list)$/.test(type)) break;
  }
  const set = setBy(expression);
  if (set !== undefined)
    return { refused: t('This line sets {0} from the key. Delete it and set {0} in .env.', set) };
  return !isPlain && isInExpectation(expression)
    ? { refused: t('The key is in an expression tree, which cannot throw. Put it into a variable first.') }
    : undefined;
}

/** Moq reads its lambdas as expression trees. */
function isInExpectation(expression: Node): boolean {
  for (const { type, parent } of outwards(expression)) {
    if (type === 'block') return false;
    const call = type === 'lambda_expression' ? parent?.parent?.parent : undefined;
    if (call?.type === 'invocation_expression' && /\.(?:Setup|Verify)\w*$/.test(calleeOf(call))) return true;
  }
  return false;
}

function literalOf(text: string, node: Node): StringLiteral | Refusal {
  if (node.type === 'character_literal') return { refused: t('The key is not inside a string literal.') };
  if (children(node).some(({ type }) => type === 'string_literal_encoding'))
    return { refused: t('A UTF-8 literal must be constant. Encode a string instead, then move the key.') };
  const opening = /^[$@]*("""+|")/.exec(node.text);
  const quotes = opening?.[1] ?? '"';
  const start = node.startIndex + (opening?.[0].length ?? 1);
  const end = Math.max(start, node.endIndex - quotes.length);
  const inner = text.slice(start, end);
  // The lines of a raw literal begin behind the blanks of its last one.
  const last = quotes.length > 2 ? /\r?\n([ \t]*)$/.exec(inner) : null;
  if (last === null) return { node, content: { start, end } };
  const lead = /^[ \t]*\r?\n/.exec(inner)?.[0].length ?? 0;
  const indent = inner.startsWith(last[1] ?? '', lead) ? (last[1]?.length ?? 0) : 0;
  const from = Math.min(start + lead + indent, end);
  return { node, content: { start: from, end: Math.max(from, end - last[0].length) } };
}

/** Text between quotes, where it has a value that is plain to see. */
function valueOfText(raw: string, { type, text }: Node): string | undefined {
  if (type === 'verbatim_string_literal') return raw.replaceAll('""', '"');
  if (type === 'raw_string_literal') return raw.includes('\n') ? undefined : raw;
  const isInterpolated = type === 'interpolated_string_expression';
  if (isInterpolated && /[{}"\n]/.test(raw)) return undefined;
  const isVerbatim = isInterpolated && /^(?:@|\$+@|\$+""")/.test(text);
  return raw.includes('\\') && !isVerbatim ? undefined : raw;
}

/**
 * Interpolated and raw literals get holes, which a raw one marks by as many braces as its text does not hold.
 * Others are joined with `+`: quotes inside of a hole are hard to read.
 */
function embed(
  text: string,
  parts: readonly Part[],
  { node, content }: StringLiteral,
  form: CsharpForm,
): string {
  const open = text.slice(node.startIndex, content.start);
  const close = text.slice(content.end, node.endIndex);
  const filled = (braces: number): string =>
    parts
      .map((part) =>
        'raw' in part ? part.raw : '{'.repeat(braces) + lookup(part.lookup, form) + '}'.repeat(braces),
      )
      .join('');
  if (node.type === 'interpolated_string_expression') {
    const dollars = /^\$+(?=""")/.exec(open)?.[0].length ?? 1;
    return open + filled(dollars) + close;
  }
  if (node.type === 'raw_string_literal') {
    const runs = parts.flatMap((part) => ('raw' in part ? (part.raw.match(/\{+|\}+/g) ?? []) : []));
    const braces = Math.max(0, ...runs.map(({ length }) => length)) + 1;
    return '$'.repeat(braces) + open + filled(braces) + close;
  }
  const piece = (name: string): string => (form.isPlain ? lookup(name, form) : `(${lookup(name, form)})`);
  return parts.map((part) => ('raw' in part ? open + part.raw + close : piece(part.lookup))).join(' + ');
}
