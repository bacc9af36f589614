import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isField, namedChildren, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { defaultIn } from './plainDefaults';
import { anywhere, type PlaceRule, plainRules, refuse, refusing, renamed, type Setting } from './plainRules';
import { type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** Elixir: `System.fetch_env!("X")`, which raises. https://hexdocs.pm/elixir/System.html#fetch_env!/1, read 2026-11-25 */
export function elixirRewriter(program: Program): Rewriter {
  const { text, path, style } = program;
  if (/(?:^|\/)config\/(?!runtime\.|dev\.|test\.)[^/]+\.exs$/.test(path)) return refusing(compiledConfig);
  if (aliased.test(text)) return refusing(renamed('System'));
  const rules = plainRules(program, {
    title: 'Elixir',
    comments: ['comment'],
    strings: ['string', 'charlist', 'sigil', 'quoted_atom', 'quoted_keyword'],
    sum: { type: 'binary_operator', operator: '<>' },
    lookup: (name) => `System.${style === 'plain' ? 'get_env' : 'fetch_env!'}("${name}")`,
    unusual: (node) =>
      node.type === 'string' || /^~(?:s|S(?!"""|'''))/.test(node.text) ? undefined : otherLiteral(),
    interpolate: ({ node }) => (node.text.startsWith('~S') ? undefined : ['#{', '}']),
    content: (node) => ({
      start: node.childForFieldName('quoted_start')?.endIndex ?? node.startIndex,
      end: node.childForFieldName('quoted_end')?.startIndex ?? node.endIndex,
    }),
    fallback: (expression) => defaultIn(text, expression, defaults),
    setting,
    places: {
      arguments: anywhere,
      pair: anywhere,
      list: anywhere,
      tuple: anywhere,
      interpolation: anywhere,
      binary_operator: operand,
      body: anywhere,
      block: anywhere,
      do_block: anywhere,
      else_block: anywhere,
      rescue_block: anywhere,
      source: anywhere,
      access_call: refuse(t('The key is the name of an entry. Move it by hand.')),
    },
  });
  const place: typeof rules.place = (expression, whole) =>
    unplaceable(expression) ?? rules.place(expression, whole);
  return { sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys), additions: () => [] };
}

const compiledConfig: Refusal = {
  get refused() {
    return t('This file is read when the project is built. Move the key to config/runtime.exs first.');
  },
};

const aliased =
  /^\s*alias\b.*(?:\.System\b(?!\.)|[{,]\s*System\b|\bas:\s*System\b)|^\s+defmodule\s+System\b/m;

const otherLiteral = (): string =>
  t('Keystow rewrites strings alone in Elixir, no charlists, atoms or other sigils. Move the key by hand.');

const defaults = [
  /^System\.get_env\(\s*"(\w+)"\s*\)\s*\|\|\s*""$/,
  /^System\.get_env\(\s*"(\w+)"\s*,\s*""\s*\)$/,
];

/** `System.put_env("X", "…")`. */
function setting(expression: Node): Setting | undefined {
  for (const call of outwards(expression)) {
    if (call.type === 'do_block') return undefined;
    if (call.type !== 'call' || call.childForFieldName('target')?.text !== 'System.put_env') continue;
    const [name, value] = namedChildren(namedChildren(call)[1] ?? call);
    const [, given = ''] = /^"(\w+)"$/.exec(name?.text ?? '') ?? [];
    const isAlone =
      value?.id === expression.id && /^(?:source|do_block|else_block)$/.test(call.parent?.type ?? '');
    return isAlone && given !== '' ? { name: given, statement: call } : { name: given };
  }
  return undefined;
}

const operand: PlaceRule = ({ parent, id }): Placement | Refusal => {
  const operator = parent?.childForFieldName('operator')?.text ?? '';
  if (operator === '=>' && parent?.childForFieldName('left')?.id === id)
    return { refused: t('The key is the name of an entry. Move it by hand.') };
  return /^(?:[=!]==?|=>?|\|\|?|&&|\|>|\\\\|<-|\+\+|in|and|or)$/.test(operator)
    ? {}
    : { refused: t('Keystow does not rewrite keys at this operator in Elixir. Move the key by hand.') };
};

const targetOf = (call: Node | null): string => call?.childForFieldName('target')?.text ?? '';

/** Where a value is matched, or where the code runs when it is compiled. */
function unplaceable(expression: Node): Refusal | undefined {
  /** Whether what was passed is the body of something: `do … end`, or `do: …`. */
  let inBody = false;
  for (const at of outwards(expression)) {
    const { parent } = at;
    inBody ||= at.type === 'do_block' || (at.type === 'pair' && at.text.startsWith('do:'));
    if (parent?.type === 'unary_operator' && parent.text.startsWith('@')) return attribute;
    const operator =
      parent?.type === 'binary_operator' ? parent.childForFieldName('operator')?.text : undefined;
    if (operator === 'when' || ((operator === '=' || operator === '<-') && isField(parent, 'left', at)))
      return pattern;
    if (operator === '\\\\') inBody = true;
    if (
      parent?.type === 'stab_clause' &&
      isField(parent, 'left', at) &&
      targetOf(parent.parent?.parent ?? null) !== 'cond'
    )
      return pattern;
    if (parent?.type !== 'call') continue;
    const target = targetOf(parent);
    if (/^(?:match\?|assert_receive|assert_received|refute_receive)$/.test(target)) return pattern;
    if (/^defp?$/.test(target)) return inBody ? undefined : pattern;
    if (/^(?:test|setup|setup_all)$/.test(target) && inBody) return undefined;
    if (/^(?:quote|defmacrop?|defguardp?)$/.test(target)) return macro;
    if (/^(?:defmodule|defimpl|defprotocol)$/.test(target)) return compiled;
  }
  return undefined;
}

const attribute: Refusal = {
  get refused() {
    return t('A module attribute has its value when the module is compiled. Make it a function first.');
  },
};
const pattern: Refusal = {
  get refused() {
    return t('The key is part of a pattern. Compare it with == instead.');
  },
};
const macro: Refusal = {
  get refused() {
    return t('The key is in code that a macro makes. Move it by hand.');
  },
};
const compiled: Refusal = {
  get refused() {
    return t('This line runs when the module is compiled. Put the key into a function first.');
  },
};
