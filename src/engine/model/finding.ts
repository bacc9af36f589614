import type { Range } from '../text/sourceText';
import type { Span } from '../text/span';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** `key`: the span is a recognised key. `hygiene`: everything else. */
export type Category = 'key' | 'hygiene';

/**
 * One problem at one place. It never carries the secret: whoever needs the value slices the document.
 */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  /** `openai`; null for hygiene that concerns no provider. */
  readonly provider: string | null;
  readonly severity: Severity;
  /** Relative to the workspace root, forward slashes. */
  readonly file: string;
  /** For a key exactly its characters, without quotes or words such as `Bearer `. */
  readonly span: Span;
  readonly range: Range;
  /** The public prefix only: `sk-proj-…`; empty for hygiene. */
  readonly preview: string;
  /** Keyed hash of the value; the same value in the same project has the same one. */
  readonly fingerprint: string;
  readonly message: string;
  /** The variable that it is about: for a key the one that it would be moved to. */
  readonly envName?: string;
}

/** Sorted by file, then position, then rule, by code unit: the same input gives the same order everywhere. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compare(a.file, b.file) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end ||
  compare(a.rule, b.rule);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether `severity` is at `level` or above it: `atLeast('error', 'warning')` is true. */
export const atLeast = (severity: Severity, level: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(level);
