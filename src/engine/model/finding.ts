import type { Range } from '../text/sourceText';
import type { Span } from '../text/span';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** `key`: the span is a recognised key. `hygiene`: everything else. */
export type Category = 'key' | 'hygiene';

/** `browser`: code that runs there. `config`: a file of a tool that Keystow knows. `env`: an env file that git tracks. `image`: a variable of a Dockerfile. */
export type KeyPlace = 'code' | 'browser' | 'config' | 'image' | 'env' | 'template' | 'text';

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
  /** For a key: what it stands in, where that says who gets it. */
  readonly place?: KeyPlace;
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

/** Whether a commit must not have it. A key counts from warning up, wherever it lies: a real key in a test is a real key. */
export const stopsCommit = ({ category, severity }: Finding): boolean =>
  atLeast(severity, category === 'key' ? 'warning' : 'error');

/** Whether `severity` is at `level` or above it: `atLeast('error', 'warning')` is true. */
export const atLeast = (severity: Severity, level: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(level);
