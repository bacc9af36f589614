import { analyserFor } from '../analysers';
import { keyPlaceOf } from '../analysers/analyser';
import type { FileFacts, SourceDocument } from '../model/document';
import { compareFindings, type Finding } from '../model/finding';
import { defaultSettings, type Settings } from '../model/settings';
import { forbids } from '../policy/forbids';
import { withSettings } from '../policy/inForce';
import { SourceText } from '../text/sourceText';
import { SpanSet } from '../text/spanSet';
import { completed, type Steps } from '../text/steps';
import { describeKey } from './describeKey';
import { findEveryKey } from './findEveryKey';
import { genericKind } from './findGenericKeys';
import { shownKeys } from './findShownKeys';
import { fingerprintOf, placeFingerprint } from './fingerprint';
import { markInPart, mostFindings } from './readInPart';
import { suppress } from './suppress';

/**
 * Every problem of one document that its text and `facts` tell. Pure and synchronous; never throws on any text.
 * Settings decide severities; whether a file is scanned at all (globs, size) is the caller's to decide. Whether all of it
 * was looked into, `isReadInPart` tells afterwards.
 *
 * @param isKeyless it is known to hold no key: none is looked for.
 */
export const scanDocument = (
  document: SourceDocument,
  facts?: FileFacts,
  settings?: Settings,
  isKeyless?: boolean,
): readonly Finding[] => completed(scanSteps(document, facts, settings, isKeyless));

/** The same in steps of a few milliseconds each, of a text of usual size. */
export function* scanSteps(
  document: SourceDocument,
  facts: FileFacts = {},
  settings: Settings = defaultSettings,
  isKeyless = false,
): Steps<readonly Finding[]> {
  const analyser = analyserFor(document);
  const source = new SourceText(document.text);
  const keys: Finding[] = [];
  const placeOf = analyser.places(document);
  const unread = (): void => markInPart(document);
  const found = isKeyless
    ? []
    : yield* findEveryKey(document, settings.policy?.customRules ?? [], { unread });
  yield;
  for (const { kind, provider, prefix, span, guessable, name } of found) {
    const place = placeOf(span);
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
  const all = [
    ...(analyser.check?.(
      document,
      facts,
      found.map(({ span }) => span),
    ) ?? []),
    ...shownKeys(document),
  ];
  if (all.length > mostFindings) unread();
  const problems =
    all.length > mostFindings
      ? all.toSorted((a, b) => a.span.start - b.span.start).slice(0, mostFindings)
      : all;
  // What only its randomness tells is less than what its place tells.
  const isGeneric = ({ rule }: Finding): boolean => rule === genericKind.rule;
  const ofPlaces = SpanSet.over(problems.map(({ span }) => span));
  const told = keys.filter((key) => !isGeneric(key) || !ofPlaces.overlaps(key.span));
  const ofKeys = SpanSet.over(keys.flatMap((key) => (isGeneric(key) ? [] : [key.span])));
  const hygiene = problems
    .filter(({ span }) => !ofKeys.overlaps(span))
    .map(
      ({ rule, severity, span, subject, message, envName }): Finding => ({
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
        ...(envName === undefined ? {} : { envName }),
      }),
    );
  const findings = suppress(source, withSettings([...told, ...hygiene], settings)).toSorted(compareFindings);
  yield; // what is done with them takes its time
  return findings;
}
