import type { Detector } from '../detectors/detector';
import type { SourceDocument } from '../model/document';
import { baseName } from '../text/path';
import { createContextFinder } from './findContextKeys';
import { createEnclosedFinder } from './findEnclosedKeys';
import { createEncodedFinder } from './findEncodedKeys';
import { createKeyFinder, type KeyFinder, type KeyPrefixes, type PrefixedKind } from './findKeys';
import { type KeyForms, keyForms, type PrefixForm } from './keyForms';
import { createKeyGate, type DoubtJudge, type GateOptions, type KeyGate } from './mayHoldKey';

/**
 * `mayHoldKey` without the detectors, for a process that ends right after it: a document that it lets go holds no key.
 * It knows the forms of keys and not all that else they need; what is told by its context it judges as a scan does.
 */
export function mayHoldAnyKey(
  document: Pick<SourceDocument, 'path' | 'text'>,
  options: GateOptions = { customRules: [], generic: true },
): boolean {
  gate ??= createGate(keyForms);
  return gate(document, options);
}

let gate: KeyGate | undefined;

/** Whether a file is checked for keys only, wherever it lies: env files, ignore files and Dockerfiles are not. */
export function isOrdinary(path: string): boolean {
  checked ??= new RegExp(keyForms.checkedNames.join('|'), 'i');
  return !checked.test(baseName(path));
}

let checked: RegExp | undefined;

function createGate(forms: KeyForms): KeyGate {
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
  const kindOf = ([prefix, alphabet, min = 0, max = Number.POSITIVE_INFINITY]: PrefixForm): PrefixedKind => ({
    prefix,
    provider: '',
    kind: {
      ...unknown,
      alphabet: forms.alphabets[alphabet] ?? '',
      accepts: ({ length }) => length >= min && length <= max,
    },
  });
  const byPrefix = createKeyFinder(prefixes);
  const marks = {
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
  let judge: DoubtJudge | undefined;
  return createKeyGate(marks, byPrefix, (document, runs) => {
    if (runs.length === 0) return false;
    judge ??= createJudge(forms, marks.enclosed, byPrefix);
    return judge(document, runs);
  });
}

function createJudge(
  { inContext }: KeyForms,
  patterns: readonly { readonly pattern: RegExp; readonly needs?: string }[],
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
  return (document, runs) =>
    encoded(document, runs).length > 0 || inItsContext.find(document, runs, () => true).length > 0;
}

/** What is not asked for here. */
const unknown = {
  ...{ rule: '', title: '', envName: '', manage: '', usage: '', source: { url: '', read: '' } },
  example: () => '',
};
