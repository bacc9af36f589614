import type { SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { runAround, shortestKeyRun } from '../text/runs';
import type { Span } from '../text/span';
import type { ContextFinder } from './findContextKeys';
import type { FoundKey, KeyFinder } from './findKeys';
import { foldLiterals } from './foldLiterals';
import type { Unread } from './readInPart';

/**
 * Keys that are put together from several literals, each when it is asked for; each span reaches from the first piece to the
 * last.
 */
export function* findJoinedKeys(
  beginsKey: RegExp,
  byPrefix: KeyFinder,
  byContext: ContextFinder,
  { path, text }: Pick<SourceDocument, 'path' | 'text'>,
  unread?: Unread,
): Iterable<FoundKey> {
  const folded = foldLiterals(text, unread);
  if (folded === undefined) return;
  /** Where strings side by side are words, a whole key in the first of them does not go on in the next. */
  const isWholeBefore = ({ start, end }: Span): boolean => {
    const [gap] = folded.gapsIn({ start, end });
    if (gap === undefined || !folded.isBlank(gap) || joinsAdjacent.test(path)) return false;
    return byPrefix(folded.text.slice(start, gap)).some(({ span }) => span.end === gap - start);
  };
  // Only what reaches over a gap can be put together.
  const runs: Span[] = [];
  for (const gap of folded.gaps) {
    if (gap < (runs.at(-1)?.end ?? 0)) continue;
    const run = runAround(folded.text, gap);
    if (run.start < gap && gap < run.end && run.end - run.start >= shortestKeyRun) runs.push(run);
  }
  // In a list of prefixes every piece begins as a key does.
  const isOfPrefixes = (span: Span): boolean =>
    folded.gapsIn(span).some((gap) => beginsKey.test(folded.text.slice(gap, gap + 40)));
  const inOriginal = (key: FoundKey): readonly FoundKey[] => {
    const { joined, ...span } = folded.original(key.span);
    if (!joined || isWholeBefore(key.span) || isOfPrefixes(key.span)) return [];
    return [{ ...key, span, reasons: [t('it is put together from several literals'), ...key.reasons] }];
  };
  for (const { start, end } of runs) {
    const from = Math.max(0, start - edge);
    for (const key of byPrefix(folded.text.slice(from, end + 1)))
      yield* inOriginal({ ...key, span: moved(key.span, from) });
  }
  const isJoined = (span: Span): boolean => folded.original(span).joined;
  for (const key of byContext.find({ path, text: folded.text }, runs, isJoined)) yield* inOriginal(key);
}

/** Programs of languages in which strings that stand side by side are one. */
const joinsAdjacent = /\.(?:pyw?|ipynb|c|h|cc|cpp|cxx|hpp|hh|hxx|m|mm|rb|rake|dart|d)$/i;

/** How much of what stands before a key its finder looks at. */
const edge = 8;
const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
