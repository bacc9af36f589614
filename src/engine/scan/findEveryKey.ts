import { detectors } from '../detectors';
import type { CustomRule } from '../model/customRule';
import type { SourceDocument } from '../model/document';
import type { Settings } from '../model/settings';
import { t } from '../text/l10n';
import { once } from '../text/once';
import { longRuns, shortestKeyRun } from '../text/runs';
import type { Span } from '../text/span';
import { SpanSet } from '../text/spanSet';
import type { Steps } from '../text/steps';
import { findAssembledKeys, findTemplateKeys } from './findAssembledKeys';
import { type ContextFinder, createContextFinder } from './findContextKeys';
import { findCustomKeys } from './findCustomKeys';
import { createEnclosedFinder } from './findEnclosedKeys';
import { createEncodedFinder, type EncodedFinder } from './findEncodedKeys';
import { findGenericKeys } from './findGenericKeys';
import { findJoinedKeys } from './findJoinedKeys';
import {
  createKeyFinder,
  type FoundKey,
  isAny,
  type KeyFinder,
  type LazyFinder,
  type Rejected,
} from './findKeys';
import { createRegionFinder, type RegionFinder } from './markedRegions';
import { createKeyGate, type DoubtJudge, type KeyMarks, keyMarks, letsThrough } from './mayHoldKey';
import { isPublishedSample } from './publishedSamples';
import { mostFindings, type Unread } from './readInPart';

/**
 * The keys of a document, in order. Keys that tell themselves stand before those told by their context, and those before
 * what is only random.
 */
export function* findEveryKey(
  document: Pick<SourceDocument, 'path' | 'text'>,
  customRules: readonly CustomRule[],
  { rejected, unread }: Listeners = {},
): Steps<readonly FoundKey[]> {
  if (rejected === undefined) {
    if (!(yield* gate()(document, { customRules, generic: true }, unread))) return [];
    yield;
  }
  const { byPrefix, byContext, enclosed, encoded, regionsOf, beginsKey } = finders();
  const { text } = document;
  const found: FoundKey[] = [];
  const taken = new SpanSet();
  const isFree = (span: Span): boolean => !taken.overlaps(span);
  /** One more than is told: that there is more must be told, too. */
  const isFull = (): boolean => unread !== undefined && found.length > mostFindings;
  const add = (keys: Iterable<FoundKey>): void => {
    if (isFull()) return;
    for (const key of keys) {
      if (!isFree(key.span)) continue;
      taken.add(key.span);
      if (isPublishedSample(text.slice(key.span.start, key.span.end)))
        rejected?.(key, t('it is a sample that its provider publishes'));
      else found.push(key);
      if (isFull()) return;
    }
  };
  const runs = longRuns(text, shortestKeyRun);
  add(enclosed(text));
  yield;
  // The first piece of a key may look like the whole of one.
  add(findJoinedKeys(beginsKey, byPrefix, byContext, document, unread));
  yield;
  add(findAssembledKeys(text, beginsKey, byPrefix, unread));
  add(findTemplateKeys(text, beginsKey, byPrefix, unread));
  yield;
  if (rejected === undefined) {
    const regions = regionsOf(text, runs);
    for (let from = 0; from < regions.length && !isFull(); from += atOnce) {
      add(byPrefix(text, { within: regions.slice(from, from + atOnce) }));
      yield;
    }
  } else add(byPrefix(text, { rejected }));
  add(findCustomKeys(text, customRules, rejected));
  yield;
  add(encoded(document, runs));
  add(byContext.find(document, runs, isFree, rejected));
  yield;
  add(findGenericKeys(text, runs, isFree, rejected));
  if (isFull()) {
    unread?.();
    found.length = mostFindings;
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Who hears of what is found besides the keys. */
interface Listeners {
  /** Hears of what only looks like a key; then the whole text is read for prefixes, also of short ones. */
  readonly rejected?: Rejected | undefined;
  /** With it no more keys are found than are told of one file: without it none may be left out, as where keys are hidden. */
  readonly unread?: Unread | undefined;
}

/**
 * Whether a document of this text may hold a key, whatever it is called; asked where a scan would be too dear. What is not
 * read to its end may.
 */
export function mayHoldKey(text: string, { policy }: Settings): boolean {
  return letsThrough(
    textGate(),
    { path: '', text },
    { customRules: policy?.customRules ?? [], generic: true },
  );
}

/** Places of prefixes that are judged in one step: about a millisecond. */
const atOnce = 16;

// Made with the first question, never at load: start-up must not pay for them.
const marks = once(() => keyMarks(detectors));
const byPrefix = once(() => createKeyFinder(marks().prefixes));
/** What finds the keys of each kind, and what is known of them. */
export const finders = once(createFinders);
const gate = once(() => createKeyGate(marks(), byPrefix(), byContextJudge));
/** What stands around such a text is not known. */
const textGate = once(() => createKeyGate(marks(), byPrefix()));

/** Logs and lock files are full of ids that have the form of a key. */
export const byContextJudge: DoubtJudge = {
  isKey: (document, runs) => {
    const { encoded, byContext } = finders();
    return isAny(encoded(document, runs)) || isAny(byContext.find(document, runs, () => true));
  },
  mayBeNamed: (document, runs) => finders().byContext.mayBeNamed(document, runs),
};

/** Each finds the keys of one kind. */
interface Finders {
  readonly marks: KeyMarks;
  readonly byPrefix: KeyFinder;
  readonly byContext: ContextFinder;
  readonly enclosed: LazyFinder;
  readonly encoded: EncodedFinder;
  readonly regionsOf: RegionFinder;
  readonly beginsKey: RegExp;
}

function createFinders(): Finders {
  const known = marks();
  const { prefixes } = known;
  const byContext = createContextFinder(detectors);
  const enclosed = createEnclosedFinder(detectors);
  return {
    marks: known,
    byPrefix: byPrefix(),
    byContext,
    enclosed,
    encoded: createEncodedFinder([byPrefix(), enclosed], byContext),
    regionsOf: createRegionFinder(prefixes),
    beginsKey: new RegExp(`^${prefixes.any}`),
  };
}
