import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { nameBy, operatorFallback } from './plainDefaults';
import { anywhere, type PlaceRule, plainRules, refusing, renamed, type Setting } from './plainRules';
import { type LiteralRules, type Placement, rewriteLiterals, type StringLiteral } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** Perl: `$ENV{X} // die("X is not set")`. https://perldoc.perl.org/variables/%25ENV, read 2026-11-25 */
export function perlRewriter(program: Program): Rewriter {
  const { text, style } = program;
  if (/\b(?:my|our|state)\s*\(?[^;()]*%ENV\b/.test(text)) return refusing(renamed('%ENV'));
  const read = (name: string): string =>
    style === 'plain' ? `$ENV{${name}}` : `$ENV{${name}} // die("${name} is not set")`;
  const rules = plainRules(program, {
    title: 'Perl',
    comments: ['comments', 'pod_statement'],
    strings: [
      ...Object.keys(others),
      'string_double_quoted',
      'string_single_quoted',
      'string_q_quoted',
      'string_qq_quoted',
    ],
    sum: { type: 'binary_expression', operator: '.' },
    lookup: read,
    isLoose: style !== 'plain',
    // The grammar takes `eq` and its kind to bind less than `?` and `&&`: what stands around it is read from the text.
    tight: ({ startIndex, endIndex }) =>
      !opening.test(text.slice(Math.max(0, startIndex - 40), startIndex)) ||
      !closing.test(text.slice(endIndex, endIndex + 40)),
    unusual: ({ type, text: code }) =>
      others[type]?.() ??
      (/^qq?\W/.test(code) && freePair(code.slice(4, -1)) === undefined ? brackets() : undefined),
    content: contentOf,
    quotes: (literal) => quotesOf(text, literal),
    unescape: (raw) => (/[\\$@]/.test(raw) ? undefined : raw),
    fallback: (expression) => operatorFallback(expression, ['//', '||'], nameBy(variable)),
    setting,
    places: {
      binary_expression: operand,
      array: item,
      array_ref: item,
      hash_ref: item,
      arguments: item,
      return_expression: anywhere,
      use_constant_statement: anywhere,
      ternary_expression: anywhere,
      block: anywhere,
      source_file: () => statement,
    },
  });
  const place: LiteralRules['place'] = (expression, whole) => {
    const placed = rules.place(expression, whole);
    const list = argumentsFrom(expression);
    if ('refused' in placed || list === undefined) return placed;
    // `print (…) . "y"` prints what is in the brackets alone. The grammar reads no list behind `+(`.
    const before = list.namedChildCount > 1 ? '"" . ' : '+';
    return { ...placed, wrap: (code) => (code.startsWith('(') ? before + code : code) };
  };
  return { sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys), additions: () => [] };
}

const others: Readonly<Record<string, () => string>> = {
  word_list_qw: () =>
    t('The key is in a list of plain words (qw). Write the list with quotes and commas first.'),
  backtick_quoted: () => t('The key is in a command line. Move it by hand.'),
  command_qx_quoted: () => t('The key is in a command line. Move it by hand.'),
  regex_pattern: () => t('The key is in a regular expression. Move it by hand.'),
  heredoc_body_statement: () =>
    t('Keystow does not rewrite a heredoc of Perl. Put the key into a variable first, and interpolate that.'),
  data_not_for_compiler: () => t('The key stands behind the end of the code. Delete it there.'),
};

const brackets = (): string =>
  t('The text beside the key has every kind of brackets in it. Move the key by hand.');

const variable = /^\$ENV\{\s*["']?(\w+)["']?\s*\}$/;
/** Words that bind closer than `//`: comparisons, and functions of one operand. */
const close =
  'eq|ne|lt|gt|le|ge|cmp|x|defined|length|lc|uc|lcfirst|ucfirst|quotemeta|ref|ord|chr|hex|oct|int|exists|\\w';
const opening = new RegExp(`(?:(?:^|[^=!<>~])=|=>|[,({[;?:]|(?<![-\\w$@%])(?!(?:${close})\\s)\\w+\\s)\\s*$`);
const closing = /^\s*(?:$|[;,)\]}:]|(?:if|unless|for|foreach|while|until|or|and)\b)/;

function contentOf(node: Node): StringLiteral['content'] {
  const [, second] = node.children;
  const isNamed = /^string_qq?_quoted$/.test(node.type);
  return {
    start: (isNamed ? second : node.firstChild)?.endIndex ?? node.startIndex,
    end: node.lastChild?.startIndex ?? node.endIndex,
  };
}

/** `qq{{"a": }` does not end: text with the brackets that it stands in gets others. */
function quotesOf(text: string, { node, content }: StringLiteral): readonly [string, string] | undefined {
  const [, kind = ''] = /^(qq?)\W/.exec(node.text) ?? [];
  const inner = text.slice(content.start, content.end);
  const own = text[content.start - 1] ?? '';
  if (kind === '' || !inner.includes(own)) return undefined;
  const pair = freePair(inner);
  return pair === undefined ? undefined : [kind + pair[0], pair[1] ?? ''];
}

const freePair = (inner: string): string | undefined =>
  ['{}', '[]', '()', '<>', '||', '!!', '~~'].find((pair) => ![...pair].some((one) => inner.includes(one)));

/** `$ENV{X} = "…";`, also where that is for want of another value. */
function setting(expression: Node): Setting | undefined {
  const { parent } = expression;
  if (parent?.type !== 'binary_expression' || parent.lastChild?.id !== expression.id) return undefined;
  const [target, operator] = parent.children;
  if (!/^(?:\/\/|\|\|)?=$/.test(operator?.text ?? '') || !/\$ENV\s*\{/.test(target?.text ?? ''))
    return undefined;
  const name = variable.exec(target?.text ?? '')?.[1] ?? '';
  const isAlone = name !== '' && /^(?:source_file|block)$/.test(parent.parent?.type ?? '');
  return isAlone ? { name, statement: parent } : { name };
}

const statement: Refusal = {
  get refused() {
    return t('The key is no part of a statement that Keystow reads. Move it by hand.');
  },
};

const operand: PlaceRule = (expression): Placement | Refusal => {
  const operator = expression.parent?.children[1]?.text ?? '';
  return /^(?:\/\/|\|\||&&)?=$|^(?:\/\/|\|\||&&|\.|\.=|eq|ne|or|and)$/.test(operator)
    ? {}
    : { refused: t('Keystow does not rewrite keys at this operator in Perl. Move the key by hand.') };
};

const item: PlaceRule = ({ nextSibling }): Placement | Refusal =>
  nextSibling?.type === 'fat_comma'
    ? { refused: t('The key is the name of an entry. Move it by hand.') }
    : {};

/** The arguments of a call without brackets that begin with an expression. */
function argumentsFrom(expression: Node): Node | undefined {
  for (const at of outwards(expression)) {
    if (at.startIndex !== expression.startIndex) return undefined;
    if (at.type === 'arguments')
      return at.parent?.type === 'call_expression_with_spaced_args' ? at : undefined;
  }
  return undefined;
}
