import { once } from '../text/once';
import type { Span } from '../text/span';

/** Of what the patterns that enclose a key need: what stands inside of a long run in every match. */
export const inRuns = (needs: readonly (string | undefined)[]): readonly string[] =>
  needs.filter((one) => one !== undefined).filter((one) => !outside.has(one));

/**
 * Tells whether what a pattern needs stands in a text: looked for in its long runs where it can stand nowhere else, which are a
 * small part of most texts.
 */
export function needsIn(text: string, runs: readonly Span[]): (needs: string | undefined) => boolean {
  const inside = once(() => runs.map(({ start, end }) => text.slice(start, end)).join(' '));
  return (needs) => needs === undefined || (outside.has(needs) ? text : inside()).includes(needs);
}

/** What stands elsewhere, too; the filter of an audit looks for it by itself. */
const outside: ReadonlySet<string> = new Set([
  ...['://', '@tcp(', 'jdbc:', 'host='],
  ...['PRIVATE KEY', 'service_account', 'gserviceaccount.com', 'xoxd-'],
  ...['!', ':A'],
]);
