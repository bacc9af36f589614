import { analyserFor } from '../analysers';
import { keyPlaceOf } from '../analysers/analyser';
import { detectors } from '../detectors';
import type { CustomRule } from '../model/customRule';
import type { FileFacts, SourceDocument } from '../model/document';
import { compareFindings, type Finding } from '../model/finding';
import { defaultSettings, type Settings } from '../model/settings';
import { forbids } from '../policy/forbids';
import { withSettings } from '../policy/inForce';
import { t } from '../text/l10n';
import { longRuns, runAround } from '../text/runs';
import { SourceText } from '../text/sourceText';
import { overlaps, type Span } from '../text/span';
import { SpanSet } from '../text/spanSet';
import { describeKey } from './describeKey';
import { findAssembledKeys, findTemplateKeys } from './findAssembledKeys';
import { type ContextFinder, createContextFinder } from './findContextKeys';
import { findCustomKeys } from './findCustomKeys';
import { createEnclosedFinder } from './findEnclosedKeys';
import { createEncodedFinder } from './findEncodedKeys';
import { findGenericKeys } from './findGenericKeys';
import { createKeyFinder, type FoundKey, type KeyFinder, type Rejected } from './findKeys';
import { fingerprintOf, placeFingerprint } from './fingerprint';
import { foldLiterals } from './foldLiterals';
import { literalAround } from './literalAround';
import { createKeyGate, type KeyGate, type KeyMarks, keyMarks } from './mayHoldKey';
import { isPublishedSample } from './publishedSamples';
import { suppress } from './suppress';

/**
 * Every problem of one document that its text and `facts` tell. Pure and synchronous; never throws on any text.
 * Settings decide severities; whether a file is scanned at all (globs, size) is the caller's to decide.
 */
export function scanDocument(
  document: SourceDocument,
  facts: FileFacts = {},
  settings: Settings = defaultSettings,
): readonly Finding[] {
  const analyser = analyserFor(document);
  const source = new SourceText(document.text);
  const keys: Finding[] = [];
  const found = findKeys(document, settings.policy?.customRules ?? []);
  for (const { kind, provider, prefix, span, guessable, name } of found) {
    const place = analyser.place(document, span);
    const described =
      forbids(settings.policy, kind, provider) ?? describeKey(kind, place, facts, document, span);
    if (described === undefined) continue;
    keys.push({
      rule: kind.rule,
      category: 'key',
      provider,
      severity: described.severity,
      file: document.path,
      span,
      range: source.rangeOf(span),
      preview: `${prefix}…`,
      fingerprint:
        guessable === true
          ? placeFingerprint(kind.rule, document.path, name ?? prefix)
          : fingerprintOf(document.text.slice(span.start, span.end), settings.policy?.salt),
      message: described.message,
      place: keyPlaceOf(place),
      envName: kind.envName,
    });
  }
  const problems =
    analyser.check?.(
      document,
      facts,
      found.map(({ span }) => span),
    ) ?? [];
  const hygiene = problems
    .filter(({ span }) => !keys.some((key) => overlaps(key.span, span)))
    .map(
      ({ rule, severity, span, subject, message }): Finding => ({
        rule,
        category: 'hygiene',
        provider: null,
        severity,
        file: document.path,
        span,
        range: source.rangeOf(span),
        preview: '',
        fingerprint: placeFingerprint(rule, document.path, subject),
        message,
      }),
    );
  return suppress(document.text, withSettings([...keys, ...hygiene], settings)).toSorted(compareFindings);
}

/** Why a value is taken for a key, or is not. */
export interface Explanation {
  readonly rule: string;
  readonly title: string;
  readonly span: Span;
  /** The literal around it, with its quotes; the same as `span` where it stands in none. */
  readonly literal: Span;
  readonly reasons: readonly string[];
  /** Why it is no key after all, though it has a key's form. */
  readonly rejected?: string;
}

/**
 * Why each key of a text is taken for one, in order, also those that are accepted or stand where keys belong; and what
 * only looks like one, with the reason. Never a character of a value.
 */
export function explainKeys(
  document: Pick<SourceDocument, 'path' | 'text'>,
  customRules: readonly CustomRule[] = [],
): readonly Explanation[] {
  const explained: Explanation[] = [];
  const tell = ({ kind, span, reasons }: FoundKey, rejected?: string): void => {
    const literal = literalAround(document.text, span);
    const known = { rule: kind.rule, title: kind.title, span, literal, reasons };
    explained.push(rejected === undefined ? known : { ...known, rejected });
  };
  for (const key of findKeys(document, customRules, tell)) tell(key);
  return explained.toSorted((a, b) => a.span.start - b.span.start);
}

/** Where a text has keys, in order, also those that are accepted or stand where keys belong. */
export const keySpans = (
  document: Pick<SourceDocument, 'path' | 'text'>,
  customRules: readonly CustomRule[] = [],
): readonly Span[] => findKeys(document, customRules).map(({ span }) => span);

