import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import type { ProjectFiles } from '../model/project';
import type { LookupStyle } from '../model/settings';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** A program in which keys are replaced. */
export interface Program {
  readonly path: string;
  readonly text: string;
  readonly root: Node;
  readonly project: ProjectFiles;
  /** What the language and the text itself say of where it runs. */
  readonly inBrowser: boolean;
  readonly style: LookupStyle;
}

/** A place where keys stand, and what is put there instead. */
export interface Site {
  /** What goes: a literal with its quotes, joined literals, a lookup with its fallback. */
  readonly span: Span;
  /** The keys that it holds, in order. */
  readonly keys: readonly SiteKey[];
  /** What is put there; `names` are those of the keys, in order. */
  readonly text: (names: readonly string[]) => string;
  /** What has to change elsewhere with it: `const` becomes `var`. Sites may ask for the same edit: it is made once. */
  readonly also: (names: readonly string[]) => readonly TextEdit[];
  /** What the new text relies on, in the language's own words: `os`. */
  readonly needs: readonly string[];
}

export interface SiteKey {
  readonly key: Span;
  readonly value: string;
  /** The code reads this variable already; its name is kept. */
  readonly name?: string;
}

/** Keys that stay. */
export interface RefusedKeys extends Refusal {
  readonly keys: readonly Span[];
}

/** How one program is changed so that it reads variables where keys stood. Never throws, also on broken code. */
export interface Rewriter {
  /** Every key is in exactly one of the sites and refusals. */
  sites(keys: readonly Span[]): readonly (Site | RefusedKeys)[];
  /** Why a site cannot read a variable of this name: where the environment's names are the program's own, it may be taken. */
  taken?(site: Site, name: string): Refusal | undefined;
  /** The site that drops the argument which gives an SDK the key, where the SDK reads a variable itself; else undefined. */
  withoutArgument?(key: Span): Site | undefined;
  /** Imports and helpers that the sites need and the file lacks; `names` are those of each site's keys. */
  additions(sites: readonly Site[], names: readonly (readonly string[])[]): readonly TextEdit[];
  /** Sentences for the user: how the asked style could not be followed. */
  readonly notes?: readonly string[];
}
