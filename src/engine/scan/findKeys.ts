import type { Detector, FoundKind, KeyKind } from '../detectors/detector';
import { looksRandom, placeholderReason } from '../detectors/placeholder';
import type { Span } from '../text/span';

/** A key in a text. */
export interface FoundKey {
  /** The provider's id; null where it is known by no provider's format. */
  readonly provider: string | null;
  readonly kind: FoundKind;
  /** The public part it begins with; empty where there is none. */
  readonly prefix: string;
  readonly span: Span;
  /** The value may be guessable: no hash of it may be told. */
  readonly guessable?: boolean;
  /** Why it is taken for a key, one clause each; never a character of the value. */
  readonly reasons: readonly string[];
}

/** Hears of what has a key's form and is none, and why. */
export type Rejected = (key: FoundKey, because: string) => void;

/** Finds every key of a text, in order, without overlaps. Exchangeable: this is the simple reference. */
export type KeyFinder = (text: string, rejected?: Rejected) => readonly FoundKey[];

interface Entry {
  readonly prefix: string;
  readonly provider: Detector;
  readonly kind: KeyKind;
  /** The characters of the body, sticky, as long a run as there is. */
  readonly run: RegExp;
}

/**
 * One alternation over all prefixes finds where a key may begin; then the body is the longest run of the kind's
 * alphabet and the kind judges it. Fixed lengths in the expression were dropped: providers change them, and a
 * maximal run gives the exact span. Time is linear: a prefix inside a run fails at its left edge, unread.
 */
export function createKeyFinder(detectors: readonly Detector[]): KeyFinder {
  const entries: Entry[] = detectors
    .flatMap((provider) =>
      provider.kinds.flatMap((kind) => {
        const run = new RegExp(`[${escapeClass(kind.alphabet)}]{0,${longestRun(kind)}}`, 'y');
        return kind.prefixes.map((prefix) => ({ prefix, provider, kind, run }));
      }),
    )
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const prefixes = new RegExp(anyOf(entries.map(({ prefix }) => prefix)), 'g');
  const byHead = new Map<string, Entry[]>();
  for (const entry of entries) {
    const head = entry.prefix.slice(0, headLength);
    byHead.set(head, [...(byHead.get(head) ?? []), entry]);
  }

  return (text, rejected) => {
    const found: FoundKey[] = [];
    let end = 0;
    for (const { index } of text.matchAll(prefixes)) {
      if (index < end || !isLeftEdge(text, index)) continue;
      const key = keyAt(byHead.get(text.slice(index, index + headLength)) ?? [], text, index, rejected);
      if (key === undefined) continue;
      found.push(key);
      end = key.span.end;
    }
    return found;
  };
}

/** The longest prefix that stands at `start` and whose kind accepts what follows. */
function keyAt(
  entries: readonly Entry[],
  text: string,
  start: number,
  rejected: Rejected | undefined,
): FoundKey | undefined {
  for (const { prefix, provider, kind, run } of entries) {
    if (!text.startsWith(prefix, start)) continue;
    run.lastIndex = start + prefix.length;
    const body = withoutFinalDots(run.exec(text)?.[0] ?? '');
    const end = start + prefix.length + body.length;
    if (/[0-9A-Za-z]/.test(text[end] ?? '')) continue; // a longer word than any key of this kind
    if (!kind.accepts(body)) continue;
    const why = [`it begins with ${prefix}`, `${body.length} random characters follow`];
    const isRight = kind.checksum?.(body);
    if (isRight !== undefined)
      why.push(isRight ? 'its checksum is right' : 'its checksum is wrong, as in a sample');
    const key = { provider: provider.id, kind, prefix, span: { start, end }, reasons: why };
    const because = isRight === true ? undefined : noKeyBecause(body, text, start, end);
    if (because === undefined) return key;
    rejected?.(key, because);
  }
  return undefined;
}

