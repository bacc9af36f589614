import { analyserFor } from '../analysers';
import { detectors } from '../detectors';
import type { FileFacts, SourceDocument } from '../model/document';
import { compareFindings, type Finding } from '../model/finding';
import { defaultSettings, type Settings } from '../model/settings';
import { SourceText } from '../text/sourceText';
import { overlaps, type Span } from '../text/span';
import { describeKey } from './describeKey';
import { createContextFinder } from './findContextKeys';
import { createEnclosedFinder } from './findEnclosedKeys';
import { createEncodedFinder } from './findEncodedKeys';
import { createKeyFinder, type FoundKey, type KeyFinder } from './findKeys';
import { fingerprintOf, placeFingerprint } from './fingerprint';
import { foldLiterals } from './foldLiterals';
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
  const found = findKeys()(document.text);
  for (const { kind, provider, prefix, span, guessable } of found) {
    const described = describeKey(kind, analyser.place(document, span), facts, document, span);
    if (described === undefined) continue;
    keys.push({
      rule: kind.rule,
      category: 'key',
      provider: provider.id,
      severity: described.severity,
      file: document.path,
      span,
      range: source.rangeOf(span),
      preview: `${prefix}…`,
      fingerprint:
        guessable === true
          ? placeFingerprint(kind.rule, document.path, prefix)
          : fingerprintOf(document.text.slice(span.start, span.end)),
      message: described.message,
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
  return suppress(document.text, withSeverities([...keys, ...hygiene], settings)).toSorted(compareFindings);
}

/** Applies the user's severities; `off` drops the finding. */
export const withSeverities = (findings: readonly Finding[], settings: Settings): readonly Finding[] =>
  findings.flatMap((finding) => {
    const severity = settings.severity[finding.rule] ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });

/** Why each key of a text is taken for one; in order, also those that are accepted or stand where keys belong. */
export const explainKeys = (
  text: string,
): readonly {
  readonly rule: string;
  readonly title: string;
  readonly span: Span;
  readonly reasons: readonly string[];
}[] =>
  findKeys()(text).map(({ kind, span, reasons }) => ({ rule: kind.rule, title: kind.title, span, reasons }));

/** Built on the first scan, never at load: start-up must not pay for it. */
let finder: KeyFinder | undefined;
const findKeys = (): KeyFinder => {
  finder ??= everyKey();
  return finder;
};

/** Keys that are put together from several literals; each span reaches from the first piece to the last. */
function joinedKeys(find: KeyFinder, text: string): readonly FoundKey[] {
  const folded = foldLiterals(text);
  if (folded === undefined) return [];
  return find(folded.text).flatMap((key) => {
    const { joined, ...span } = folded.original(key.span);
    if (!joined) return [];
    return [{ ...key, span, reasons: ['it is put together from several literals', ...key.reasons] }];
  });
}

/** Keys that tell themselves stand before those told by their context. */
function everyKey(): KeyFinder {
  const byPrefix = createKeyFinder(detectors);
  const byContext = createContextFinder(detectors);
  const enclosed = createEnclosedFinder(detectors);
  const encoded = createEncodedFinder(byPrefix);
  return (text) => {
    const marked = byPrefix(text);
    const apart = (others: readonly FoundKey[]) => (key: FoundKey) =>
      !others.some((other) => overlaps(other.span, key.span));
    const inside = enclosed(text).filter(apart(marked));
    const taken = [...marked, ...inside];
    taken.push(...joinedKeys(byPrefix, text).filter(apart(taken)));
    taken.push(...encoded(text).filter(apart(taken)));
    const told = byContext(
      text,
      taken.map(({ span }) => span),
    );
    return [...taken, ...told].sort((a, b) => a.span.start - b.span.start);
  };
}
