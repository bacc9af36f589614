import type { Span } from '../text/span';

/** A kind of key that a team has of its own, from its policy file. */
export interface CustomRule {
  /** Kebab-case, none of Keystow's own. */
  readonly id: string;
  readonly title: string;
  /** The variable that such a key is moved to. */
  readonly envName: string;
  /** The public part it begins with; empty where only a pattern tells it. */
  readonly prefix: string;
  /** What stands in every text that holds such a key: printable ASCII, three characters and more; undefined where that is not known. */
  readonly mark?: string | undefined;
  /** Where such keys stand in a text, in order. Takes time that grows with the text and no faster. */
  readonly find: (text: string) => readonly Span[];
}
