import type { Refusal } from '../model/fix';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** Why a key in code that runs in the browser stays. */
export const browserRefusal: Refusal = {
  refused:
    'This code runs in the browser, where every visitor can read the key. Call the provider from a server.',
};

/** How a program is changed so that it reads a variable where a literal stood. */
export interface Rewriter {
  /**
   * The string literal, quotes included, that holds exactly the characters of `key` and may be replaced by an
   * expression; or why there is none. Never throws, also on broken code.
   */
  literalAt(key: Span): Span | Refusal;
  /** The expression that reads the variable: `process.env.OPENAI_API_KEY`. */
  lookup(name: string): string;
  /** What the lookups need that the file lacks, such as an import, placed before all `literals`. */
  imports(literals: readonly Span[]): readonly TextEdit[];
}

export interface Language {
  /** The file's name. */
  readonly id: string;
  readonly title: string;
  /** The editor's language ids. */
  readonly languageIds: readonly string[];
  /** With the dot, in lower case. */
  readonly extensions: readonly string[];
  /** The language is made for the browser: a key in it reaches every visitor, whatever file it is read from. */
  readonly browser?: true;
  /** Finds code that reads an environment variable. */
  readonly envRead?: RegExp;
  /** Whether this text runs in the browser although its language need not. */
  readonly isBrowserCode?: (text: string) => boolean;
  /** Parses a text. Absent: literals of this language are not rewritten. Loaded at the first fix. */
  readonly rewriter?: (text: string) => Promise<Rewriter>;
}
