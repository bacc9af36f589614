import { parse } from 'dotenv';
import { type EnvLine, envLines } from '../analysers/envLines';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import { isRefusal, type Refusal } from '../model/fix';
import type { NameCollision } from '../model/settings';
import { applyEdits, eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { lineEnd, lineStart } from '../text/lines';
import type { Span } from '../text/span';
import { formRefusal, nameRefusal } from './envNames';

/** A value to store and the name it should have. */
export interface Wanted {
  readonly name: string;
  readonly value: string;
  /** The name may not be changed: something else reads it under exactly this one. */
  readonly exact?: boolean;
  /** The project itself names the variable, which may well be public or another program's. */
  readonly named?: boolean;
  /** What reads the file takes a value as it is written: `docker run --env-file`, `kubectl`. */
  readonly unquoted?: boolean;
}

export interface EnvUpdate {
  /** Empty when every value was there already. */
  readonly edits: readonly TextEdit[];
  /** For each wanted value, in order, the name it is stored under. */
  readonly names: readonly string[];
  /** Those among them that keep another value: the wanted one is not stored. */
  readonly reused: ReadonlySet<string>;
  /** Readers that take a value in another way, one sentence each. */
  readonly notes: readonly string[];
}

/** Read alike by every parser: dotenv, Node, Vite, Python, Compose, `docker --env-file`, a shell. */
const bare = /^[\w./:+=@%,-]+$/;

/**
 * Stores values in an env file as `NAME=value`: no quotes where none are needed, no blanks, no comment, a line of its own. A value that
 * is there keeps its name; a name that has another value is left alone, and `collision` says what is done then; an
 * empty or placeholder value is filled in. Everything else in the file stays as it is, byte for byte.
 *
 * The result is read back with dotenv before it is returned: each old name has its old value, each new name has
 * its new one. Otherwise it is refused, and the reason says what to mend.
 */
export function updateEnv(
  text: string,
  wanted: readonly Wanted[],
  collision: NameCollision = 'suffix',
): EnvUpdate | Refusal {
  const values = new Map(Object.entries(parse(text)));
  const eol = eolOf(text);
  const filled: TextEdit[] = [];
  const names: string[] = [];
  const reused = new Set<string>();
  const added = new Set<string>();
  const notes = new Set<string>();
  let appended = '';
  let place = safePlace(text) ?? text.length;
  // A name that something reads is kept for the value that goes there.
  const kept = wanted.flatMap(({ exact, name, value }) => (exact === true ? [[name, value] as const] : []));
  for (const item of wanted) {
    const known = item.exact === true ? values : new Map([...values, ...kept]);
    const isTaken = added.has(item.name) || (item.exact !== true && kept.some(([own]) => own === item.name));
    const name = nameFor(item, known, isTaken && collision === 'reuse' ? 'suffix' : collision);
    if (typeof name !== 'string') return name;
    const refused = item.named === true ? formRefusal(name) : nameRefusal(name);
    if (refused !== undefined) return { refused };
    names.push(name);
    const current = values.get(name);
    if (current === item.value) continue;
    if (!isFree(current, item.value)) {
      reused.add(name);
      notes.add(
        t(
          '{0} has another value, which the code reads now. The key that stood there is gone: revoke it.',
          name,
        ),
      );
      continue;
    }
    const written = writtenForm(item.value);
    if (isRefusal(written)) return written;
    if (item.unquoted === true && written.text !== item.value)
      return {
        refused: t(
          'The value of {0} needs quotes in an env file, and what reads it there takes them for a part of it. Move it by hand.',
          name,
        ),
      };
    if (written.note !== undefined) notes.add(`${name}: ${written.note}`);
    values.set(name, item.value);
    added.add(name);
    const line = envLines(text).findLast((candidate) => candidate.name === name);
    const before = line && safePlace(text.slice(0, lineStart(text, line.nameSpan.start)));
    if (line !== undefined && before !== undefined) {
      place = Math.min(place, before);
      filled.push({ span: wholeLine(text, line), newText: '' });
      appended += `${name}=${written.text}${eol}`;
    } else if (current !== undefined && line !== undefined)
      filled.push(filledLine(text, line, `${name}=${written.text}`, eol));
    else appended += `${name}=${written.text}${eol}`;
  }
  const edits = appended === '' ? filled : [...filled, append(text, place, appended, eol)];
  const after = parse(applyEdits(text, edits));
  for (const [name, value] of values) {
    if (after[name] !== value)
      return {
        refused: t(
          'The env file has a line that swallows what follows it, such as an unclosed quote. Mend it first.',
        ),
      };
  }
  return { edits, names, reused, notes: [...notes] };
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

/** Whether a name with this value can take another one. */
const isFree = (current: string | undefined, value: string): boolean =>
  current === undefined || current === '' || current === value || isOnlyPlaceholder(current);

/** The name with this value, else the wanted one; where that has another value, as `collision` says. */
function nameFor(
  { name, value, exact = false }: Wanted,
  values: ReadonlyMap<string, string>,
  collision: NameCollision,
): string | Refusal {
  if (exact && !isFree(values.get(name), value) && collision !== 'reuse')
    return { refused: t('The env file already has another value for {0}.', name) };
  if (exact || values.get(name) === value) return name;
  for (const [other, stored] of values)
    if (stored === value && nameRefusal(other) === undefined) return other;
  if (isFree(values.get(name), value) || collision === 'reuse') return name;
  if (collision === 'ask')
    return {
      refused: t(
        'The env file already has another value for {0}. Move this key by itself to choose a name.',
        name,
      ),
    };
  for (let n = 2; ; n++) if (isFree(values.get(`${name}_${n}`), value)) return `${name}_${n}`;
}

/**
 * How a value is written: as it is where every reader takes it alike, else in the quotes that most readers understand,
 * with a word on those that do not. What each reader does was measured: dotenv, Node.js, Vite, Next.js, Bun, Deno,
 * python-dotenv, Compose, `docker --env-file` and bash (2026-11-23).
 */
function writtenForm(value: string): { readonly text: string; readonly note?: string } | Refusal {
  if (bare.test(value)) return { text: value };
  const has = (characters: RegExp): boolean => characters.test(value);
  // Quotes inside, a backslash at the end, or a line break that dotenv would change: no form is safe.
  if (has(/[\r\0]/) || (has(/'/) && has(/["$\\`]/)) || (has(/\n/) && has(/["$\\`]/)))
    return { refused: t('The value has characters that env files do not read alike. Move it by hand.') };
  if (has(/\n/))
    return {
      text: `"${value}"`,
      note: t('the value has several lines, which docker --env-file cannot read.'),
    };
  if (has(/'/))
    return { text: `"${value}"`, note: t('docker --env-file takes the quotes as a part of the value.') };
  const kept = t('docker --env-file takes the quotes as a part of the value.');
  const note = has(/\$/) ? `${kept} ${t('Vite, Next.js and Bun replace what follows a $.')}` : kept;
  return { text: `'${value}'`, note };
}

/**
 * Appends on a line of its own, so that nothing is glued to a last line without an ending; before a line at the end
 * that is no assignment, which Node.js would take for the beginning of the name.
 */
function append(text: string, at: number, lines: string, eol: string): TextEdit {
  const glued = at > 0 && !/[\r\n]$/.test(text.slice(0, at));
  return { span: { start: at, end: at }, newText: glued ? eol + lines : lines };
}

/** Where a line may be added so that nothing before it swallows its name; undefined where that is the end. */
function safePlace(text: string): number | undefined {
  const last = envLines(text).findLast((line) =>
    /^[ \t]*=/.test(text.slice(line.nameSpan.end, line.valueSpan.end + 1)),
  );
  const at = last === undefined ? 0 : lineEnd(text, last.valueSpan.end);
  const isJunk = (line: string): boolean => !/^\s*(?:#|$)/.test(line);
  return text.slice(at).split('\n').some(isJunk) ? at : undefined;
}

const wholeLine = (text: string, { nameSpan, valueSpan }: EnvLine): Span => ({
  start: lineStart(text, nameSpan.start),
  end: lineEnd(text, valueSpan.end),
});

/** Adds names without values to a template; names that are there in any form stay as they are. */
export function addNames(text: string, names: readonly string[]): readonly TextEdit[] {
  const present = new Set(envLines(text).map((line) => line.name));
  const eol = eolOf(text);
  const missing = [...new Set(names)].filter((name) => !present.has(name));
  if (missing.length === 0) return [];
  return [append(text, text.length, missing.map((name) => `${name}=${eol}`).join(''), eol)];
}
