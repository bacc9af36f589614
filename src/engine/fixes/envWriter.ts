import { parse } from 'dotenv';
import { type EnvLine, envLines } from '../analysers/envLines';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import type { Refusal } from '../model/fix';
import { applyEdits, eolOf, type TextEdit } from '../text/edit';

/** A value to store and the name it should have. */
export interface Wanted {
  readonly name: string;
  readonly value: string;
  /** The name may not be changed: something else reads it under exactly this one. */
  readonly exact?: boolean;
}

export interface EnvUpdate {
  /** Empty when every value was there already. */
  readonly edits: readonly TextEdit[];
  /** For each wanted value, in order, the name it is stored under. */
  readonly names: readonly string[];
}

/** Read alike by every parser: dotenv, Node, Vite, Python, Compose, `docker --env-file`, a shell. */
const bare = /^[\w./:+=@%,-]+$/;

/**
 * Stores values in an env file as `NAME=value`: no quotes, no blanks, no comment, a line of its own. A value that
 * is there keeps its name; a name that has another value is left alone and the next free one (`X_2`) is taken; an
 * empty or placeholder value is filled in. Everything else in the file stays as it is, byte for byte.
 *
 * The result is read back with dotenv before it is returned: each old name has its old value, each new name has
 * its new one. Otherwise it is refused, and the reason says what to mend.
 */
export function updateEnv(text: string, wanted: readonly Wanted[]): EnvUpdate | Refusal {
  const before = parse(text);
  const values = new Map(Object.entries(before));
  const eol = eolOf(text);
  const filled: TextEdit[] = [];
  const names: string[] = [];
  let appended = '';
  for (const item of wanted) {
    const name = nameFor(item, values);
    if (typeof name !== 'string') return name;
    names.push(name);
    const current = values.get(name);
    if (current === item.value) continue;
    const written = quoted(item.value);
    if (typeof written !== 'string') return written;
    if (item.exact === true && written !== item.value)
      return {
        refused: `The value of ${name} needs quotes in an env file, and docker keeps them. Move it by hand.`,
      };
    values.set(name, item.value);
    const line = envLines(text).findLast((candidate) => candidate.name === name);
    if (current !== undefined && line !== undefined)
      filled.push(filledLine(text, line, `${name}=${written}`, eol));
    else appended += `${name}=${written}${eol}`;
  }
  const edits = appended === '' ? filled : [...filled, append(text, appended, eol)];
  const after = parse(applyEdits(text, edits));
  for (const [name, value] of values) {
    if (after[name] !== value)
      return {
        refused:
          'The env file has a line that swallows what follows it, such as an unclosed quote. Mend it first.',
      };
  }
  return { edits, names };
}

/**
 * Fills in a line that had no value: rewritten as a whole, for readers disagree on blanks around `=`, on a colon and on
 * a comment behind the value. The comment stays, on a line of its own before it.
 */
function filledLine(text: string, line: EnvLine, assignment: string, eol: string): TextEdit {
  const end = /$/m.exec(text.slice(line.valueSpan.end))?.index ?? 0;
  const rest = text.slice(line.valueSpan.end, line.valueSpan.end + end).replace(/\r$/, '');
  const comment = /#.*/.exec(rest)?.[0].trimEnd();
  const lineStart = text.lastIndexOf('\n', line.nameSpan.start - 1) + 1;
  const lead = text.slice(lineStart, line.nameSpan.start);
  const exported = /^[ \t]*export[ \t]+$/.test(lead) ? 'export ' : '';
  return {
    span: { start: lineStart, end: line.valueSpan.end + rest.length },
    newText: `${comment === undefined ? '' : comment + eol}${exported}${assignment}`,
  };
}

/** The name with this value, else the wanted one, else the first free `X_2`, `X_3` … */
function nameFor(item: Wanted, values: ReadonlyMap<string, string>): string | Refusal {
  const free = (name: string): boolean => {
    const current = values.get(name);
    return current === undefined || current === '' || current === item.value || isOnlyPlaceholder(current);
  };
  if (item.exact === true) {
    if (free(item.name)) return item.name;
    return { refused: `The env file already has another value for ${item.name}.` };
  }
  if (values.get(item.name) === item.value) return item.name;
  for (const [name, value] of values) if (value === item.value && /^[A-Za-z_]\w*$/.test(name)) return name;
  if (free(item.name)) return item.name;
  for (let n = 2; ; n++) if (free(`${item.name}_${n}`)) return `${item.name}_${n}`;
}

function quoted(value: string): string | Refusal {
  if (bare.test(value)) return value;
  if (/^[^'$\\\r\n]+$/.test(value)) return `'${value}'`;
  return { refused: 'The value has characters that env files do not read alike. Move it by hand.' };
}

/** Appends on a line of its own, so that nothing is glued to a last line without an ending. */
const append = (text: string, lines: string, eol: string): TextEdit => ({
  span: { start: text.length, end: text.length },
  newText: text === '' || /[\r\n]$/.test(text) ? lines : eol + lines,
});

/** Adds names without values to a template; names that are there in any form stay as they are. */
export function addNames(text: string, names: readonly string[]): readonly TextEdit[] {
  const present = new Set(envLines(text).map((line) => line.name));
  const eol = eolOf(text);
  const missing = [...new Set(names)].filter((name) => !present.has(name));
  if (missing.length === 0) return [];
  return [append(text, missing.map((name) => `${name}=${eol}`).join(''), eol)];
}
