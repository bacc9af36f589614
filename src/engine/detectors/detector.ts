import type { Severity } from '../model/finding';
import { said } from '../text/l10n';
import type { Accepts } from './accepts';

/** Draws `length` characters of `alphabet`; examples are made with it so that no key is ever committed. */
export type RandomText = (alphabet: string, length: number) => string;

export const digits = '0123456789';
export const hex = `${digits}abcdef`;
export const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const lower = 'abcdefghijklmnopqrstuvwxyz';
export const letters = `${upper}${lower}`;
export const base32 = `${upper}234567`;
export const base62 = `${digits}${letters}`;
export const base64url = `${base62}-_`;

/** What is told of a key that was found. */
export interface FoundKind {
  /** `<provider>-<kind>` in kebab-case; never renamed once released, users write it in ignore comments. */
  readonly rule: string;
  /** As messages say it: `OpenAI project key`. */
  readonly title: string;
  /** The variable that the provider's own tools read. */
  readonly envName: string;
  /** Where such a key is public by design: what stands near it then, and the sentence that says so. */
  readonly publicWhere?: { readonly near: RegExp; readonly because: string };
  /** Of the project's own policy, and written in its words. */
  readonly isOwn?: true;
  /** The highest severity it ever has; and in tests and documentation, where this is another. */
  readonly atMost?: Severity;
  readonly inTests?: Severity;
}

/** The title as a person reads it. */
export const titleOf = ({ title, isOwn }: FoundKind): string => (isOwn === true ? title : said(title));

/** What is known of every kind of key of a provider. */
export interface KeyFacts extends FoundKind {
  /** The page where such a key is made and revoked. */
  readonly manage: string;
  /** The page that shows what was used and what it cost. */
  readonly usage: string;
  /** Where the format is from, and when that was read. */
  readonly source: { readonly url: string; readonly read: string };
  readonly example: (random: RandomText) => string;
}

/** A kind that tells itself: by its public prefix, judged in code. */
export interface KeyKind extends KeyFacts {
  /** How such a key begins. Public: the only part of a key that is ever shown. */
  readonly prefixes: readonly string[];
  /** The characters a body is made of; the body is the longest run of them after the prefix. */
  readonly alphabet: string;
  /** Decides from the body alone. Lengths are minima where the provider has changed them before. */
  readonly accepts: Accepts;
  /** Whether the checksum that such a key carries is right; undefined where it has none. It raises confidence or lowers it, and never decides alone. */
  readonly checksum?: (body: string) => boolean | undefined;
}

/** A kind without a mark of its own: told by its exact shape, and by what stands around it. */
export interface ContextKind extends KeyFacts {
  /** The part of the shape that is public, if any: `sk-`. */
  readonly prefix?: string;
  /** The whole value, anchored at both ends. */
  readonly shape: RegExp;
  /**
   * Names the provider, in words as `wordsOf` gives them: `new MistralClient(` is `new mistral client`, and
   * `api.mistral.ai` is `api mistral ai`.
   */
  readonly names: RegExp;
}

export interface EnclosedPattern {
  /** What every match holds, looked for first: most texts are done with it. */
  readonly needs?: string | RegExp;
  /** Every match lies in one run of what keys are written with: it is looked for in long ones. */
  readonly isRun?: true;
  /** Global, with bounded repetition; the group `key`, or the whole match, is the key. */
  readonly pattern: RegExp;
}

/** A kind that is told by what encloses it: a block, or a place in a URL. */
export interface EnclosedKind extends KeyFacts {
  /** The public part it begins with, if any. */
  readonly prefix?: string;
  readonly patterns: readonly EnclosedPattern[];
  readonly accepts: (key: string, match: RegExpExecArray) => boolean;
  /** The value may be guessable: it is fingerprinted by its place. */
  readonly guessable?: true;
}

export interface Detector {
  /** The provider's id, and the file's name. */
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly KeyKind[];
  readonly inContext?: readonly ContextKind[];
  readonly enclosed?: readonly EnclosedKind[];
}

/** Every kind of a provider. */
export const kindsOf = ({
  kinds,
  inContext = [],
  enclosed = [],
}: Detector): readonly (KeyKind | ContextKind | EnclosedKind)[] => [...kinds, ...inContext, ...enclosed];

/** `length` characters in which all three occur. */
export const mixed = (random: RandomText, length: number): string => `${random(base62, length - 3)}a7B`;

/** A made UUID of version 4. */
export const uuid = (random: RandomText): string =>
  [random(hex, 8), random(hex, 4), `4${random(hex, 3)}`, `a${random(hex, 3)}`, random(hex, 12)].join('-');
