import { parse, stringify } from 'smol-toml';
import { t } from '../../engine/index';
import { GuardError } from '../errors';
import { at, type Data, isWithEntry, readBack } from './entry';
import { type Join, lineEnd, undone } from './join';
import type { NamedEntry } from './jsonEntry';

/** An entry in a TOML file: a table of its own at the end, where it changes the meaning of nothing before it. */
export function tomlEntry(entry: NamedEntry): Join {
  const full = [...entry.path, entry.name];
  const table = stringify(
    full.reduceRight<unknown>((inner, name) => ({ [name]: inner }), entry.value),
  ).trimEnd();
  const put = (given: string | undefined): string => {
    const text = given ?? '';
    const before = dataOf(text);
    const eol = lineEnd(text);
    const lines = table.split('\n').join(eol);
    const after = text === '' || text.endsWith('\n') ? `${text}${lines}${eol}` : `${text}${eol}${lines}`;
    return readBack('TOML', dataOf, before, after, entry);
  };
  return {
    has: (text) => at(dataOf(text), full) !== undefined,
    put,
    takeOut: (text) => {
      const eol = lineEnd(text);
      const lines = table.split('\n').join(eol);
      const start = text.indexOf(lines);
      const end = start + lines.length;
      const [before, after] = [text.slice(0, start), text.slice(end)];
      const rest = [before + after.replace(/^\r?\n/, ''), before.replace(/\r?\n$/, '') + after];
      const result = start < 0 ? undefined : undone(text, rest, put);
      if (result === undefined || !isWithEntry(dataOf(result), dataOf(text), entry))
        throw new GuardError(t('what Keystow added was changed since; take it out by hand'));
      return result;
    },
  };
}

function dataOf(text: string): Data {
  try {
    return parse(text);
  } catch {
    // The library's message quotes the text.
    throw new GuardError(t('it is not valid TOML'));
  }
}
