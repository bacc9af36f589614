import type { Result } from './result';

/** How a move's result is read. */
export interface Check {
  /** What reads it in the tool's place. */
  readonly by?: string;
  /** Debian's packages for the programs and files that it needs. */
  readonly needs?: Readonly<Record<string, string>>;
  /** Throws where the file is not taken, or a value does not arrive. */
  readonly run: (result: Result) => Promise<void>;
}

/** By the name of the fixture in test/fixtures/moves. */
export type Checks = Readonly<Record<string, Check>>;
