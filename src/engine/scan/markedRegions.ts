import type { Span } from '../text/span';
import type { KeyPrefixes } from './findKeys';

/** Where in a text a prefix may begin that belongs to one of these runs: in the run or right before it. In order. */
export type RegionFinder = (text: string, runs: readonly Span[]) => readonly Span[];

/**
 * Looks at two characters at a time; what it lets through has a prefix around its beginning, or the beginning of one inside,
 * where no word goes on.
 */
export function createRegionFinder(prefixes: KeyPrefixes): RegionFinder {
  const heads = new Uint8Array(128 * 128);
  for (const head of prefixes.heads) heads[head.charCodeAt(0) * 128 + head.charCodeAt(1)] = 1;

  const stands = (text: string, at: number): boolean =>
    prefixes.with(text.slice(at, at + 2)).some(({ prefix }) => text.startsWith(prefix, at));

  /** Also behind an escape such as `\\n`. */
  const mayBegin = (text: string, from: number, { start, end }: Span): boolean => {
    let before = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (before < 128 && code < 128 && heads[before * 128 + code] === 1) {
        const isNear = at - 1 <= start + nearReach;
        if (isNear ? stands(text, at - 1) : !isAlphanumeric(text.charCodeAt(at - 2))) return true;
      }
      before = code;
    }
    return false;
  };

  return (text, runs) => {
    const regions: Span[] = [];
    for (const run of runs) {
      const reach = /[:$!%@]/.test(text[run.start - 1] ?? '') ? farReach : nearReach;
      const start = Math.max(0, run.start - reach);
      if (mayBegin(text, start, run)) regions.push({ start, end: run.end + 1 });
    }
    return regions;
  };
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** How much before a run belongs to a key: what a left edge is told by, or a part before a sign that ends a run. */
const nearReach = 8;
export const farReach = 64;
