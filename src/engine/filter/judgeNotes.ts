import { mayNameSecret } from '../analysers/mayNameSecret';
import { assembledAt, findTemplateKeys } from '../scan/findAssembledKeys';
import { valueIn } from '../scan/findContextKeys';
import { decodedRun } from '../scan/findEncodedKeys';
import { byContextJudge, finders } from '../scan/findEveryKey';
import { findGenericKeys, mayBeNamed } from '../scan/findGenericKeys';
import { isAny } from '../scan/findKeys';
import { inRuns } from '../scan/inRuns';
import { keyForms } from '../scan/keyForms';
import { createRunJudge } from '../scan/mayHoldKey';
import { once } from '../text/once';
import type { Span } from '../text/span';
import { kinds } from './filterMemory';

/** Looks at what the module has put down, as a scan of the whole text would. */
export interface NoteJudge {
  /** Whether the bytes may name a secret. */
  mayName(length: number): boolean;
  /** Whether one of the notes is right: of each its kind, its start and its end. */
  isAny(path: string, length: number, found: Uint32Array): boolean;
  /** Whether a key is put together by a template, or there are too many to tell. */
  hasTemplate(length: number): boolean;
}

/** What is asked of a file's bytes. */
export interface Bytes {
  /** Makes a text of them, from one place to another. */
  textOf(start: number, end: number): string;
  /** How many UTF-16 code units that text has. */
  unitsIn(start: number, end: number): number;
  /** Whether one of these words stands in the first `length` of them, in whatever case. */
  holdsWord(words: readonly string[], length: number): boolean;
}

export function createNoteJudge({ textOf, unitsIn, holdsWord }: Bytes): NoteJudge {
  const { marks, byPrefix, enclosed, beginsKey } = finders();
  const begins = new RegExp(`^["'\`](?:[A-Za-z]{1,12} )?${marks.prefixes.any}`);
  const runs = createRunJudge(marks, byPrefix);
  const needed = new RegExp(
    inRuns(marks.enclosed.map(({ needs }) => needs))
      .map(escaped)
      .join('|'),
  );
  const isEnclosed = (text: string): boolean => isAny(enclosed(text));

  return {
    mayName(length) {
      const text = textOf(0, length);
      return text.includes(notUtf8) || mayNameSecret(text, true);
    },
    hasTemplate(length) {
      let isUnread = false;
      const unread = (): void => {
        isUnread = true;
      };
      return isAny(findTemplateKeys(textOf(0, length), beginsKey, byPrefix, unread)) || isUnread;
    },
    isAny(path, length, found) {
      const around: Around = (start, end, before, after) =>
        windowOf(textOf, length, start, end, before, after);
      const doubtful: Span[] = [];
      for (let index = 0; index < found.length; index += 3) {
        const [kind = 0, start = 0, end = 0] = found.subarray(index, index + 3);
        if ((kind & (kinds.formed | kinds.encoded)) !== 0) doubtful.push({ start, end });
        if (isWorth(kind, start, end, around)) return true;
      }
      return doubtful.length > 0 && isByContext(path, length, doubtful, around);
    },
  };

  /** What has the form of a key and no mark is judged by the whole text, where one of its providers may be named. */
  function isByContext(path: string, length: number, doubtful: readonly Span[], around: Around): boolean {
    const words = new Set<string>();
    let isEncoded = false;
    const formed = doubtful.filter(({ start, end }) => {
      const { text, span, isBroken } = around(start, end, 96, 16);
      if (isBroken) isEncoded = true;
      if (!isBroken && !runs.hasForm(text, span)) return false;
      const value = valueIn(text, span);
      if (value === undefined) isEncoded = true;
      else for (const word of wordsOfForm(text.slice(value.start, value.end))) words.add(word);
      if (decodedRun(text.slice(span.start, span.end)) !== undefined) isEncoded = true;
      return true;
    });
    if (formed.length === 0) return false;
    if (!isEncoded && !isNamedIn(path, words) && !holdsWord([...words], length)) return false;
    const text = textOf(0, length);
    if (text.includes(notUtf8)) return true;
    const spans = text.length === length ? formed : inUnits(formed);
    return byContextJudge.isKey({ path, text }, spans);
  }

  /** Where in a text of other scripts stands what stands in these bytes, which hold none. */
  function inUnits(bytes: readonly Span[]): readonly Span[] {
    let from = 0;
    let units = 0;
    return bytes.map(({ start, end }) => {
      units += unitsIn(from, start);
      from = start;
      return { start: units, end: units + (end - start) };
    });
  }

  function isWorth(kind: number, start: number, end: number, around: Around): boolean {
    if ((kind & kinds.whole) !== 0) return true;
    if ((kind & (kinds.marked | kinds.value | kinds.odd)) !== 0) return isWorthRun(kind, start, end, around);
    if ((kind & (kinds.formed | kinds.encoded)) !== 0) return false;
    if ((kind & kinds.opening) !== 0) {
      const { text, isBroken } = around(start, end, 0, 0);
      return isBroken || (begins.test(text) && assembledAt(text, 0, beginsKey, byPrefix) !== undefined);
    }
    const { text, isBroken } = around(start, end, reachOf(kind), reachOf(kind));
    if (isBroken) return true;
    return (kind & (kinds.address | kinds.password)) !== 0 ? isEnclosed(text) : runs.isJoined(text);
  }

  function isWorthRun(kind: number, start: number, end: number, around: Around): boolean {
    const near = around(start, end, 256, 16);
    if (near.isBroken) return true;
    const wide = once(() => around(start, end, 640, 640));
    const hasMark = ({ text, span }: Window): boolean => runs.hasMark(text, [span]);
    // What stands further away may only speak against a key.
    if ((kind & kinds.marked) !== 0 && hasMark(near) && hasMark(wide())) return true;
    const { text, span } = near;
    if ((kind & kinds.value) !== 0 && isNamed(text, span)) return true;
    const isOdd = (kind & kinds.odd) !== 0 || needed.test(text.slice(span.start, span.end));
    return isOdd && isEnclosed(wide().text);
  }
}

