import type { Language } from '../languages/language';
import type { FileFacts, SourceDocument } from '../model/document';
import type { KeyPlace, Severity } from '../model/finding';
import type { Span } from '../text/span';

/** How a key sits in its file: decides the message and which fixes there can be. */
export type Place =
  | { readonly kind: 'code'; readonly language: Language; readonly inBrowser: boolean }
  | { readonly kind: 'docker-variable'; readonly instruction: 'ENV' | 'ARG'; readonly name: string }
  | { readonly kind: 'docker-command' }
  | { readonly kind: 'config'; readonly movable: boolean }
  // `publicName`: the prefix of the variable puts its value into what browsers get.
  | { readonly kind: 'env-file'; readonly publicName?: string }
  | { readonly kind: 'env-template' }
  | { readonly kind: 'text'; readonly movable?: true };

/** A place as findings tell it. */
export const keyPlaceOf = (place: Place): KeyPlace => {
  if (place.kind === 'code') return place.inBrowser ? 'browser' : 'code';
  return (
    {
      'docker-variable': 'image',
      'docker-command': 'image',
      config: 'config',
      'env-file': 'env',
      'env-template': 'template',
      text: 'text',
    } as const
  )[place.kind];
};

/** A hygiene finding before it has a severity from the settings, a range and a fingerprint. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** The file or variable it is about: with the rule and the file it makes the fingerprint. */
  readonly subject: string;
  readonly message: string;
  /** The variable that it becomes, where its place says so. */
  readonly envName?: string;
}

/** Knows one kind of file. */
export interface Analyser {
  /** The file's name in kebab-case. */
  readonly id: string;
  readonly claims: {
    readonly languageIds?: readonly string[];
    /** Matched against the base name. */
    readonly names?: RegExp;
    /** With the dot, in lower case. */
    readonly extensions?: readonly string[];
    /** What only a look at the whole path, or into the text, tells; asked first. */
    readonly isOne?: (document: SourceDocument) => boolean;
  };
  /** What tells the place of each key of a document, which is read once for all of them, with the first. */
  places(document: SourceDocument): (key: Span) => Place;
  /** The check finds nothing but secrets that `mayNameSecret` tells of. */
  readonly findsNamed?: true;
  /** What is wrong with the file itself; `keys` are the recognised keys in it. */
  check?(document: SourceDocument, facts: FileFacts, keys: readonly Span[]): readonly Problem[];
}
