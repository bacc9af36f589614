import type { Refusal } from '../model/fix';
import type { GrammarName } from '../syntax/parsers';
import { t } from '../text/l10n';
import type { Program, Rewriter } from './rewriter';

/** Why a key in code that runs in the browser stays. */
export const browserRefusal: Refusal = {
  get refused() {
    return t(
      'This code runs in the browser, where every visitor can read the key. Call the provider from a server.',
    );
  },
};

/** Why a key in code that ships stays. */
export const appRefusal: Refusal = {
  get refused() {
    return t('This code ships in the app, where anyone can unpack the key. Call the provider from a server.');
  },
};

/** How programs of a language are changed: by what they are parsed, and the code that does it, loaded at the first fix. */
export interface Rewriting {
  readonly grammar: GrammarName;
  /**
   * The grammar reads the whole program anew where its head changes: only what is put where the keys stood is read back,
   * not the import lines.
   */
  readonly slowHead?: true;
  /** There is one way to read a variable: no style is asked for. */
  readonly oneStyle?: true;
  /** The program in a file that is more than that. Absent: the whole file is one. */
  readonly part?: FilePart;
  readonly load: () => Promise<(program: Program) => Rewriter | Promise<Rewriter>>;
}

/** A small program, and whether nothing may stand before it. */
export interface Sample {
  /** What a file begins with. */
  readonly head?: string;
  readonly text: string;
  readonly alone?: true;
}

/** The part of a file that is a program. */
export interface FilePart {
  /** The file with blanks for what else is in it: places are the same. */
  readonly blanked: (text: string) => string;
  /** Why a key that stands elsewhere stays. */
  readonly outside: Refusal;
}

export interface Language {
  /** The file's name. */
  readonly id: string;
  readonly title: string;
  /** The language whose settings it follows: JSX is JavaScript. */
  readonly family?: string;
  /** The editor's language ids. */
  readonly languageIds: readonly string[];
  /** With the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Programs that run it, without their versions: what the `#!` of a script without an extension names. */
  readonly interpreters?: readonly string[];
  /** The language is made for the browser: a key in it reaches every visitor, whatever file it is read from. */
  readonly browser?: true;
  /**
   * Finds code that reads an environment variable. The group `name` is the variable's where the code names it, `names`
   * the inside of what takes several: `A, B: b = ''`.
   */
  readonly envRead?: RegExp;
  /** One of these stands in every text in which that finds something. */
  readonly envMarks?: readonly string[];
  /** Finds names that a program gives values itself, in a language that reads its own variables the same way. */
  readonly ownNames?: RegExp;
  /** Finds texts in which nothing is read, as in a long string; a match with the group `run` is none. */
  readonly inertTexts?: RegExp;
  /** Whether this text runs in the browser although its language need not. */
  readonly isBrowserCode?: (text: string) => boolean;
  /**
   * A program that has a string, `keystow`, where an expression may stand: what a rewriter makes of it shows how the
   * language reads a variable. It can be put behind another program, unless it is `alone`.
   */
  readonly sample?: Sample;
  /** Absent: literals of this language are not rewritten. */
  readonly rewriting?: Rewriting;
}

/** `process.env`, `process.env.A`, `process.env["A"]`, `const { A, B } = process.env`. */
export const processEnv =
  /\bprocess\.env\b(?:(?<=\{(?<names>[^{}]*)\}\s*=\s*process\.env)|\s*(?:\??\.\s*|(?:\?\.)?\[\s*["'`])(?<name>[A-Za-z_]\w*)|)/;