/** What one of stands in the names of those whose keys have the form of a value. */
function wordsOfForm(value: string): readonly string[] {
  kindsOfForm ??= keyForms.inContext.map(([, shape, , words]) => ({ shape: new RegExp(shape), words }));
  return kindsOfForm.flatMap(({ shape, words }) => (shape.test(value) ? words : []));
}

let kindsOfForm: readonly { readonly shape: RegExp; readonly words: readonly string[] }[] | undefined;

const isNamedIn = (path: string, words: ReadonlySet<string>): boolean => {
  const lower = path.toLowerCase();
  return [...words].some((word) => lower.includes(word));
};

type Around = (start: number, end: number, before: number, after: number) => Window;

const isNamed = (text: string, run: Span): boolean =>
  mayBeNamed(text, run) && isAny(findGenericKeys(text, [run], () => true));

/** How many bytes around a place are read, at most three for each UTF-16 code unit that a pattern reaches. */
const reachOf = (kind: number): number => ((kind & (kinds.list | kinds.password)) !== 0 ? 2600 : 640);

/** A part of a file as text, and where in it stands what it was read for. */
interface Window {
  readonly text: string;
  readonly span: Span;
  /** It holds what is no UTF-8. */
  readonly isBroken: boolean;
}

function windowOf(
  textOf: (start: number, end: number) => string,
  length: number,
  start: number,
  end: number,
  before: number,
  after: number,
): Window {
  const from = Math.max(0, start - before);
  const to = Math.min(length, end + after);
  const all = textOf(from, to);
  if (all.length === to - from)
    return { text: all, span: { start: start - from, end: end - from }, isBroken: all.includes(notUtf8) };
  const lead = textOf(from, start);
  const own = textOf(start, end);
  const rest = textOf(end, to);
  return {
    text: lead + own + rest,
    span: { start: lead.length, end: lead.length + own.length },
    // A character that is cut in two stands at the ends.
    isBroken:
      lead.includes(notUtf8, 3) || own.includes(notUtf8) || rest.lastIndexOf(notUtf8, rest.length - 4) >= 0,
  };
}

const notUtf8 = '\ufffd';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
