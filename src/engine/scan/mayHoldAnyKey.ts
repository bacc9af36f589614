import { mayNameSecret } from '../analysers/mayNameSecret';
import type { Detector, EnclosedPattern } from '../detectors/detector';
import type { SourceDocument } from '../model/document';
import { baseName } from '../text/path';
import { createContextFinder } from './findContextKeys';
import { createEnclosedFinder } from './findEnclosedKeys';
import { createEncodedFinder } from './findEncodedKeys';
import { createKeyFinder, isAny, type KeyFinder, type KeyPrefixes, type PrefixedKind } from './findKeys';
import { type KeyForms, keyForms, type PrefixForm } from './keyForms';
import {
  createKeyGate,
  type DoubtJudge,
  type GateOptions,
  type KeyGate,
  type KeyMarks,
  letsThrough,
} from './mayHoldKey';

/**
 * `mayHoldKey` without the detectors, for a process that ends right after it: a document that it lets go was read to its
 * end, and holds no key, and no secret that only its place tells, of a file that `isOrdinary`.
 * It knows the forms of keys and not all that else they need; what is told by its context it judges as a scan does.
 */
export function mayHoldAnyKey(
  document: Pick<SourceDocument, 'path' | 'text'>,
  options: GateOptions = { customRules: [], generic: true },
): boolean {
  if (isNamedIn(document) && mayNameSecret(document.text, true)) return true;
  gate ??= createGate(keyForms);
  return letsThrough(gate, document, options);
}

let gate: KeyGate | undefined;

/** Whether a file is checked for keys and named secrets only, wherever it lies: env files, ignore files and Dockerfiles are not. */
export function isOrdinary(path: string): boolean {
  checked ??= new RegExp(keyForms.checkedNames.join('|'), 'i');
  return !checked.test(baseName(path));
}

let checked: RegExp | undefined;

/** Whether a file is one in which secrets are named. */
const isNamedIn = ({ path, text }: Pick<SourceDocument, 'path' | 'text'>): boolean =>
  mayBeNamedIn(path) && marksOfNamed(path).some((mark) => text.includes(mark));

/** Whether a file is of a kind in which secrets may be named; most are not. */
export function mayBeNamedIn(path: string): boolean {
  named ??= namedFiles();
  return named.endings.test(path) || named.names.test(baseName(path));
}

/** What one of must stand in such a file for secrets to be named there, by its path: nothing where there never are any. */
export function marksOfNamed(path: string): readonly string[] {
  named ??= namedFiles();
  const { endings, unmarked, marked } = named;
  if (!endings.test(path) || unmarked.test(path)) return [''];
  return marked.flatMap(({ pattern, mark }) => (pattern.test(path) ? [mark] : []));
}

let named: ReturnType<typeof namedFiles> | undefined;

const namedFiles = () => ({
  names: new RegExp(keyForms.namedIn.names.join('|'), 'i'),
  endings: new RegExp(keyForms.namedIn.endings),
  unmarked: new RegExp(
    keyForms.namedIn.paths.flatMap(([source, mark]) => (mark === undefined ? [source] : [])).join('|'),
    'i',
  ),
  marked: keyForms.namedIn.paths.flatMap(([source, mark]) =>
    mark === undefined ? [] : [{ pattern: new RegExp(source, 'i'), mark }],
  ),
});

function createGate(forms: KeyForms): KeyGate {
  const marks = marksOf(forms);
  const byPrefix = createKeyFinder(marks.prefixes);
  let judge: DoubtJudge | undefined;
  const judgeOnce = (): DoubtJudge => {
    judge ??= createJudge(forms, marks.enclosed, byPrefix);
    return judge;
  };
  const lazily: DoubtJudge = {
    isKey: (document, runs) => judgeOnce().isKey(document, runs),
    mayBeNamed: (document, runs) => judgeOnce().mayBeNamed(document, runs),
  };
  return createKeyGate(marks, byPrefix, lazily, true);
}

/** What keys look like, by their forms alone: more is let through than what a provider's kind accepts. */
export function marksOf(forms: KeyForms): KeyMarks {
  const known = new Map<string, readonly PrefixedKind[]>();
  const prefixes: KeyPrefixes = {
    any: forms.anyPrefix,
    heads: Object.keys(forms.prefixes),
    with: (head) => {
      const those = known.get(head) ?? (forms.prefixes[head] ?? []).map(kindOf);
      known.set(head, those);
      return those;
    },
  };
  const kindOf = ([prefix, alphabet, min, max = Number.POSITIVE_INFINITY]: PrefixForm): PrefixedKind => ({
    prefix,
    provider: '',
    kind: {
      ...unknown,
      alphabet: forms.alphabets[alphabet] ?? '',
      accepts: ({ length }) => length >= min && length <= max,
    },
  });
  return {
    prefixes,
    shapes: [...new Set(forms.inContext.map(([, shape]) => shape))],
    enclosed: forms.enclosed.map(([source, flags, needs]) => {
      let pattern: RegExp | undefined;
      return {
        get pattern() {
          pattern ??= new RegExp(source, flags);
          return pattern;
        },
        ...(needs === undefined ? {} : { needs }),
      };
    }),
  };
}

function createJudge(
  { inContext }: KeyForms,
  patterns: readonly EnclosedPattern[],
  byPrefix: KeyFinder,
): DoubtJudge {
  const detectors = inContext.map(
    ([id, shape, names]): Detector => ({
      id,
      title: '',
      kinds: [],
      inContext: [{ ...unknown, shape: new RegExp(shape), names: new RegExp(names) }],
    }),
  );
  const enclosing: Detector = {
    ...{ id: '', title: '', kinds: [] },
    enclosed: [{ ...unknown, patterns, accepts: () => true }],
  };
  const inItsContext = createContextFinder(detectors);
  const encoded = createEncodedFinder([byPrefix, createEnclosedFinder([enclosing])], inItsContext);
  return {
    isKey: (document, runs) =>
      isAny(encoded(document, runs)) || isAny(inItsContext.find(document, runs, () => true)),
    mayBeNamed: inItsContext.mayBeNamed,
  };
}

/** What is not asked for here. */
const unknown = {
  ...{ rule: '', title: '', envName: '', manage: '', usage: '', source: { url: '', read: '' } },
  example: () => '',
};
