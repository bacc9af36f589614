import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { unescapeCommon } from '../syntax/escapes';
import { children, descendants, enclosing, isField, namedChildren, nodesWith, spanOf } from '../syntax/node';
import { statementSpan } from '../syntax/statement';
import { t } from '../text/l10n';
import {
  type LiteralRules,
  type Part,
  type Placement,
  rewriteLiterals,
  setsVariable,
} from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';
import { withoutArgument } from './rubyArguments';
import { fetched, isReader, settingCall, settingStatement, unbracketed } from './rubyEnv';

/**
 * Ruby: `ENV.fetch("X")` with the quotes of the literal, `ENV["X"]` in the plain style; a part of a string becomes an
 * interpolation.
 */
export function rubyRewriter(program: Program): Rewriter {
  const rules = rulesOf(program);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    withoutArgument: (key) => withoutArgument(program, key),
    additions: () => [],
  };
}

/** Literals that hold no string, or one that no expression can take the place of. */
const fixed: Readonly<Record<string, () => string>> = {
  bare_string: () =>
    t('The key is in a list of plain words (%w). Write the list with quotes and commas first.'),
  bare_symbol: () => t('The key is a symbol. Make it a string first.'),
  delimited_symbol: () => t('The key is a symbol. Make it a string first.'),
  simple_symbol: () => t('The key is a symbol. Make it a string first.'),
  hash_key_symbol: () => t('The key is the name of a hash entry. Move it by hand.'),
  regex: () => t('The key is in a regular expression. Build it with Regexp.escape(ENV.fetch(…)) by hand.'),
  uninterpreted: () => t('The key stands behind __END__, where no code runs. Delete it there.'),
};

/** Calls that load code. */
const loading = /^(?:require|require_relative|load|autoload)$/;

