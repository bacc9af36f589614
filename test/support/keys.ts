import { kindsOf } from '../../src/engine/detectors/detector';
import { detectors } from '../../src/engine/detectors/index';
import { randomText } from './random';

const kinds = new Map(
  detectors.flatMap((detector) => kindsOf(detector).map((kind) => [kind.rule, kind] as const)),
);

/** A made key of a rule. The same label gives the same key; nothing key-shaped is ever committed. */
export function madeKey(rule: string, label = ''): string {
  const kind = kinds.get(rule);
  if (kind === undefined) throw new Error(`no rule ${rule}`);
  const seed = [...`${rule}#${label}`].reduce(
    (hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  return kind.example(randomText(seed));
}

/** Every piece of eight characters from the secret part of a key: its second half. None of them may ever be shown. */
export function secretParts(key: string): readonly string[] {
  const half = key.slice(Math.floor(key.length / 2));
  return Array.from({ length: Math.max(1, half.length - 7) }, (_, at) => half.slice(at, at + 8));
}
