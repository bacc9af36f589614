import type { Refusal } from '../model/fix';

/** An AI agent that keeps out of files which a file of the project names. */
export interface Agent {
  /** The file's name in kebab-case. */
  readonly id: string;
  readonly title: string;
  /** Where it looks for what it must not read, from the root of the project. */
  readonly file: string;
  /** Entries of the root that tell that the project uses it. */
  readonly traces: readonly string[];
  /** What still gets through, as its own documentation says: whole sentences. */
  readonly limits: string;
  /** Its own documentation of that file. */
  readonly source: { readonly url: string; readonly read: string };
  /**
   * The text with what is missing added, everything else byte for byte; the same text where nothing is missing. An empty
   * text is a file that is not there.
   *
   * @param names of env files of this project.
   * @param file to be named in a refusal.
   */
  put(text: string, names: readonly string[], file: string): string | Refusal;
}

/** An agent for which no file of the project can be written, and what there is to know instead. */
export interface UnservedAgent {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly source: { readonly url: string; readonly read: string };
}