function rulesOf({ root, text, style }: Program): LiteralRules {
  /** For literals whose own quotes are neither. */
  let common: string | undefined;
  const commonQuote = (): string => {
    common ??= (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0) ? '"' : "'";
    return common;
  };
  const quoteOf = (node: Node): string => {
    const first = text[node.startIndex] ?? '';
    return first === '"' || first === "'" ? first : commonQuote();
  };
  /** The constant that is meant where a module has an ENV of its own. */
  const envAt = (at: Node): string => (isRebound(root, at, 'ENV', ['constant'], bindings) ? '::ENV' : 'ENV');
  const read = (name: string, quote: string, at: Node): string => {
    const key = quote + name + quote;
    return style === 'plain' ? `${envAt(at)}[${key}]` : `${envAt(at)}.fetch(${key})`;
  };

  return {
    comments: new Set(['comment']),
    strings: new Set(['string', 'subshell', 'heredoc_body', ...Object.keys(fixed)]),
    needs: [],
    literal: (node) => {
      const refused = fixed[node.type];
      if (refused !== undefined) return { refused: refused() };
      const parts = children(node);
      const start = /^\r?\n/.exec(node.text)?.[0].length ?? parts[0]?.text.length ?? 0;
      return { node, content: { start: node.startIndex + start, end: parts.at(-1)?.startIndex ?? 0 } };
    },
    joined: (node) => {
      const operands = operandsOf(node);
      const isPlain = (one: Node): boolean => one.type !== 'string' || !/[#"'\\]/.test(one.text.slice(1, -1));
      return operands?.every(isPlain) ? operands : undefined;
    },
    unescape: (raw, { node }) =>
      node.text.startsWith("'") && !/\\[\\']/.test(raw) ? raw : unescapeCommon(raw),
    lookup: (name, expression) => read(name, '"', expression),
    embed: (parts, { node, content }) => {
      const [open, close] = [
        text.slice(node.startIndex, content.start),
        text.slice(content.end, node.endIndex),
      ];
      const put = (name: string): string => `#{${read(name, quoteOf(node), node)}}`;
      const write = (from: string, spelled: (raw: string) => string, to: string): string =>
        from + parts.map((part) => ('raw' in part ? spelled(part.raw) : put(part.lookup))).join('') + to;
      if (node.type === 'heredoc_body') {
        const isRaw = beginningOf(root, node)?.text.includes("'") ?? false;
        return write(open, isRaw ? escaped : (raw) => raw, close);
      }
      if (open.startsWith('%q')) {
        const delimiters = open.endsWith('(') ? '%(' : open.replace('q', 'Q');
        return write(delimiters, (raw) => escaped(raw.replace(/\\\\/g, '\\')), close);
      }
      if (open !== "'") return write(open, (raw) => raw, close);
      const plain = (raw: string): string => escaped(raw.replace(/\\([\\'])/g, '$1'));
      const [from, to] = doubleQuotes(parts);
      return write(from, from === '"' ? (raw) => plain(raw).replaceAll('"', '\\"') : plain, to);
    },
    place: (expression, whole) => {
      const at = expression.type === 'heredoc_body' ? beginningOf(root, expression) : expression;
      if (at === undefined) return { refused: t('The heredoc of the key could not be read.') };
      const setter = whole ? settingStatement(at) : undefined;
      if (setter !== undefined)
        return { name: setter.name, span: statementSpan(text, setter.statement, '#'), wrap: () => '' };
      const refusal = forbidden(root, at);
      if (refusal !== undefined) return refusal;
      if (!whole) return at.type === 'heredoc_beginning' ? opened(at) : (lazily(at) ?? {});
      const quote = quoteOf(expression);
      const found = fetched(at);
      if (found !== undefined) {
        const { node, name, span } = found;
        const code = read(name, found.quote, at);
        const lazy = lazily(node);
        if (lazy !== undefined) return { ...lazy, name, wrap: () => lazy.wrap?.(code, [name]) ?? code };
        return { span, name, wrap: () => code };
      }
      const wrap = wrapper(at, text);
      const outer = outermost(at);
      const lazy = lazily(outer);
      return {
        span: lazy?.span ?? spanOf(outer),
        wrap: (_, [name = '']) => {
          const code = wrap(read(name, quote, at));
          return lazy?.wrap?.(code, [name]) ?? code;
        },
      };
    },
  };
}

const bindings = {
  scopes: new Set(['module', 'class', 'singleton_class']),
  declares: (node: Node): boolean => isField(node.parent, 'left', node),
};

function operandsOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case 'chained_string':
      return namedChildren(node);
    case 'binary':
      return node.childForFieldName('operator')?.type === '+' ? namedChildren(node) : undefined;
    case 'parenthesized_statements':
      return node.namedChildCount === 1 ? namedChildren(node) : undefined;
    case 'call': {
      const list = node.childForFieldName('receiver');
      const separator = node.childForFieldName('arguments')?.text ?? '()';
      const joins = node.childForFieldName('method')?.text === 'join' && /^\((?:""|'')?\)$/.test(separator);
      return joins && list?.type === 'array' ? namedChildren(list) : undefined;
    }
    default:
      return undefined;
  }
}

/** Where nothing but a literal may stand, or the value must stay out of the environment. */
function forbidden(root: Node, at: Node): Refusal | undefined {
  const { parent } = at;
  const outer = parent?.type === 'argument_list' ? parent.parent : undefined;
  if (outer?.type === 'call' && loading.test(outer.childForFieldName('method')?.text ?? ''))
    return { refused: t('The key is the name of a file that is loaded.') };
  if (parent?.type === 'pair' && isField(parent, 'key', at) && children(parent)[1]?.type === ':')
    return { refused: t('The key is the name of a hash entry. Move it by hand.') };
  if (isEnvReplaced(root))
    return { refused: t('The name ENV means something else here. Move the key by hand.') };
  const name = settingCall(at);
  if (name !== undefined) return setsVariable(name);
  return undefined;
}

/** Whether ENV is another for the whole program; where a class or module has its own, `::ENV` is still the right one. */
const isEnvReplaced = (root: Node): boolean =>
  nodesWith(root, /\bENV\b/g, 'constant').some(
    (node) =>
      node.text === 'ENV' && bindings.declares(node) && enclosing(node, bindings.scopes) === undefined,
  );

/** `ENV.fetch("A", "Bearer …")`: the second lookup is made only where the first finds nothing. */
function lazily(node: Node): Placement | undefined {
  const list = node.parent;
  const call = list?.parent;
  if (list?.type !== 'argument_list' || call?.type !== 'call' || !isReader(call)) return undefined;
  const [first, second] = namedChildren(list);
  if (first === undefined || second?.id !== node.id || !list.text.startsWith('(')) return undefined;
  return {
    span: { start: first.endIndex, end: list.endIndex },
    wrap: (code) => `) { ${code} }`,
  };
}

/** A raw heredoc has to interpolate from now on. */
function opened(beginning: Node): Placement {
  const newText = beginning.text.replaceAll("'", '');
  return newText === beginning.text ? {} : { also: () => [{ span: spanOf(beginning), newText }] };
}

/** Heredocs and their openings come in the same order. */
function beginningOf(root: Node, body: Node): Node | undefined {
  const [bodies, beginnings] = ['heredoc_body', 'heredoc_beginning'].map((type) =>
    descendants(root, type).filter((node) => node !== null),
  );
  const found = beginnings?.[bodies?.findIndex(({ id }) => id === body.id) ?? -1];
  const word = found?.text.replace(/^<<[~-]?|["'`]/g, '');
  return word === children(body).at(-1)?.text.trim() ? found : undefined;
}

/** `.freeze` and brackets go with the literal: values of the environment are frozen. */
function outermost(at: Node): Node {
  const inner = at.type === 'string' ? at : unbracketed(at);
  const { parent } = inner;
  const isFrozen = parent?.type === 'call' && parent.childForFieldName('method')?.text === 'freeze';
  return isFrozen && isField(parent, 'receiver', inner) ? parent : inner;
}

const changing = /^(?:.*!|concat|force_encoding|replace|insert|prepend|clear|setbyte)$/;

/** What the place makes of a lookup: a pin in a pattern, an interpolation among adjacent literals, a copy to change. */
function wrapper(at: Node, text: string): (code: string) => string {
  const { parent } = at;
  if (parent?.type === 'chained_string') return (code) => `"#{${code}}"`;
  if (isPattern(at)) return (code) => `^(${code})`;
  return isChanged(unbracketed(at), text) ? (code) => `${code}.dup` : (code) => code;
}

function isPattern(at: Node): boolean {
  let node = at;
  while (
    /_pattern$/.test(node.parent?.type ?? '') &&
    !/^(?:match|test)_pattern$/.test(node.parent?.type ?? '')
  )
    node = node.parent ?? node;
  return /^(?:in_clause|match_pattern|test_pattern)$/.test(node.parent?.type ?? '')
    ? isField(node.parent, 'pattern', node)
    : false;
}

/** Whether the string is changed in place, which values of the environment do not allow. */
function isChanged(at: Node, text: string): boolean {
  const { parent } = at;
  if (/^#.*frozen_string_literal: true/m.test(text)) return false;
  if (parent?.type === 'call' && isField(parent, 'receiver', at))
    return changing.test(parent.childForFieldName('method')?.text ?? '');
  if (parent?.type === 'binary' && isField(parent, 'left', at))
    return parent.childForFieldName('operator')?.type === '<<';
  const name = parent?.type === 'assignment' ? parent.childForFieldName('left')?.text : undefined;
  if (name === undefined || !/^[@$]{0,2}\w+$/.test(name)) return false;
  const used = new RegExp(`(?<![\\w@$.])${name.replaceAll('$', '\\$')}(?: *(<<)|\\.(\\w+!?))`, 'g');
  return Array.from(text.matchAll(used)).some(([, append, method = '']) => append ?? changing.test(method));
}

/** Text for double quotes: what would be read as an escape or an interpolation is written as itself. */
const escaped = (plain: string): string => plain.replaceAll('\\', '\\\\').replace(/#(?=[{$@])/g, '\\#');

/** Quotes around a string that was written with single ones: `%(…)` where it has many of the double ones. */
function doubleQuotes(parts: readonly Part[]): readonly [string, string] {
  const raw = parts.map((part) => ('raw' in part ? part.raw : '')).join('');
  if (!raw.includes('"')) return ['"', '"'];
  let depth = 0;
  for (const [bracket] of raw.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? ['%(', ')'] : ['"', '"'];
}
