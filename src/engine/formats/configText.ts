import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** The names and the indexes of items on the way from the root: `['servers', 'github', 'env', 'TOKEN']`. */
export type Path = readonly (string | number)[];

/** What a file says, whatever it is written in. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [name: string]: Data };

/** A string of a file. */
export interface ConfigValue {
  readonly path: Path;
  /** As its reader gets it. */
  readonly value: string;
  /** As it is written, quotes included. */
  readonly span: Span;
}

/** A file as its format reads it. Edits are of the text that was read, and leave every byte that they do not name. */
export interface ConfigText {
  /** In the order of the file; where a file is broken, as far as it can be read. */
  readonly values: readonly ConfigValue[];
  /** What the file says; undefined where it is broken: then nothing of it is changed. */
  readonly data: Data | undefined;
  /** Each comment as it is written, in order. */
  readonly comments: readonly string[];
  /** Ways to write a text in the place of a part of a value, which then is `whole`; the one that changes least first. Whoever takes one reads it back. */
  replacements(value: ConfigValue, part: Span, text: string, whole: string): readonly TextEdit[];
  /** Something else in the place of a value. */
  replacement?(value: ConfigValue, data: Data): TextEdit;
  /** Takes an entry or an item out, with its lines; undefined where the format cannot. Comments stay. */
  removal(path: Path): readonly TextEdit[] | undefined;
  /** Gives an entry that is not there a value, with the objects around it, after the entry of its object that is named. */
  addition(path: Path, data: Data, after?: string): readonly TextEdit[] | undefined;
}

/** Never throws on any text. */
export type Format = (text: string) => ConfigText;

/** What stands at a path. */
export function dataAt(data: Data | undefined, path: Path): Data | undefined {
  let inner = data;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = Object.hasOwn(inner, step) ? (inner as Readonly<Record<string, Data>>)[step] : undefined;
  }
  return inner;
}

/** Whether two files say the same: names in any order, items in theirs. */
export function isSameData(a: Data | undefined, b: Data | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(
      ([name, inner]) => Object.hasOwn(b, name) && isSameData(inner, (b as Record<string, Data>)[name]),
    )
  );
}

/** The data with what stands at a path made anew; undefined takes it out. */
export function withData(data: Data | undefined, path: Path, wanted: Data | undefined): Data | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return wanted;
  if (Array.isArray(data)) {
    const items: readonly Data[] = data;
    const inner = withData(items[Number(step)], rest, wanted);
    return items.toSpliced(Number(step), 1, ...(inner === undefined ? [] : [inner]));
  }
  const record = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, Data>>) : {};
  const inner = withData(Object.hasOwn(record, step) ? record[step] : undefined, rest, wanted);
  const others = Object.entries(record).filter(([name]) => name !== step);
  return Object.fromEntries(inner === undefined ? others : [...others, [step, inner]]);
}