/** Built on the first scan, never at load: start-up must not pay for it. */
let finder: DocumentFinder | undefined;
const findKeys: DocumentFinder = (document, customRules, rejected) => {
  if (rejected === undefined && !mayHold(document.text, customRules)) return [];
  finder ??= everyKey();
  return finder(document, customRules, rejected);
};

let marks: KeyMarks | undefined;
let gate: KeyGate | undefined;
const mayHold = (text: string, customRules: readonly CustomRule[]): boolean => {
  marks ??= keyMarks(detectors);
  gate ??= createKeyGate(marks, createKeyFinder(marks.prefixes));
  return gate({ path: '', text }, { customRules, generic: true });
};

/** Whether a document of this text may hold a key, whatever it is called; asked where a scan would be too dear. */
export const mayHoldKey = (text: string, { policy }: Settings): boolean =>
  mayHold(text, policy?.customRules ?? []);

type DocumentFinder = (
  document: Pick<SourceDocument, 'path' | 'text'>,
  customRules: readonly CustomRule[],
  rejected?: Rejected,
) => readonly FoundKey[];

/** Keys that are put together from several literals; each span reaches from the first piece to the last. */
function joinedKeys(
  beginsKey: RegExp,
  byPrefix: KeyFinder,
  byContext: ContextFinder,
  { path, text }: Pick<SourceDocument, 'path' | 'text'>,
): readonly FoundKey[] {
  const folded = foldLiterals(text);
  if (folded === undefined) return [];
  /** Where strings side by side are words, a whole key in the first of them does not go on in the next. */
  const isWholeBefore = ({ start, end }: Span): boolean => {
    const gap = folded.gaps.find((one) => start < one && one < end);
    if (gap === undefined || !folded.blank.has(gap) || joinsAdjacent.test(path)) return false;
    return byPrefix(folded.text.slice(start, gap)).some(({ span }) => span.end === gap - start);
  };
  // Only what reaches over a gap can be put together.
  const runs: Span[] = [];
  for (const gap of folded.gaps) {
    if (gap < (runs.at(-1)?.end ?? 0)) continue;
    const run = runAround(folded.text, gap);
    if (run.start < gap && gap < run.end && run.end - run.start >= shortestValue) runs.push(run);
  }
  const marked = runs.flatMap(({ start, end }) => {
    const from = Math.max(0, start - edge);
    return byPrefix(folded.text.slice(from, end + 1)).map((key) => ({ ...key, span: moved(key.span, from) }));
  });
  const told = byContext.find({ path, text: folded.text }, runs, (span) => folded.original(span).joined);
  // In a list of prefixes every piece begins as a key does.
  const prefixed = folded.gaps.filter((gap) => beginsKey.test(folded.text.slice(gap, gap + 40)));
  return [...marked, ...told].flatMap((key) => {
    const { joined, ...span } = folded.original(key.span);
    if (
      !joined ||
      isWholeBefore(key.span) ||
      prefixed.some((gap) => key.span.start < gap && gap < key.span.end)
    )
      return [];
    return [{ ...key, span, reasons: [t('it is put together from several literals'), ...key.reasons] }];
  });
}

/** Programs of languages in which strings that stand side by side are one. */
const joinsAdjacent = /\.(?:pyw?|ipynb|c|h|cc|cpp|cxx|hpp|hh|hxx|m|mm|rb|rake|dart|d)$/i;

/** How much of what stands before a key its finder looks at. */
const edge = 8;
const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** No finder takes a shorter value that has no mark. */
const shortestValue = 20;

/** Keys that tell themselves stand before those told by their context, and those before what is only random. */
function everyKey(): DocumentFinder {
  const { prefixes } = keyMarks(detectors);
  const byPrefix = createKeyFinder(prefixes);
  const byContext = createContextFinder(detectors);
  const enclosed = createEnclosedFinder(detectors);
  const beginsKey = new RegExp(`^${prefixes.any}`);
  const encoded = createEncodedFinder([byPrefix, enclosed], byContext);
  return (document, customRules, rejected) => {
    const { text } = document;
    const found: FoundKey[] = [];
    const taken = new SpanSet();
    const isFree = (span: Span): boolean => !taken.overlaps(span);
    const add = (keys: readonly FoundKey[]): void => {
      for (const key of keys) {
        if (!isFree(key.span)) continue;
        taken.add(key.span);
        if (isPublishedSample(text.slice(key.span.start, key.span.end)))
          rejected?.(key, t('it is a sample that its provider publishes'));
        else found.push(key);
      }
    };
    add(enclosed(text, rejected));
    // The first piece of a key may look like the whole of one.
    add(joinedKeys(beginsKey, byPrefix, byContext, document));
    add(findAssembledKeys(text, beginsKey, byPrefix));
    add(findTemplateKeys(text, beginsKey, byPrefix));
    add(byPrefix(text, rejected));
    add(findCustomKeys(text, customRules, rejected));
    const runs = longRuns(text, shortestValue);
    add(encoded(document, runs));
    add(byContext.find(document, runs, isFree, rejected));
    add(findGenericKeys(text, runs, isFree, rejected));
    return found.sort((a, b) => a.span.start - b.span.start);
  };
}
