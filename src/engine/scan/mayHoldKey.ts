import type { Detector, EnclosedPattern } from '../detectors/detector';
import { looksRandom } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
import type { SourceDocument } from '../model/document';
import { matchesOf } from '../text/matchesOf';
import { longRuns, longRunsAtOnce, runAround, shortestKeyRun } from '../text/runs';
import type { Span } from '../text/span';
import { completed, type Steps } from '../text/steps';
import { findAssembledKeys, findTemplateKeys } from './findAssembledKeys';
import { valueIn } from './findContextKeys';
import { findCustomKeys } from './findCustomKeys';
import { decodedRun } from './findEncodedKeys';
import { findGenericKeys } from './findGenericKeys';
import { isAny, type KeyFinder, type KeyPrefixes, keyPrefixes } from './findKeys';
import { foldLiterals } from './foldLiterals';
import { needsIn } from './inRuns';
import { createRegionFinder, farReach } from './markedRegions';
import type { Unread } from './readInPart';

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

/** Whether a document may hold a key, as far as its text is looked into. */
export type KeyGate = (
  document: Pick<SourceDocument, 'path' | 'text'>,
  options: GateOptions,
  unread?: Unread,
) => Steps<boolean>;

/** Asks a gate at once: what is not looked into to its end may hold a key. */
export function letsThrough(gate: KeyGate, ...[document, options]: Parameters<KeyGate>): boolean {
  let isUnread = false;
  const may = completed(
    gate(document, options, () => {
      isUnread = true;
    }),
  );
  return may || isUnread;
}

/** Judges runs that have the form of a key, plain or in base64, and no mark: by what stands around them. */
export interface DoubtJudge {
  isKey(document: Pick<SourceDocument, 'path' | 'text'>, runs: readonly Span[]): boolean;
  /** Whether one of the providers may be named at all, of whose keys there may be so many: without that none is plain. */
  mayBeNamed(document: Pick<SourceDocument, 'path' | 'text'>, runs: number): boolean;
}

/** What runs of the characters of keys are asked, each in its text. */
export interface RunJudge {
  /** Whether what begins as a key's prefix does is in one of them, or right before. */
  hasMark(text: string, runs: readonly Span[]): boolean;
  /** Whether it has the form of a key without a mark, plain or in base64. */
  hasForm(text: string, run: Span): boolean;
  /** Whether it is base64 of a text. */
  isEncoded(text: string, run: Span): boolean;
  /** Whether one of them is put together from literals that are joined. */
  isJoined(text: string, unread?: Unread): boolean;
}

export function createRunJudge({ prefixes, shapes }: KeyMarks, byPrefix: KeyFinder): RunJudge {
  const anyShape = new RegExp(shapes.map((shape) => `(?:${shape})`).join('|'));
  const regionsOf = createRegionFinder(prefixes);

  const hasMark = (text: string, runs: readonly Span[]): boolean =>
    regionsOf(text, runs).some((region) => byPrefix(text, { within: [region] }).length > 0);

  const hasForm = (text: string, run: Span): boolean => {
    const value = valueIn(text, run);
    if (value !== undefined) {
      const content = text.slice(value.start, value.end);
      if (anyShape.test(content) && looksRandom(content)) return true;
    }
    return isEncoded(text, run);
  };

  const isEncoded = (text: string, { start, end }: Span): boolean =>
    end - start >= shortestEncoded && decodedRun(text.slice(start, end)) !== undefined;

  /** Only what reaches over a gap can be put together; neighbouring gaps may be in one run. */
  const isJoined = (text: string, unread?: Unread): boolean => {
    const folded = foldLiterals(text, unread);
    let end = -1;
    return (
      folded?.gaps.some((gap) => {
        if (gap < end) return false;
        const run = runAround(folded.text, gap);
        end = run.end;
        const isOver = run.start < gap && gap < run.end && run.end - run.start >= shortestKeyRun;
        return isOver && (hasMark(folded.text, [run]) || hasForm(folded.text, run));
      }) === true
    );
  };

  return { hasMark, hasForm, isEncoded, isJoined };
}

/**
 * The cheap question before the dear one, for thousands of texts of which hardly any holds a key. It never says no
 * where a finder would find something; where it says yes, mostly nothing is found.
 *
 * All but passwords and PEM blocks hold a run of twenty characters or more that keys are written with, or are put
 * together from several literals. So the finders look at such runs and what is right before them, not at the whole.
 *
 * @param judge asked last, and only where there is such a run; without it each of them may be a key.
 * @param isCold in a process that asks about few texts and ends: there an expression that reads a whole text is done before
 * a loop is fast.
 */
export function createKeyGate(
  marks: KeyMarks,
  byPrefix: KeyFinder,
  judge?: DoubtJudge,
  isCold = false,
): KeyGate {
  const { prefixes, enclosed } = marks;
  const beginsKey = new RegExp(`^${prefixes.any}`);
  const { hasMark, hasForm, isEncoded, isJoined } = createRunJudge(marks, byPrefix);

  function* mayHold(
    { text, runs, marked, opens }: Looked,
    { customRules, generic }: GateOptions,
    unread: Unread | undefined,
  ): Steps<boolean> {
    if (hasMark(text, marked)) return true;
    yield;
    if (generic && isAny(findGenericKeys(text, runs, () => true))) return true;
    yield;
    const mayMatch = needsIn(text, runs);
    for (const one of enclosed) if (mayMatch(one) && text.search(one.pattern) >= 0) return true;
    yield;
    if (isJoined(text, unread)) return true;
    yield;
    if (opens && isAny(findAssembledKeys(text, beginsKey, byPrefix, unread))) return true;
    yield;
    if (isAny(findTemplateKeys(text, beginsKey, byPrefix, unread))) return true;
    yield;
    return isAny(findCustomKeys(text, customRules));
  }

  const everyPrefix = new RegExp(prefixes.any, 'g');
  const lookCold = (text: string): Looked => {
    const runs = longRunsAtOnce(text, shortestKeyRun);
    const begins = Array.from(matchesOf(everyPrefix, text), ({ index }) => index);
    const marked = runs.filter(({ start, end }) =>
      begins.some((at) => at > start - 2 * farReach && at < end),
    );
    const opens = begins.some((at) => opening.test(text.slice(Math.max(0, at - 14), at)));
    return { text, runs, marked, opens };
  };
  const look = (text: string): Looked => {
    const runs = longRuns(text, shortestKeyRun);
    return { text, runs, marked: runs, opens: true };
  };

  return function* (document, options, unread) {
    const looked = isCold ? lookCold(document.text) : look(document.text);
    yield;
    if (yield* mayHold(looked, options, unread)) return true;
    yield;
    if (judge === undefined) return looked.runs.some((run) => hasForm(document.text, run));
    const isDoubtful = judge.mayBeNamed(document, looked.runs.length) ? hasForm : isEncoded;
    const doubtful = looked.runs.filter((run) => isDoubtful(document.text, run));
    return doubtful.length > 0 && judge.isKey(document, doubtful);
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

/** No base64 that a key is looked for in is shorter. */
const shortestEncoded = 26;