function noKeyBecause(body: string, text: string, start: number, end: number): string | undefined {
  const placeholder = placeholderReason(body);
  if (placeholder !== undefined) return placeholder;
  if (!looksRandom(body)) return 'it is not random';
  if (/^(?:\.{3}|…|\*{3})/.test(text.slice(end, end + 3))) return 'it is cut off';
  return isInBase64(text, start, end) ? 'it is a part of base64 text' : undefined;
}

/** Whether a run of base64 goes on at either end: a prefix of four letters stands in every picture. */
function isInBase64(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (!/[+/]/.test(before) && !/[+/]/.test(after)) return isBase64Line(text, start, end);
  const left = /[\w+/=\r\n]*$/.exec(text.slice(Math.max(0, start - base64Reach), start))?.[0] ?? '';
  const right = /^[\w+/=\r\n]*/.exec(text.slice(end, end + base64Reach))?.[0] ?? '';
  return left.length + right.length >= 40 && /\+/.test(left + right);
}

const base64Reach = 200;

/** Whether it is one line among lines of base64: the line above or below is as long, and more of the same. */
function isBase64Line(text: string, start: number, end: number): boolean {
  const isLine =
    /(?:^|\n)$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:\r?\n|$)/.test(text.slice(end, end + 2));
  if (!isLine) return false;
  const above =
    text
      .slice(Math.max(0, start - base64Reach), start)
      .trimEnd()
      .split(/\r?\n/)
      .at(-1) ?? '';
  const below =
    text
      .slice(end, end + base64Reach)
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? '';
  return [above, below].some(
    (line) =>
      line.length === end - start && /^[\w+/]+$/.test(line) && !line.startsWith(text.slice(start, start + 4)),
  );
}

/**
 * How much of a run is read. Where a prefix can begin inside the run, as after a dot, an endless one would be read again
 * from each: no key with dots has more than 400 characters, and none with other signs more than 2,100.
 */
const longestRun = ({ alphabet }: KeyKind): string => {
  if (alphabet.includes('.')) return '400';
  return /[^\w-]/.test(alphabet) ? '2100' : '';
};

/** A dot at the end closes a sentence, not a key. */
function withoutFinalDots(run: string): string {
  let end = run.length;
  while (run[end - 1] === '.') end--;
  return run.slice(0, end);
}

/** A key begins where no word goes on, or right after an escape such as `\n`, `\"`, `\u0022` or `%22`, a terminal's
 * colour, a mark of emphasis or comment (`_key_`, `<!--key`), or as a shell's default: `${X:-key}`. */
function isLeftEdge(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 6), index);
  return (
    !/[\w-]$/.test(before) ||
    /(?:^|[^\w-])(?:_{1,2}|-{1,2})$|<!--$|:-$|\$\{\w*-$|\[[\d;]*m$|(?:^|\s)-[a-z]$/.test(before) ||
    /(?:\\(?:[abfnrtv0]|x[0-9a-f]{2}|u[0-9a-f]{4})|%[0-9a-f]{2})$/i.test(before)
  );
}

/** No prefix is shorter. */
const headLength = 2;

/**
 * An expression for any of the prefixes, as a tree of their beginnings behind a look at two characters: an engine that
 * tries one literal after the other reads every place hundreds of times.
 */
export function anyOf(prefixes: readonly string[]): string {
  const classOf = (at: number): string =>
    `[${[...new Set(prefixes.map((prefix) => escapeClass(prefix[at] ?? '')))].join('')}]`;
  return `(?=${classOf(0)}${classOf(1)})${branches(prefixes)}`;
}

function branches(words: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const [first = ''] = word;
    const rest = groups.get(first) ?? [];
    rest.push(word.slice(first.length));
    groups.set(first, rest);
  }
  // A word that ends here makes longer ones optional: which one it is, `keyAt` decides.
  if (groups.has('')) return '';
  const parts = Array.from(groups, ([first, rest]) => escapeText(first) + branches(rest));
  return parts.length === 1 ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
}

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const escapeClass = (alphabet: string): string => alphabet.replace(/[\]\\^-]/g, '\\$&');
