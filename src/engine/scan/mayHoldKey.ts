import type { Detector, EnclosedPattern } from '../detectors/detector';
import { looksRandom } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
import type { SourceDocument } from '../model/document';
import { longRuns, longRunsAtOnce, runAround } from '../text/runs';
import type { Span } from '../text/span';
import { findAssembledKeys, findTemplateKeys } from './findAssembledKeys';
import { valueIn } from './findContextKeys';
import { findCustomKeys } from './findCustomKeys';
import { decodedRun } from './findEncodedKeys';
import { findGenericKeys } from './findGenericKeys';
import { type KeyFinder, type KeyPrefixes, keyPrefixes } from './findKeys';
import { foldLiterals } from './foldLiterals';

/** What is known of keys before any of them is judged. */
export interface KeyMarks {
  readonly prefixes: KeyPrefixes;
  /** Sources of the shapes of kinds that are told by their context. */
  readonly shapes: readonly string[];
  readonly enclosed: readonly EnclosedPattern[];
}

export const keyMarks = (detectors: readonly Detector[]): KeyMarks => ({
  prefixes: keyPrefixes(detectors),
  shapes: [...new Set(detectors.flatMap(({ inContext = [] }) => inContext.map(({ shape }) => shape.source)))],
  enclosed: detectors.flatMap(({ enclosed = [] }) => enclosed.flatMap(({ patterns }) => patterns)),
});

export interface GateOptions {
  readonly customRules: readonly CustomRule[];
  /** Whether values count that only their names and their randomness tell. */
  readonly generic: boolean;
}

/** Whether a document may hold a key. */
export type KeyGate = (document: Pick<SourceDocument, 'path' | 'text'>, options: GateOptions) => boolean;

/** Judges runs that may be keys by what stands around them, or may be keys in base64. */
export type DoubtJudge = (document: Pick<SourceDocument, 'path' | 'text'>, runs: readonly Span[]) => boolean;

/**
 * The cheap question before the dear one, for thousands of texts of which hardly any holds a key. It never says no
 * where a finder would find something; where it says yes, mostly nothing is found.
 *
 * All but passwords and PEM blocks hold a run of twenty characters or more that keys are written with, or are put
 * together from several literals. So the finders look at such runs and what is right before them, not at the whole.
 *
 * @param judge asked last, of runs that have the form of a key and no mark; without it each of them may be one. It is for
 * a process that asks about few texts and ends: there an expression that reads a whole text is done before a loop is fast.
 */
export function createKeyGate(marks: KeyMarks, byPrefix: KeyFinder, judge?: DoubtJudge): KeyGate {
  const { prefixes, shapes, enclosed } = marks;
  const anyPrefix = new RegExp(prefixes.any);
  const beginsKey = new RegExp(`^${prefixes.any}`);
  const anyShape = new RegExp(shapes.map((shape) => `(?:${shape})`).join('|'));
  const heads = new Uint8Array(128 * 128);
  for (const head of prefixes.heads) heads[head.charCodeAt(0) * 128 + head.charCodeAt(1)] = 1;

  /** Whether a prefix may begin in a run or right before it: where no word goes on, or behind an escape such as `\\n`. */
  const mayBegin = (text: string, from: number, { start, end }: Span): boolean => {
    let before = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (before < 128 && code < 128 && heads[before * 128 + code] === 1) {
        if (at - 1 <= start + nearReach || !isAlphanumeric(text.charCodeAt(at - 2))) return true;
      }
      before = code;
    }
    return false;
  };

  const hasMark = (text: string, run: Span): boolean => {
    const reach = /[:$!%@]/.test(text[run.start - 1] ?? '') ? farReach : nearReach;
    const from = Math.max(0, run.start - reach);
    if (!mayBegin(text, from, run)) return false;
    const around = text.slice(from, run.end + 1);
    return anyPrefix.test(around) && byPrefix(around).length > 0;
  };

  const hasForm = (text: string, run: Span): boolean => {
    const value = valueIn(text, run);
    if (value !== undefined) {
      const content = text.slice(value.start, value.end);
      if (anyShape.test(content) && looksRandom(content)) return true;
    }
    return run.end - run.start >= shortestEncoded && decodedRun(text.slice(run.start, run.end)) !== undefined;
  };

  /** Only what reaches over a gap can be put together; neighbouring gaps may be in one run. */
  const isJoined = (text: string): boolean => {
    const folded = foldLiterals(text);
    let end = -1;
    return (
      folded?.gaps.some((gap) => {
        if (gap < end) return false;
        const run = runAround(folded.text, gap);
        end = run.end;
        const isOver = run.start < gap && gap < run.end && run.end - run.start >= shortest;
        return isOver && (hasMark(folded.text, run) || hasForm(folded.text, run));
      }) === true
    );
  };

  const mayHold = ({ text, runs, marked, opens }: Looked, { customRules, generic }: GateOptions): boolean =>
    marked.some((run) => hasMark(text, run)) ||
    (judge === undefined && runs.some((run) => hasForm(text, run))) ||
    (generic && findGenericKeys(text, runs, () => true).length > 0) ||
    enclosed.some(
      ({ needs, pattern }) => (needs === undefined || text.includes(needs)) && text.search(pattern) >= 0,
    ) ||
    isJoined(text) ||
    (opens && findAssembledKeys(text, beginsKey, byPrefix).length > 0) ||
    findTemplateKeys(text, beginsKey, byPrefix).length > 0 ||
    findCustomKeys(text, customRules).length > 0;

  if (judge === undefined)
    return ({ text }, options) => {
      const runs = longRuns(text, shortest);
      return mayHold({ text, runs, marked: runs, opens: true }, options);
    };
  const everyPrefix = new RegExp(prefixes.any, 'g');
  return (document, options) => {
    const { text } = document;
    const runs = longRunsAtOnce(text, shortest);
    const begins = Array.from(text.matchAll(everyPrefix), ({ index }) => index);
    const marked = runs.filter(({ start, end }) =>
      begins.some((at) => at > start - 2 * farReach && at < end),
    );
    const opens = begins.some((at) => opening.test(text.slice(Math.max(0, at - 14), at)));
    return (
      mayHold({ text, runs, marked, opens }, options) ||
      judge(
        document,
        runs.filter((run) => hasForm(text, run)),
      )
    );
  };
}

/** A text, and where it is worth a look. */
interface Looked {
  readonly text: string;
  readonly runs: readonly Span[];
  /** Those that may have a key's prefix in them or right before. */
  readonly marked: readonly Span[];
  /** Whether a literal may begin as a key does. */
  readonly opens: boolean;
}

/** What stands before the beginning of a literal; see `findAssembledKeys`. */
const opening = /["'`](?:[A-Za-z]{1,12} )?$/;

const isAlphanumeric = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** No key has a shorter longest run. */
const shortest = 20;
/** No base64 that a key is looked for in is shorter. */
const shortestEncoded = 26;

/** How much before a run belongs to a key: what a left edge is told by, or a part before a sign that ends a run. */
const nearReach = 8;
const farReach = 64;
