import { t } from '../text/l10n';
import { matchesOf } from '../text/matchesOf';
import { once } from '../text/once';
import type { Span } from '../text/span';
import type { FoundKey, KeyFinder } from './findKeys';
import type { Unread } from './readInPart';

/** A literal of what keys are made of, with the quotes that it is written with, also escaped. */
const literal = /\\?(["'`])(?:[A-Za-z]{1,12} )?([\w\-+/=.:%]{2,300})\\?\1/y;
const nearLiteral = new RegExp(literal.source);
/** Characters of the longest. */
const literalLimit = 317;

/** How far apart pieces may stand, in UTF-16 code units, and how many there are. */
const gapLimit = 60;
const pieceLimit = 40;
/** How often the whole text is asked whether two literals are put together: many keys beside each other are a list. */
const askedLimit = 200;
/** Literals of one text that begin as a key does and are looked into. */
const openingLimit = 10_000;
/** Joined with something in between. */
const joinedByText = /^\s*[\])]*\s*\.join\(\s*["'`][^"'`]/;

/**
 * Finds keys whose pieces stand in literals that follow each other, however the code puts them together: names that
 * are added, `format` and `sprintf`, `concat!`, `append`, `implode`, a list that is joined later. A first piece begins
 * as a key does and is none alone; the gaps are alike, apart from names; and together they are a key, which chance does not make.
 * Each is found when it is asked for.
 */
export function* findAssembledKeys(
  text: string,
  beginsKey: RegExp,
  find: KeyFinder,
  unread?: Unread,
): Iterable<FoundKey> {
  let end = 0;
  let asked = 0;
  let opened = 0;
  for (const { index } of matchesOf(openingOf(beginsKey), text)) {
    if (index < end) continue;
    if (++opened > openingLimit) {
      unread?.();
      break;
    }
    const assembled = assembledAt(
      text,
      index,
      beginsKey,
      find,
      (first, next) => ++asked <= askedLimit && isPutTogether(text, first, next),
    );
    if (assembled === undefined) continue;
    yield assembled.key;
    end = assembled.end;
  }
}

/**
 * The key whose first piece is the literal at `index`, and where its last literal ends.
 *
 * @param goesOn whether the code says that a literal which is a key alone goes on in the next one.
 */
export function assembledAt(
  text: string,
  index: number,
  beginsKey: RegExp,
  find: KeyFinder,
  goesOn: (first: Piece, next: Piece) => boolean = () => true,
): { readonly key: FoundKey; readonly end: number } | undefined {
  const pieces = piecesFrom(text, index);
  const first = pieces.next().value;
  if (first === undefined || !beginsKey.test(first.content)) return undefined;
  const next = pieces.next().value;
  if (next === undefined || beginsKey.test(next.content)) return undefined; // a list of prefixes is no key
  // What is a key alone is left alone, unless the code says that it goes on.
  if (find(first.content).length > 0 && !goesOn(first, next)) return undefined;
  const assembled = assemble(text, [first, next], pieces, beginsKey, find);
  if (assembled === undefined) return undefined;
  const { key, last } = assembled;
  const span: Span = { start: first.start, end: last.end };
  const reasons = [t('it is put together from several literals'), ...key.reasons];
  return { key: { ...key, span, reasons }, end: last.outerEnd };
}

/** The literal that begins at a place, and those that follow it closely; each is read when it is asked for. */
export function* piecesFrom(text: string, at: number): Generator<Piece, undefined> {
  literal.lastIndex = at;
  let match = literal.exec(text);
  let from = at;
  for (let count = 0; match !== null && count < pieceLimit; count++) {
    const [whole, , content = ''] = match;
    const outer = from + (count === 0 ? 0 : match.index);
    const start = outer + whole.lastIndexOf(content);
    from = outer + whole.length;
    yield { content, start, end: start + content.length, outer, outerEnd: from };
    match = nearLiteral.exec(text.slice(from, from + gapLimit + literalLimit));
    if (match !== null && match.index > gapLimit) return undefined;
  }
  return undefined;
}

/** A quote behind which a key begins: in most texts there is none, and no literal has to be read. */
export function openingOf(beginsKey: RegExp): RegExp {
  const known = openings.get(beginsKey);
  if (known !== undefined) return known;
  const made = new RegExp(`["'\`](?:[A-Za-z]{1,12} )?(?:${beginsKey.source.slice(1)})`, 'g');
  openings.set(beginsKey, made);
  return made;
}

const openings = new WeakMap<RegExp, RegExp>();

/** A piece of a key and a variable in one template: `sk-…${tail}`, `${head}…`, `f"sk-…{tail}"`, `"$HEAD…"`. */
export const templates =
  /(["'`])(?:([\w\-+/=.:%]{3,300})\$?\{(\w{1,40})\}|\$?\{(\w{1,40})\}([\w\-+/=.:%]{3,300}))\1/g;
/** Templates of one text with a variable that is given a literal. */
const templateLimit = 10_000;

/** Finds keys of which one part stands in a template and the other in a variable of the same text, each when it is asked for. */
export function* findTemplateKeys(
  text: string,
  beginsKey: RegExp,
  find: KeyFinder,
  unread?: Unread,
): Iterable<FoundKey> {
  if (!text.includes('{')) return;
  const given = once(() => literalsIn(text));
  let looked = 0;
  for (const match of matchesOf(templates, text)) {
    const [whole, , head, tailName, headName, tail] = match;
    if (head !== undefined && !beginsKey.test(head)) continue;
    const variable = given().get(tailName ?? headName ?? '');
    if (variable === undefined) continue;
    if (++looked > templateLimit) {
      unread?.();
      break;
    }
    const value = head === undefined ? variable.value + (tail ?? '') : head + variable.value;
    const [key] = find(value);
    if (key?.span.start !== 0 || key.span.end !== value.length) continue;
    // From one part to the other: neither is a key that could be moved.
    const at = match.index + whole.lastIndexOf(head ?? tail ?? '');
    const span = {
      start: Math.min(at, variable.start),
      end: Math.max(at + (head ?? tail ?? '').length, variable.start + variable.value.length),
    };
    yield { ...key, span, reasons: [t('the rest of it is in a variable'), ...key.reasons] };
  }
}

/** What is assigned, where it may be a part of a key. */
export const assigned = /=(?=\s*["'`]([\w\-+/=.:%]{3,300})["'`])/g;

/** Characters from a variable to what assigns, and those of its name. */
const assignedReach = 40;
const nameLimit = 40;

/** The literals that variables are given, by their names: of each the first. */
function literalsIn(text: string): ReadonlyMap<string, { readonly value: string; readonly start: number }> {
  const literals = new Map<string, { readonly value: string; readonly start: number }>();
  for (const { index, 1: value = '' } of matchesOf(assigned, text)) {
    const before = text.slice(Math.max(0, index - assignedReach - nameLimit - 1), index);
    const lead = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('=')) + 1);
    const start = text.indexOf(value, index + 1);
    for (const { index: at, 0: name } of lead.matchAll(/\w+/g))
      if (lead.length - at - name.length <= assignedReach && !literals.has(name))
        literals.set(name, { value, start });
  }
  return literals;
}

/** A call that puts its arguments together, up to the first of them. */
const puttingCall =
  /\b(?:format|concat|append|implode|paste0?|s?printf|Sprintf|[Jj]oin|Concat)\b[!(\s"'`%s{}[\],\w]{0,30}$/;
const binding = /([A-Za-z_$][\w$]*)[^\w$\n=]*(?::[^=\n]{1,30})?:?=\s*[rfbu]?\\?["'`]$/;

/** Whether two literals are the arguments of such a call, or the names that they are given are added somewhere. */
function isPutTogether(text: string, first: Piece, next: Piece): boolean {
  const before = (piece: Piece): string => text.slice(Math.max(0, piece.start - gapLimit), piece.start);
  if (puttingCall.test(before(first).replace(/\\?["'`]$/, ''))) return true;
  const [a, b] = [first, next].map((piece) => binding.exec(before(piece))?.[1]);
  if (a === undefined || b === undefined) return false;
  const [one, other] = [a, b].map((name) => name.replaceAll('$', '\\$'));
  return new RegExp(
    `(?<![\\w$])${one}\\s*(?:\\+|\\.{1,2}|<>|~|&)\\s*\\$?${other}(?![\\w$])|\\{${one}\\}\\$?\\{${other}\\}`,
  ).test(text);
}

export interface Piece extends Span {
  readonly content: string;
  readonly outer: number;
  readonly outerEnd: number;
}

function* chained<T>(one: T, others: Iterable<T>): Generator<T> {
  yield one;
  yield* others;
}

/** The key that the most of the pieces make, from the first on, and the last of them. */
function assemble(
  text: string,
  [first, next]: readonly [Piece, Piece],
  rest: Iterable<Piece>,
  beginsKey: RegExp,
  find: KeyFinder,
): { readonly key: FoundKey; readonly last: Piece } | undefined {
  let best: { readonly key: FoundKey; readonly last: Piece } | undefined;
  let value = first.content;
  let before = first;
  let firstGap: string | undefined;
  for (const piece of chained(next, rest)) {
    const gap = text.slice(before.outerEnd, piece.outer);
    before = piece;
    if (beginsKey.test(piece.content)) break; // a list of prefixes is no key
    const shape = gap.replace(/[A-Za-z_$]\w*|\d+|\s+/g, ' ');
    firstGap ??= shape;
    if (shape !== firstGap) break;
    value += piece.content;
    const [key] = find(value);
    if (key?.span.start !== 0 || key.span.end !== value.length) continue;
    if (!joinedByText.test(text.slice(piece.outerEnd, piece.outerEnd + gapLimit)))
      best = { key, last: piece };
  }
  return best;
}
