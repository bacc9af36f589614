import type { Node } from 'web-tree-sitter';
import { isRefusal, type Refusal } from '../model/fix';
import { enclosing, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { contains, type Span } from '../text/span';
import type { Program, RefusedKeys, Site, SiteKey } from './rewriter';

/** A string literal of a program. */
export interface StringLiteral {
  readonly node: Node;
  /** What stands between the quotes. */
  readonly content: Span;
}

/** A piece of a literal: text as it is written between its quotes, or a lookup. */
export type Part = { readonly raw: string } | { readonly lookup: string };

/** How an expression is replaced at its place. */
export interface Placement {
  /** More than the expression goes: a fallback goes with the lookup before it. */
  readonly span?: Span;
  /** The variable that is read there already. */
  readonly name?: string;
  /** What the place makes of the lookup or the text with lookups in it: braces, brackets, another type. */
  readonly wrap?: (code: string, names: readonly string[]) => string;
  /** What has to change elsewhere; `code` is the lookup, or the text with lookups in it. */
  readonly also?: (code: string, names: readonly string[]) => readonly TextEdit[];
  readonly needs?: readonly string[];
}

/** What a language says of its literals; `rewriteLiterals` does the rest. */
export interface LiteralRules {
  /** Types of nodes that are comments. */
  readonly comments: ReadonlySet<string>;
  /** Types of nodes that are string literals of any form. */
  readonly strings: ReadonlySet<string>;
  /** What stands between the quotes; or why a literal of this form is not replaced. */
  literal(node: Node): StringLiteral | Refusal;
  /** The operands of an expression that does nothing but join strings (`a + b`, adjacent literals), else undefined. */
  joined(node: Node): readonly Node[] | undefined;
  /** Whether an expression may be replaced where it stands, and what that takes. `whole`: by a lookup and nothing else. */
  place(expression: Node, whole: boolean): Placement | Refusal;
  /** The expression that reads a variable. */
  lookup(name: string, expression: Node): string;
  /** The literal with lookups in it, as an expression that may stand where the literal stood. */
  embed(parts: readonly Part[], literal: StringLiteral): string | Refusal;
  /** What a lookup relies on: `['os']`. */
  readonly needs: readonly string[];
  /** The value that text between quotes has; undefined where it cannot be told. Absent: text with a backslash is refused. */
  unescape?(raw: string, literal: StringLiteral): string | undefined;
}

/** Finds the literal, or the joined literals, of each key, and what is put there. Keys of one literal go together. */
export function rewriteLiterals(
  program: Program,
  rules: LiteralRules,
  keys: readonly Span[],
): readonly (Site | RefusedKeys)[] {
  const result: (Site | RefusedKeys)[] = [];
  /** By the literal that holds them. */
  const groups = new Map<number, { readonly literal: StringLiteral; readonly keys: Span[] }>();
  for (const key of keys) {
    const found = literalOf(program, rules, key);
    if (isRefusal(found)) {
      result.push({ ...found, keys: [key] });
    } else if (key.end > found.content.end) {
      result.push(joinedSite(program, rules, found, key));
    } else {
      const group = groups.get(found.node.id);
      if (group === undefined) groups.set(found.node.id, { literal: found, keys: [key] });
      else group.keys.push(key);
    }
  }
  for (const { literal, keys: inside } of groups.values()) {
    inside.sort((a, b) => a.start - b.start);
    result.push(literalSite(program, rules, literal, inside));
  }
  return nested(program, result);
}

/** A literal inside of another one, in its interpolation, is replaced together with that. */
function nested({ text }: Program, all: readonly (Site | RefusedKeys)[]): readonly (Site | RefusedKeys)[] {
  const result: (Site | RefusedKeys)[] = [];
  const outerOf = new Map<Site, Site>();
  const sites = all.filter((one): one is Site => !isRefusal(one));
  for (const inner of sites) {
    const outer = sites.find((one) => isWider(one.span, inner.span) && contains(one.span, inner.span));
    if (outer !== undefined) outerOf.set(inner, outer);
  }
  for (const one of all) {
    if (isRefusal(one)) {
      result.push(one);
      continue;
    }
    if (outerOf.has(one)) continue;
    const inside = sites.filter((site) => outerOf.get(site) === one);
    result.push(inside.reduce((outer, inner) => together(text, outer, inner), one));
  }
  return result;
}

const isWider = (a: Span, b: Span): boolean => a.end - a.start > b.end - b.start;

function together(text: string, outer: Site, inner: Site): Site {
  const before = text.slice(inner.span.start, inner.span.end);
  const own = outer.keys.length;
  return {
    span: outer.span,
    keys: [...outer.keys, ...inner.keys],
    text: (names) => outer.text(names.slice(0, own)).replace(before, () => inner.text(names.slice(own))),
    also: (names) => [...outer.also(names.slice(0, own)), ...inner.also(names.slice(own))],
    needs: [...outer.needs, ...inner.needs],
  };
}

function literalOf({ root }: Program, rules: LiteralRules, key: Span): StringLiteral | Refusal {
  const node = root.descendantForIndex(key.start, Math.min(key.start + 1, key.end));
  if (node === null) return { refused: t('The key is not inside a string literal.') };
  if (enclosing(node, rules.comments) !== undefined)
    return { refused: t('The key is in a comment. Delete it there.') };
  const string = enclosing(node, rules.strings);
  if (string === undefined)
    return {
      refused:
        enclosing(node, broken) === undefined
          ? t('The key is not inside a string literal.')
          : t('The code around the key could not be read. Move it by hand.'),
    };
  const literal = rules.literal(string);
  if (isRefusal(literal)) return literal;
  const { content } = literal;
  if (key.start < content.start || key.start >= content.end)
    return { refused: t('The key is not inside a string literal.') };
  return literal;
}

const broken = new Set(['ERROR']);

function literalSite(
  { text }: Program,
  rules: LiteralRules,
  literal: StringLiteral,
  keys: readonly Span[],
): Site | RefusedKeys {
  const { node, content } = literal;
  const refuse = (refused: string): RefusedKeys => ({ refused, keys });
  const values: SiteKey[] = [];
  for (const key of keys) {
    const value = plainValue(rules, text.slice(key.start, key.end), literal);
    if (value === undefined)
      return refuse(
        t('The literal is written with escapes that Keystow does not read. Move the key by hand.'),
      );
    values.push({ key, value });
  }
  const [first] = keys;
  const whole = keys.length === 1 && first?.start === content.start && first.end === content.end;
  const placed = rules.place(node, whole);
  if (isRefusal(placed)) return refuse(placed.refused);
  return finished(rules, spanOf(node), values, placed, (names) => {
    if (whole) return rules.lookup(names[0] ?? '', node);
    const parts: Part[] = [];
    let at = content.start;
    keys.forEach((key, index) => {
      if (key.start > at) parts.push({ raw: text.slice(at, key.start) });
      parts.push({ lookup: names[index] ?? '' });
      at = key.end;
    });
    if (at < content.end) parts.push({ raw: text.slice(at, content.end) });
    return rules.embed(parts, literal);
  });
}

/** A key that goes over several literals: the expression that joins them becomes one lookup. */
function joinedSite(
  { text, root }: Program,
  rules: LiteralRules,
  first: StringLiteral,
  key: Span,
): Site | RefusedKeys {
  const refuse = (refused: string): RefusedKeys => ({ refused, keys: [key] });
  const inPieces = t('The key is put together from pieces. Write it as one string first.');
  const around = root.descendantForIndex(key.start, key.end);
  let expression: Node | null = around;
  while (expression !== null && rules.joined(expression) === undefined) {
    if (expression.startIndex < key.start - 200 || expression.endIndex > key.end + 200)
      return refuse(inPieces);
    expression = expression.parent;
  }
  if (expression === null) return refuse(inPieces);
  const operands = flatten(rules, expression);
  let [before, value, after] = ['', '', ''];
  for (const operand of operands) {
    const literal = rules.strings.has(operand.type) ? rules.literal(operand) : undefined;
    const within = operand.endIndex > key.start && operand.startIndex < key.end;
    if (literal === undefined || isRefusal(literal)) return refuse(inPieces);
    const { content } = literal;
    const raw = text.slice(content.start, content.end);
    if (plainValue(rules, raw, literal) !== raw) return refuse(inPieces);
    if (!within) {
      if (operand.endIndex <= key.start) before += raw;
      else after += raw;
      continue;
    }
    const [start, end] = [Math.max(content.start, key.start), Math.min(content.end, key.end)];
    before += text.slice(content.start, start);
    value += text.slice(start, end);
    after += text.slice(end, content.end);
  }
  const whole = before === '' && after === '';
  const placed = rules.place(expression, whole);
  if (isRefusal(placed)) return refuse(placed.refused);
  return finished(rules, spanOf(expression), [{ key, value }], placed, ([name = '']) => {
    if (whole) return rules.lookup(name, expression);
    const parts: Part[] = [{ raw: before }, { lookup: name }, { raw: after }];
    return rules.embed(
      parts.filter((part) => !('raw' in part) || part.raw !== ''),
      first,
    );
  });
}

function finished(
  rules: LiteralRules,
  span: Span,
  keys: readonly SiteKey[],
  placed: Placement,
  code: (names: readonly string[]) => string | Refusal,
): Site | RefusedKeys {
  // Whether the parts can be written at all does not depend on the names.
  const trial = code(keys.map(() => 'X'));
  if (typeof trial !== 'string') return { ...trial, keys: keys.map(({ key }) => key) };
  const wrap = placed.wrap ?? ((inner) => inner);
  const written = (names: readonly string[]): string => {
    const result = code(names);
    return typeof result === 'string' ? result : trial;
  };
  return {
    span: placed.span ?? span,
    keys: placed.name === undefined ? keys : keys.map((key) => ({ ...key, name: placed.name ?? '' })),
    text: (names) => wrap(written(names), names),
    also: (names) => placed.also?.(written(names), names) ?? [],
    needs: [...rules.needs, ...(placed.needs ?? [])],
  };
}

const plainValue = (rules: LiteralRules, raw: string, literal: StringLiteral): string | undefined =>
  rules.unescape === undefined ? (raw.includes('\\') ? undefined : raw) : rules.unescape(raw, literal);

/** The strings that an expression joins, whatever brackets and operators they stand in. */
function flatten(rules: LiteralRules, node: Node): readonly Node[] {
  return rules.joined(node)?.flatMap((operand) => flatten(rules, operand)) ?? [node];
}

/** Why a key stays in a line that sets a variable from it; the name is empty where it is not known. */
export const setsVariable = (name: string): Refusal => ({
  refused:
    name === ''
      ? t('This line sets the environment variable. Set it in .env and delete the line.')
      : t('This line sets the environment variable {0}. Set it in .env and delete the line.', name),
});
