import type { Detector } from '../detectors/detector';
import { t } from '../text/l10n';
import type { FoundKey, KeyFinder } from './findKeys';

/** Finds keys that are told by what encloses them: PEM blocks, passwords in URLs. Every pattern is bounded. */
export function createEnclosedFinder(detectors: readonly Detector[]): KeyFinder {
  const kinds = detectors.flatMap((provider) =>
    (provider.enclosed ?? []).flatMap((kind) =>
      kind.patterns.map(({ needs, pattern }) => ({ provider, kind, needs, pattern })),
    ),
  );
  return (text) => {
    const found: FoundKey[] = [];
    for (const { provider, kind, needs, pattern } of kinds) {
      if (needs !== undefined && !text.includes(needs)) continue;
      for (const match of text.matchAll(pattern)) {
        const key = match.groups?.key ?? match[0];
        if (!kind.accepts(key, match)) continue;
        const at = match[0].indexOf(key);
        const start = match.index + at;
        found.push({
          provider: provider.id,
          kind,
          prefix: kind.prefix ?? '',
          span: { start, end: start + key.length },
          guessable: kind.guessable === true,
          name: match[0].slice(0, at) + match[0].slice(at + key.length),
          reasons: [t('what encloses it tells its kind')],
        });
      }
    }
    return found;
  };
}
