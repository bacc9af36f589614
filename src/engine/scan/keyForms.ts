import type { Analyser } from '../analysers/analyser';
import { analysers } from '../analysers/index';
import type { Detector } from '../detectors/detector';
import { detectors } from '../detectors/index';
import { surfaceEndings, surfaces } from '../surfaces/index';
import { lengthsOf } from './bodyLengths';
import { keyMarks } from './mayHoldKey';
import { neededLiterals } from './neededLiterals';

/** What keys look like, as data alone: enough to tell a text that holds none. */
export interface KeyForms {
  /** An expression for any prefix. */
  readonly anyPrefix: string;
  /** By the first two characters of prefixes, the longest first: kinds that begin with them. */
  readonly prefixes: Readonly<Record<string, readonly PrefixForm[]>>;
  /** Every alphabet that bodies are written with. */
  readonly alphabets: readonly string[];
  /**
   * Kinds that are told by their context: the provider, the sources of the shape and of what names the provider, and what one
   * of stands in each such name.
   */
  readonly inContext: readonly (readonly [
    provider: string,
    shape: string,
    names: string,
    words: readonly string[],
  ])[];
  /** What encloses keys: the source and flags of an expression, and what every match holds, where that is a text. */
  readonly enclosed: readonly (readonly [source: string, flags: string, needs?: string])[];
  /** Files that are checked for more than keys and named secrets: sources of expressions for their names. */
  readonly checkedNames: readonly string[];
  /** Those that are checked for named secrets: sources for their names, or for their paths and what each text holds. */
  readonly namedIn: {
    readonly names: readonly string[];
    readonly endings: string;
    readonly paths: readonly (readonly [path: string, mark?: string])[];
  };
}

/** A prefix, which alphabet follows, and how long a body is that its kind accepts, at least and at most. */
export type PrefixForm = readonly [prefix: string, alphabet: number, min: number, max?: number];

/** Taken from the detectors; esbuild.js puts the result in its place, so that a hook does not load the detectors. */
export const keyForms: KeyForms = formsOf(detectors);

function formsOf(all: readonly Detector[]): KeyForms {
  const { prefixes } = keyMarks(all);
  const alphabets = [...new Set(all.flatMap(({ kinds }) => kinds.map(({ alphabet }) => alphabet)))];
  return {
    anyPrefix: prefixes.any,
    prefixes: Object.fromEntries(
      prefixes.heads.map((head) => [
        head,
        prefixes.with(head).map(({ prefix, kind: { alphabet, accepts } }): PrefixForm => {
          const { min, max } = lengthsOf(accepts);
          const form = [prefix, alphabets.indexOf(alphabet), min] as const;
          return Number.isFinite(max) ? [...form, max] : form;
        }),
      ]),
    ),
    alphabets,
    inContext: all.flatMap(({ id, inContext = [] }) =>
      inContext.map(
        ({ shape, names }) => [id, shape.source, names.source, neededLiterals(names.source)] as const,
      ),
    ),
    enclosed: all.flatMap(({ enclosed = [] }) =>
      enclosed.flatMap(({ patterns }) =>
        patterns.map(({ needs, pattern }) =>
          typeof needs === 'string'
            ? ([pattern.source, pattern.flags, needs] as const)
            : ([pattern.source, pattern.flags] as const),
        ),
      ),
    ),
    checkedNames: namesOf(({ findsNamed }) => findsNamed !== true),
    namedIn: {
      names: namesOf(({ findsNamed }) => findsNamed === true),
      endings: surfaceEndings.source,
      paths: surfaces
        .filter(({ secrets }) => secrets.some(({ named }) => named !== undefined))
        .map(({ files: { source }, mark }) => (mark === undefined ? [source] : [source, mark])),
    },
  };
}

function namesOf(isWanted: (analyser: Analyser) => boolean): readonly string[] {
  return analysers.flatMap((analyser) => {
    const { names } = analyser.claims;
    return analyser.check === undefined || names === undefined || !isWanted(analyser) ? [] : [names.source];
  });
}
