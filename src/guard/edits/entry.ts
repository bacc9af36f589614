import { t } from '../../engine/index';
import { GuardError } from '../errors';

/** Something that is put into a configuration: a named one into a map, one without a name into a list. */
export interface Entry {
  /** The maps that lead to it, from the top: `['pre-commit', 'commands']`. Those that are missing are made. */
  readonly path: readonly string[];
  readonly name?: string;
  readonly value: Value;
  /** A line before it, for the reader, where the language has comments. */
  readonly comment?: string;
}

export type Value = string | boolean | readonly Value[] | { readonly [name: string]: Value };

/** A configuration as data. */
export type Data = unknown;

export const isRecord = (data: Data): data is Record<string, Data> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** What stands at a path, or undefined. */
export const at = (data: Data, path: readonly string[]): Data =>
  path.reduce<Data>((inner, name) => (isRecord(inner) ? inner[name] : undefined), data);

/** Whether a configuration is another one with an entry, and nothing else differs. */
export function isWithEntry(before: Data, after: Data, { path, name, value }: Entry): boolean {
  const [first, ...rest] = path;
  if (first !== undefined) {
    const inner = isRecord(before) ? before : {};
    return (
      isRecord(after) &&
      isWithEntry(inner[first], after[first], {
        path: rest,
        value,
        ...(name === undefined ? {} : { name }),
      }) &&
      isSame({ ...inner, [first]: null }, { ...after, [first]: null })
    );
  }
  if (name === undefined) {
    const items = Array.isArray(before) ? before : [];
    return (
      Array.isArray(after) &&
      after.some((item, index) => isSame(item, value) && isSame(items, after.toSpliced(index, 1)))
    );
  }
  return isSame({ ...(isRecord(before) ? before : {}), [name]: value }, after);
}

/**
 * A text with an entry, if the language's own library reads it back as what was there before and the entry.
 *
 * @throws GuardError
 */
export function readBack(
  language: string,
  dataOf: (text: string) => Data,
  before: Data,
  after: string,
  entry: Entry,
): string {
  let data: Data;
  try {
    data = dataOf(after);
  } catch {
    data = undefined; // broken by the entry: refused below
  }
  if (isWithEntry(before, data, entry)) return after;
  throw new GuardError(
    t('its {0} is written in a way in which nothing can be added without changing more', language),
  );
}

function isSame(one: Data, other: Data): boolean {
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSame(item, other[index]))
    );
  if (isRecord(one))
    return (
      isRecord(other) &&
      Object.keys(one).length === Object.keys(other).length &&
      Object.entries(one).every(([key, value]) => key in other && isSame(value, other[key]))
    );
  return Object.is(one, other) || (one instanceof Date && String(one) === String(other));
}
