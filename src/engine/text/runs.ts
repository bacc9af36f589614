import type { Span } from './span';

/** No key has a shorter run: what has no mark is longer, and so is what follows the marks of the others. */
export const shortestKeyRun = 20;

/** What keys, their encodings and what assigns them are written with: letters, digits and `_ - + / = . ~`. */
const inRun = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=.~')
  inRun[character.charCodeAt(0)] = 1;

export const isInRun = (text: string, at: number): boolean => inRun[text.charCodeAt(at)] === 1;

/**
 * Every run of at least `least` characters that keys are written with, in order. Only every `least`-th character is
 * looked at until one of them is in a run: most of a text is never read.
 */
export function longRuns(text: string, least: number): readonly Span[] {
  const runs: Span[] = [];
  let from = 0;
  for (let at = least - 1; at < text.length; at += least) {
    if (!isInRun(text, at)) continue;
    let start = at;
    while (start > from && isInRun(text, start - 1)) start--;
    let end = at + 1;
    while (end < text.length && isInRun(text, end)) end++;
    if (end - start >= least) runs.push({ start, end });
    from = end;
    at = end; // the character at `end` is in no run
  }
  return runs;
}

/**
 * The same, told by an expression that reads every character: a process that has just begun is done with it before its
 * loops are fast.
 */
export function longRunsAtOnce(text: string, least: number): readonly Span[] {
  const runs = text.matchAll(new RegExp(`(?<![\\w\\-+/=.~])[\\w\\-+/=.~]{${least},}`, 'g'));
  return Array.from(runs, ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** The run that reaches over the place `at`, from what stands before it and behind it. */
export function runAround(text: string, at: number): Span {
  let start = at;
  while (start > 0 && isInRun(text, start - 1)) start--;
  let end = at;
  while (end < text.length && isInRun(text, end)) end++;
  return { start, end };
}
