import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { isField, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { defaultIn } from './plainDefaults';
import { anywhere, type PlaceRule, plainRules, renamed, type Setting } from './plainRules';
import { type LiteralRules, type Placement, rewriteLiterals, type StringLiteral } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * R: `Sys.getenv("X")`, which is empty where the variable is not set; text is joined by `paste0`.
 * https://stat.ethz.ch/R-manual/R-devel/library/base/html/Sys.getenv.html, read 2026-11-25
 */
export function rRewriter(program: Program): Rewriter {
  const { root, text, style } = program;
  const read = (name: string): string =>
    style === 'failFast'
      ? `if (nzchar(Sys.getenv("${name}"))) Sys.getenv("${name}") else stop("${name} is not set")`
      : `Sys.getenv("${name}")`;
  const rules = plainRules(program, {
    title: 'R',
    comments: ['comment'],
    strings: ['string'],
    lookup: read,
    isLoose: style === 'failFast',
    tight: ({ parent }) =>
      parent?.type === 'binary_operator' && !/^(?:<<?-|=|->>?)$/.test(operatorOf(parent)),
    content: contentOf,
    unescape: (raw, { node }) => (/^[rR]/.test(node.text) || !raw.includes('\\') ? raw : undefined),
    fallback: (expression) => defaultIn(text, expression, defaults),
    setting,
    places: {
      binary_operator: operand,
      argument,
      parameter: anywhere,
      function_definition: anywhere,
      braced_expression: anywhere,
      if_statement: anywhere,
      program: anywhere,
    },
  });
  const place: LiteralRules['place'] = (expression, whole) => {
    if (isRebound(root, expression, 'Sys.getenv', ['identifier'], bindings)) return renamed('Sys.getenv');
    const quotes = [...outwards(expression)].some((call) =>
      /^(?:b?quote|substitute|expression)$/.test(functionOf(call)),
    );
    return quotes
      ? { refused: t('The key is in code that is quoted. Move it by hand.') }
      : rules.place(expression, whole);
  };
  const embed: LiteralRules['embed'] = (parts, { node, content }) => {
    const [open, close] = [
      text.slice(node.startIndex, content.start),
      text.slice(content.end, node.endIndex),
    ];
    const list = parts
      .map((part) => ('raw' in part ? open + part.raw + close : read(part.lookup)))
      .join(', ');
    const isJoined =
      functionOf(node.parent?.parent?.parent) === 'paste0' && node.parent?.namedChildCount === 1;
    return isJoined ? list : `paste0(${list})`;
  };
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place, embed }, keys),
    additions: () => [],
  };
}

/** `r"---(…)---"` has as many dashes on either side as one likes. */
function contentOf(node: Node): StringLiteral['content'] {
  const open = /^[rR]["'](-*)[[({]/.exec(node.text)?.[0].length;
  const [before, after] = open === undefined ? [1, 1] : [open, open - 1];
  return { start: node.startIndex + before, end: node.endIndex - after };
}

const operatorOf = (node: Node): string => node.childForFieldName('operator')?.text ?? '';

/** The function that a call calls, without its package. */
const functionOf = (call: Node | null | undefined): string =>
  (call?.type === 'call' ? call.childForFieldName('function')?.text.replace(/^.*::/, '') : undefined) ?? '';

const defaults = [
  /^Sys\.getenv\(\s*["'](\w+)["']\s*,\s*(?:unset\s*=\s*)?""\s*\)$/,
  /^if \(nzchar\(Sys\.getenv\("(\w+)"\)\)\) Sys\.getenv\("\1"\) else ""$/,
];

/** `Sys.setenv(X = "…")`. */
function setting(expression: Node): Setting | undefined {
  const item = expression.parent;
  const call = item?.parent?.parent;
  if (item?.type !== 'argument' || !call || functionOf(call) !== 'Sys.setenv') return undefined;
  const name = item.childForFieldName('name')?.text.replace(/^["'`]|["'`]$/g, '') ?? '';
  const isAlone =
    item.parent?.namedChildCount === 1 && /^(?:program|braced_expression)$/.test(call.parent?.type ?? '');
  return isAlone && /^\w+$/.test(name) ? { name, statement: call } : { name };
}

const operand: PlaceRule = (expression): Placement | Refusal => {
  const { parent } = expression;
  const operator = parent === null ? '' : operatorOf(parent);
  const isLeft = isField(parent, 'lhs', expression);
  if (/^(?:<<?-|=|:=)$/.test(operator)) return isLeft ? aName : {};
  if (/^->>?$/.test(operator)) return isLeft ? {} : aName;
  return /^(?:[=!]=|\|>|%(?:in|\|\||>)%|&&?|\|\|?)$/.test(operator)
    ? {}
    : { refused: t('The key is an operand that Keystow does not rewrite in R. Move it by hand.') };
};

const argument: PlaceRule = (expression): Placement | Refusal => {
  const { parent } = expression;
  if (!isField(parent, 'value', expression)) return aName;
  const call = parent?.parent?.parent;
  if (call?.type !== 'call') return aName;
  return /^(?:library|require|requireNamespace|loadNamespace)$/.test(functionOf(call)) ? aName : {};
};

const aName = {
  get refused() {
    return t('The key is a name here. Move it by hand.');
  },
};

const bindings = {
  scopes: new Set(['function_definition', 'braced_expression']),
  declares: ({ parent, id }: Node): boolean =>
    (parent?.type === 'parameter' && parent.childForFieldName('name')?.id === id) ||
    (parent?.type === 'binary_operator' &&
      ((/^(?:<<?-|=)$/.test(operatorOf(parent)) && parent.childForFieldName('lhs')?.id === id) ||
        (/^->>?$/.test(operatorOf(parent)) && parent.childForFieldName('rhs')?.id === id))),
};
