import type { Cancellation } from '../engine/index';

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

export const exitCodes = { clean: 0, found: 1, failed: 2, interrupted: 130 } as const;
