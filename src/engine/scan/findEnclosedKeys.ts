import type { Detector, EnclosedPattern } from '../detectors/detector';
import { t } from '../text/l10n';
import type { FoundKey, LazyFinder } from './findKeys';
import { isThere } from './inRuns';

/** Finds keys that are told by what encloses them: PEM blocks, passwords in URLs. Every pattern is bounded. */
export function createEnclosedFinder(detectors: readonly Detector[]): LazyFinder {
  const kinds = detectors.flatMap((provider) =>
    (provider.enclosed ?? []).flatMap((kind) =>
      kind.patterns.map((one) => ({ provider, kind, needs: one.needs, pattern: withIndices(one) })),
    ),
  );
  return function* (text): Iterable<FoundKey> {
    for (const { provider, kind, needs, pattern } of kinds) {
      if (!isThere(needs, text)) continue;
      for (const match of text.matchAll(pattern())) {
        const key = match.groups?.key ?? match[0];
        if (!kind.accepts(key, match)) continue;
        const [start, end] = match.indices?.groups?.key ?? [match.index, match.index + match[0].length];
        yield {
          provider: provider.id,
          kind,
          prefix: kind.prefix ?? '',
          span: { start, end },
          guessable: kind.guessable === true,
          name: match[0].replaceAll(key, ''),
          reasons: [t('what encloses it tells its kind')],
        };
      }
    }
  };
}

/** A pattern that also tells where the key begins, for what stands before it may be the same text; made when it is used. */
function withIndices(one: EnclosedPattern): () => RegExp {
  let known: RegExp | undefined;
  return () => {
    known ??= new RegExp(one.pattern, `${one.pattern.flags}d`);
    return known;
  };
}
