import type { Detector, FoundKind, KeyKind } from '../detectors/detector';
import { looksRandom, placeholderReason } from '../detectors/placeholder';
import { t } from '../text/l10n';
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
  /** What tells a guessable value from others of its file: what encloses it, without the value. */
  readonly name?: string;
  /** Why it is taken for a key, one clause each; never a character of the value. */
  readonly reasons: readonly string[];
}

/** Hears of what has a key's form and is none, and why. */
export type Rejected = (key: FoundKey, because: string) => void;

export interface FindOptions {
  readonly rejected?: Rejected | undefined;
  /** Where a key's prefix may stand, in order; everywhere if left out. What follows it, and its surroundings, are read in any case. */
  readonly within?: readonly Span[] | undefined;
}

/** Finds every key of a text, in order, without overlaps. */
export type KeyFinder = (text: string, options?: FindOptions) => readonly FoundKey[];

/** The same, each key when it is asked for: who needs one, or no more than so many, reads no further. */
export type LazyFinder = (text: string) => Iterable<FoundKey>;

/** Whether there is one of what is found when it is asked for. */
export const isAny = (found: Iterable<FoundKey>): boolean => {
  for (const _ of found) return true;
  return false;
};

/** A prefix and the kind that begins with it. */
export interface PrefixedKind {
  readonly prefix: string;
  /** The provider's id. */
  readonly provider: string;
  readonly kind: Pick<KeyKind, keyof FoundKind | 'alphabet' | 'accepts' | 'checksum'>;
}

/** What begins keys. */
export interface KeyPrefixes {
  /** An expression for any prefix. */
  readonly any: string;
  /** The first two characters of each. */
  readonly heads: readonly string[];
  /** What begins with such a head, the longest prefix first. */
  readonly with: (head: string) => readonly PrefixedKind[];
}

export function keyPrefixes(detectors: readonly Detector[]): KeyPrefixes {
  const byHead = new Map<string, PrefixedKind[]>();
  for (const { id: provider, kinds } of detectors)
    for (const kind of kinds)
      for (const prefix of kind.prefixes) {
        const head = prefix.slice(0, headLength);
        const others = byHead.get(head);
        if (others === undefined) byHead.set(head, [{ prefix, provider, kind }]);
        else others.push({ prefix, provider, kind });
      }
  for (const those of byHead.values()) those.sort((a, b) => b.prefix.length - a.prefix.length);
  return {
    any: anyOf(detectors.flatMap(({ kinds }) => kinds.flatMap(({ prefixes }) => prefixes))),
    heads: [...byHead.keys()],
    with: (head) => byHead.get(head) ?? [],
  };
}

/**
 * One alternation over all prefixes finds where a key may begin; then the body is the longest run of the kind's
 * alphabet and the kind judges it. Fixed lengths in the expression were dropped: providers change them, and a
 * maximal run gives the exact span. Time is linear: a prefix inside a run fails at its left edge, unread.
 */
export function createKeyFinder(prefixes: KeyPrefixes): KeyFinder {
  const anywhere = new RegExp(prefixes.any, 'g');
  const runs = new Map<string, RegExp>();
  /** The characters of a kind's body, sticky, as long a run as there is: most are written with one of a few alphabets. */
  const runOf = ({ alphabet }: PrefixedKind['kind']): RegExp => {
    const run =
      runs.get(alphabet) ?? new RegExp(`[${escapeClass(alphabet)}]{0,${longestRun(alphabet)}}`, 'y');
    runs.set(alphabet, run);
    return run;
  };
  return (text, { rejected, within = [{ start: 0, end: text.length }] } = {}) => {
    const found: FoundKey[] = [];
    let end = 0;
    for (const region of within) {
      const near = text.slice(region.start, region.end);
      anywhere.lastIndex = 0; // `matchAll` would copy the expression for each of thousands of regions
      for (let match = anywhere.exec(near); match !== null; match = anywhere.exec(near)) {
        const index = region.start + match.index;
        if (index < end || !isLeftEdge(text, index)) continue;
        const candidates = prefixes.with(text.slice(index, index + headLength));
        const key = keyAt(candidates, runOf, text, index, rejected);
        if (key === undefined) continue;
        found.push(key);
        end = key.span.end;
      }
    }
    return found;
  };
}

/** The longest prefix that stands at `start` and whose kind accepts what follows. */
function keyAt(
  candidates: readonly PrefixedKind[],
  runOf: (kind: PrefixedKind['kind']) => RegExp,
  text: string,
  start: number,
  rejected: Rejected | undefined,
): FoundKey | undefined {
  for (const { prefix, provider, kind } of candidates) {
    if (!text.startsWith(prefix, start)) continue;
    const run = runOf(kind);
    run.lastIndex = start + prefix.length;
    const body = withoutFinalDots(run.exec(text)?.[0] ?? '');
    const end = start + prefix.length + body.length;
    if (/[0-9A-Za-z]/.test(text[end] ?? '')) continue; // a longer word than any key of this kind
    if (!kind.accepts(body)) continue;
    const why = [t('it begins with {0}', prefix), t('{0} random characters follow', body.length)];
    const isRight = kind.checksum?.(body);
    if (isRight !== undefined)
      why.push(isRight ? t('its checksum is right') : t('its checksum is wrong, as in a sample'));
    const key = { provider, kind, prefix, span: { start, end }, reasons: why };
    const because = isRight === true ? undefined : noKeyBecause(body, text, start, end);
    if (because === undefined) return key;
    rejected?.(key, because);
  }
  return undefined;
}

function noKeyBecause(body: string, text: string, start: number, end: number): string | undefined {
  const placeholder = placeholderReason(body);
  if (placeholder !== undefined) return placeholder;
  if (!looksRandom(body)) return t('it is not random');
  if (/^(?:\.{3}|…|\*{3})/.test(text.slice(end, end + 3))) return t('it is cut off');
  return isInBase64(text, start, end) ? t('it is a part of base64 text') : undefined;
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
const longestRun = (alphabet: string): string => {
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
  let start = index;
  while (start > 0 && index - start < insideWord && isInWord(text.charCodeAt(start - 1))) start--;
  if (start === index) return true;
  if (index - start === insideWord) return false;
  const before = text.slice(Math.max(0, index - insideWord), index);
  return (
    /(?:^|[^\w-])(?:_{1,2}|-{1,2})$|<!--$|:-$|\$\{\w*-$|\[[\d;]*m$|(?:^|\s)-[a-z]$/.test(before) ||
    /(?:\\(?:[abfnrtv0]|x[0-9a-f]{2}|u[0-9a-f]{4})|%[0-9a-f]{2})$/i.test(before)
  );
}

/** Nothing of that has as many characters of words before the key. */
const insideWord = 6;

/** Whether it is a letter, a digit, `_` or `-`. */
const isInWord = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45;

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
  const [only] = words;
  if (only !== undefined && words.length === 1) return escapeText(only);
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const first = word.charAt(0);
    const rest = groups.get(first);
    if (rest === undefined) groups.set(first, [word.slice(1)]);
    else rest.push(word.slice(1));
  }
  // A word that ends here makes longer ones optional: which one it is, `keyAt` decides.
  if (groups.has('')) return '';
  const parts = Array.from(groups, ([first, rest]) => escapeText(first) + branches(rest));
  return parts.length === 1 ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
}

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const escapeClass = (alphabet: string): string => alphabet.replace(/[\]\\^-]/g, '\\$&');
