import type { EnclosedPattern } from '../detectors/detector';
import { once } from '../text/once';
import type { Span } from '../text/span';

/** Of what patterns need: what stands inside of a long run in every match. */
export const inRuns = (needs: readonly EnclosedPattern['needs'][]): readonly string[] =>
  needs.filter((one) => typeof one === 'string').filter((one) => !outside.has(one));

/**
 * Tells whether what a pattern needs stands in a text: looked for in its long runs where it can stand nowhere else, which are a
 * small part of most texts.
 */
export function needsIn(text: string, runs: readonly Span[]): (one: EnclosedPattern) => boolean {
  // With what stands around each, which tells whether a match may begin and end there.
  const inside = once(() =>
    runs.map(({ start, end }) => text.slice(Math.max(0, start - 1), end + 1)).join(' '),
  );
  const known = new Map<EnclosedPattern['needs'], boolean>();
  return ({ needs, isRun, pattern }) => {
    if (isRun === true && inside().search(pattern) < 0) return false;
    const before = known.get(needs);
    if (before !== undefined) return before;
    const told = isThere(needs, typeof needs === 'string' && !outside.has(needs) ? inside() : text);
    known.set(needs, told);
    return told;
  };
}

/** Whether what a pattern needs stands in a text. */
export const isThere = (needs: EnclosedPattern['needs'], text: string): boolean =>
  typeof needs === 'string' ? text.includes(needs) : needs?.test(text) !== false;

/** What stands elsewhere, too; the filter of an audit looks for it by itself. */
const outside: ReadonlySet<string> = new Set([
  ...['://', '@tcp(', 'jdbc:', 'PRIVATE KEY', 'xoxd-', '!', ':A'],
]);
