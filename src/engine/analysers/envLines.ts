import { parse } from 'dotenv';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import type { Span } from '../text/span';

/** One assignment of an env file: `NAME=value`. */
export interface EnvLine {
  readonly name: string;
  readonly nameSpan: Span;
  /** The value as written, quotes included, blanks around it excluded; empty where there is none. */
  readonly valueSpan: Span;
}

/**
 * The grammar of one assignment as dotenv reads it (`LINE` in dotenv/lib/main.js, read 2026-11-23), with
 * positions, which dotenv does not give. What the values mean is left to dotenv.
 */
const assignment =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=[ \t]*|:[ \t]+)('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|[^#\r\n]*)/dgm;

export function envLines(text: string): readonly EnvLine[] {
  return Array.from(text.matchAll(assignment), (match) => {
    const [, name = '', value = ''] = match;
    const [nameStart, nameEnd] = match.indices?.[1] ?? [0, 0];
    const [valueStart] = match.indices?.[2] ?? [0, 0];
    return {
      name,
      nameSpan: { start: nameStart, end: nameEnd },
      valueSpan: { start: valueStart, end: valueStart + value.trimEnd().length },
    };
  });
}

/** Whether an env file gives any variable more than a stand-in. */
export const hasValues = (text: string): boolean =>
  Object.values(parse(text)).some((value) => value !== '' && !isOnlyPlaceholder(value));
