import type { Cancellation } from '../engine/index';
import { GitAuditError } from '../git/errors';

/** The process, as commands see it; tests give another. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly cwd: string;
  readonly colour: boolean;
  /** Whether progress is shown: standard error is a terminal. */
  readonly progress: boolean;
  readonly cancel: Cancellation;
}

/** Wrong use, or something that could not be read or run: told in one line, exit code 2. */
export class CliError extends Error {}

/** Whether an error's message is for the user; any other one is a fault of ours. */
export const isForUser = (error: Error): boolean =>
  error instanceof CliError || error instanceof GitAuditError;

export const exitCodes = { clean: 0, found: 1, failed: 2, interrupted: 130 } as const;

/** Where an error came from: the frames of its stack, without the message above them, which may quote what was read. */
export const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
