import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Problem } from '../analyser';
import type { EnvLine } from '../envLines';

/** A line that not every reader takes alike, and what mends it: all values stay as dotenv reads them, or as they are meant. */
export interface EnvFormatProblem extends Problem {
  /** Absent: a person has to know what is meant. */
  readonly edits?: readonly TextEdit[];
}

export interface Around {
  /** Where each name stands last. */
  readonly names: ReadonlyMap<string, number>;
  readonly isLast: boolean;
}

export type LineRule = (text: string, line: EnvLine, around: Around) => EnvFormatProblem | undefined;

export const written = (text: string, { valueSpan }: EnvLine): string =>
  text.slice(valueSpan.start, valueSpan.end);

/** What stands behind the value on its line. */
export const behind = (text: string, { valueSpan }: EnvLine): string =>
  /^[^\r\n]*/.exec(text.slice(valueSpan.end))?.[0] ?? '';

export const remove = (span: Span): TextEdit => ({ span, newText: '' });
