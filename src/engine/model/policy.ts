import type { CustomRule } from './customRule';
import type { Severity } from './finding';

/** What a team agreed on for a project, as far as it could be read, from its policy file and those it extends. */
export interface Policy {
  readonly customRules: readonly CustomRule[];
  /** Hexadecimal; what the project's fingerprints are keyed with. */
  readonly salt?: string;
  readonly severity: readonly RuleSeverity[];
  /** Files that are not scanned, besides those that the user excludes. */
  readonly exclude: readonly Placed<string>[];
  readonly accepted: readonly Acceptance[];
  /** Kinds of keys that nobody may use, wherever they stand. */
  readonly forbidden: readonly Placed<string>[];
  /** Ids of the providers whose keys may be used; absent: all. */
  readonly providers?: Placed<readonly string[]>;
  /** The env file that keys move to: a name beside the manifest, or a path from the root. */
  readonly envFile?: Placed<string>;
  /** What a move adds where nothing loads the env file; `none`: the team loads it by other means. */
  readonly loader?: Placed<Loader>;
  /** The files it was read from, the project's own first. */
  readonly files: readonly string[];
  readonly problems: readonly PolicyProblem[];
}

export const loaders = ['auto', 'none'] as const;
export type Loader = (typeof loaders)[number];

/** Something that a policy says, and where. */
export interface Placed<T> {
  readonly value: T;
  /** `.keystow.json:12` */
  readonly at: string;
}

/** How serious a rule's findings are, in the files of a pattern or everywhere. */
export interface RuleSeverity extends Placed<Severity | 'off'> {
  readonly rule: string;
  /** A glob as minimatch reads it; absent: all files. */
  readonly path?: string;
  readonly reason?: string;
}

/** A finding that somebody has looked at and lets stand. */
export interface Acceptance extends Placed<string> {
  /** The fingerprint is its `value`. */
  readonly rule: string;
  /** A glob; absent: wherever the value stands. */
  readonly path?: string;
  readonly reason: string;
  readonly author?: string;
  /** `2026-11-28`, of the day it was accepted and of the last one it holds. */
  readonly date?: string;
  readonly expires?: string;
}

export interface PolicyProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export const noPolicy: Policy = {
  customRules: [],
  severity: [],
  exclude: [],
  accepted: [],
  forbidden: [],
  files: [],
  problems: [],
};
