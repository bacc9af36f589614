import { mayNameSecret } from '../analysers/mayNameSecret';
import { assembledAt } from '../scan/findAssembledKeys';
import { decodedRun } from '../scan/findEncodedKeys';
import { findGenericKeys, mayBeNamed } from '../scan/findGenericKeys';
import { createKeyFinder, type KeyFinder } from '../scan/findKeys';
import type { KeyForms } from '../scan/keyForms';
import { marksOf } from '../scan/mayHoldAnyKey';
import { createRunJudge } from '../scan/mayHoldKey';
import { once } from '../text/once';
import type { Span } from '../text/span';
import { kinds, needsOf } from './filterMemory';

/** Looks at what the module has put down. */
export interface NoteJudge {
  /** Whether the bytes hold one of the marks, and may name a secret. */
  mayName(marks: readonly string[], data: number, length: number): boolean;
  isAny(found: Uint32Array, data: number, length: number): boolean;
}

export function createNoteJudge(forms: KeyForms, textOf: (start: number, end: number) => string): NoteJudge {
  const marks = marksOf(forms);
  const byPrefix = createKeyFinder(marks.prefixes);
  const beginsKey = new RegExp(`^${marks.prefixes.any}`);
  const begins = new RegExp(`^["'\`](?:[A-Za-z]{1,12} )?${marks.prefixes.any}`);
  const runs = createRunJudge(marks, byPrefix);
  /** What holds what may be a key is one as a whole: the forms alone do not tell where it ends. */
  const likeKey: KeyFinder = (text) =>
    byPrefix(text)
      .slice(0, 1)
      .map((key) => ({ ...key, span: { start: 0, end: text.length } }));
  const isEnclosed = (text: string): boolean =>
    marks.enclosed.some(
      ({ needs, pattern }) => (needs === undefined || text.includes(needs)) && text.search(pattern) >= 0,
    );
  const needed = new RegExp(needsOf(forms).map(escaped).join('|'));

  return {
    mayName(marks, data, length) {
      const text = textOf(data, data + length);
      return marks.some((mark) => text.includes(mark)) && mayNameSecret(text, true);
    },
    isAny(found, data, length) {
      const around = (at: number, end: number, before: number, after: number): Window =>
        windowOf(textOf, data, length, at, end, before, after);
      for (let index = 0; index < found.length; index += 3) {
        const kind = found[index] ?? 0;
        const start = found[index + 1] ?? 0;
        const end = found[index + 2] ?? 0;
        if (isWorth(kind, start, end, around)) return true;
      }
      return false;
    },
  };

  function isWorth(
    kind: number,
    start: number,
    end: number,
    around: (start: number, end: number, before: number, after: number) => Window,
  ): boolean {
    if ((kind & kinds.whole) !== 0) return true;
    if ((kind & (kinds.marked | kinds.value | kinds.encoded | kinds.odd)) !== 0) {
      const { text, span, isBroken } = around(start, end, 256, 16);
      if (isBroken) return true;
      const run = text.slice(span.start, span.end);
      const wide = once(() => around(start, end, 640, 640));
      const hasMark = ({ text, span }: Window): boolean => runs.hasMark(text, [span]);
      // What stands further away may only speak against a key.
      if ((kind & kinds.marked) !== 0 && hasMark({ text, span, isBroken }) && hasMark(wide())) return true;
      if ((kind & kinds.encoded) !== 0 && decodedRun(run) !== undefined) return true;
      if ((kind & kinds.value) !== 0 && (runs.hasForm(text, span) || isNamed(text, span))) return true;
      return ((kind & kinds.odd) !== 0 || needed.test(run)) && isEnclosed(wide().text);
    }
    if ((kind & kinds.opening) !== 0) {
      const first = around(start, end, 0, 80);
      if (first.isBroken) return true;
      if (!begins.test(first.text)) return false;
      return assembledAt(around(start, end, 0, assembledReach).text, 0, beginsKey, likeKey) !== undefined;
    }
    const { text, isBroken } = around(start, end, reachOf(kind), reachOf(kind));
    if (isBroken) return true;
    return (kind & (kinds.address | kinds.password)) !== 0 ? isEnclosed(text) : runs.isJoined(text);
  }
}

const isNamed = (text: string, run: Span): boolean =>
  mayBeNamed(text, run) && findGenericKeys(text, [run], () => true).length > 0;

/** Forty pieces, and what may stand between them. */
const assembledReach = 16_000;

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
  data: number,
  length: number,
  start: number,
  end: number,
  before: number,
  after: number,
): Window {
  const from = Math.max(0, start - before);
  const to = Math.min(length, end + after);
  const all = textOf(data + from, data + to);
  if (all.length === to - from)
    return { text: all, span: { start: start - from, end: end - from }, isBroken: all.includes(notUtf8) };
  const lead = textOf(data + from, data + start);
  const own = textOf(data + start, data + end);
  const rest = textOf(data + end, data + to);
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
