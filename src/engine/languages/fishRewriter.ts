import { isRefusal, type Refusal } from '../model/fix';
import { t } from '../text/l10n';
import { lineEnd, lineStart } from '../text/lines';
import { contains, type Span } from '../text/span';
import { type FishCommand, type FishPiece, type FishProgram, type FishWord, readFish } from './fishWords';
import type { Program, RefusedKeys, Rewriter, Site } from './rewriter';

/** fish: `$X`, which is nothing where the variable is not set. https://fishshell.com/docs/current/language.html, read 2026-11-25 */
export function fishRewriter({ text }: Program): Rewriter {
  const program = readFish(text);
  return {
    sites: (keys) => {
      const sites: (Site | RefusedKeys)[] = [];
      const groups = new Map<FishPiece, { readonly place: Place; readonly keys: Span[] }>();
      for (const key of keys) {
        const place = placeOf(text, program, key);
        if (isRefusal(place)) sites.push({ ...place, keys: [key] });
        else if (groups.has(place.piece)) groups.get(place.piece)?.keys.push(key);
        else groups.set(place.piece, { place, keys: [key] });
      }
      return [
        ...sites,
        ...Array.from(groups.values(), (group) => siteOf(text, program, group.place, group.keys)),
      ];
    },
    additions: () => [],
    taken: (site, name) => takenBefore(text, program, site, name),
  };
}

interface Place {
  readonly command: FishCommand;
  readonly word: FishWord;
  readonly piece: FishPiece;
}

function placeOf(text: string, { commands, comments }: FishProgram, key: Span): Place | Refusal {
  if (comments.some((comment) => contains(comment, key)))
    return { refused: t('The key is in a comment. Delete it there.') };
  // Commands inside of a substitution come before the one around it.
  for (const command of commands) {
    const word = command.words.find((one) => contains(one, key));
    if (word === undefined) continue;
    const piece = word.pieces.find(({ content }) => contains(content, key));
    if (piece === undefined)
      return { refused: t('The key is put together from pieces. Write it as one string first.') };
    if (/[\\$'"(){}*?]/.test(text.slice(key.start, key.end)) || text[key.start - 1] === '\\')
      return {
        refused: t('The word is written with escapes that Keystow does not read. Move the key by hand.'),
      };
    const head = wordsOf(text, command)[0] ?? '';
    if (head === 'case') return { refused: t('The key is a pattern of case. Compare it with test instead.') };
    if (word === command.words[0] && !/^[\w-]+=/.test(text.slice(word.start, key.start)))
      return { refused: t('The key is the name of a command. Move it by hand.') };
    return { command, word, piece };
  }
  return { refused: t('The key is not inside a word that Keystow reads. Move it by hand.') };
}

const wordsOf = (text: string, { words }: FishCommand): readonly string[] =>
  words.map((word) => word.pieces.map(({ content }) => text.slice(content.start, content.end)).join(''));

const isName = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name);

function siteOf(text: string, program: FishProgram, place: Place, keys: readonly Span[]): Site {
  const { command, word, piece } = place;
  const [first] = keys;
  const isWhole =
    keys.length === 1 && first !== undefined && word.pieces.length === 1 && isSame(first, piece.content);
  const values = keys.map((key) => ({ key, value: text.slice(key.start, key.end) }));
  const own = { keys: values, also: () => [], needs: [] };
  const set = isWhole ? settingOf(text, program, command, word) : undefined;
  if (set !== undefined)
    return {
      ...own,
      span: set.span,
      keys: values.map((value) => ({ ...value, name: set.name })),
      text: ([name = '']) => set.text(name),
    };
  // `X=… command` gives the command a variable that it reads: its name stays.
  const name = /^([A-Z][A-Z0-9_]*)=$/.exec(text.slice(word.start, first?.start).replace(/["']$/, ''))?.[1];
  const isPrefix =
    name !== undefined &&
    command.words.indexOf(word) < command.words.findIndex((one) => !isPrefixed(text, one));
  return {
    ...own,
    ...(isPrefix ? { keys: values.map((value) => ({ ...value, name })) } : {}),
    span: piece,
    text: (names) =>
      isWhole && piece.quote === '' ? `$${names[0] ?? ''}` : embedded(text, piece, keys, names),
  };
}

const isPrefixed = (text: string, { start, end }: FishWord): boolean => /^\w+=/.test(text.slice(start, end));

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** `set -gx X "…"`: the line goes, `.env` sets the variable from now on. Among other commands it reads the variable itself. */
function settingOf(
  text: string,
  { commands }: FishProgram,
  command: FishCommand,
  word: FishWord,
): { readonly name: string; readonly span: Span; text(name: string): string } | undefined {
  const words = wordsOf(text, command);
  const isOr = words[0] === 'or';
  const [head, ...rest] = isOr ? words.slice(1) : words;
  const flags = rest.filter((one) => one.startsWith('-'));
  const [name = '', ...given] = rest.filter((one) => !one.startsWith('-'));
  const exports =
    flags.some((flag) => /^-[a-zA-Z]*x|^--export$/.test(flag)) &&
    !flags.some((flag) => /^-[a-zA-Z]*[ape]|^--(?:append|prepend|erase)$/.test(flag));
  if (head !== 'set' || !exports || !isName(name) || given.length !== 1 || command.words.at(-1) !== word)
    return undefined;
  // `set -q X; or set -gx X "…"` is one.
  const before = isOr ? commands.filter(({ end }) => end <= command.start).at(-1) : undefined;
  const asked = before === undefined ? [] : wordsOf(text, before);
  const isDefault =
    before !== undefined &&
    /^set (?:-\w+ )*(?:-q|--query) \w+$/.test(asked.join(' ')) &&
    asked.at(-1) === name &&
    /^\s*;?\s*$/.test(text.slice(before.end, command.start));
  const { start, end } = isDefault
    ? { start: before.start, end: command.end }
    : (testAround(text, commands, command, name) ?? command);
  const line = { start: lineStart(text, start), end: lineEnd(text, end) };
  const isAlone =
    text.slice(line.start, start).trim() === '' &&
    /^\s*;?\s*(?:#.*)?$/.test(text.slice(end, line.end).trimEnd()) &&
    (!isOr || isDefault);
  return isAlone ? { name, span: line, text: () => '' } : { name, span: word, text: (read) => `$${read}` };
}

/** `if not set -q X`, the command, `end`: the test goes with it. */
function testAround(
  text: string,
  commands: readonly FishCommand[],
  command: FishCommand,
  name: string,
): Span | undefined {
  const before = commands.filter(({ end }) => end <= command.start).at(-1);
  const after = commands.find(({ start }) => start >= command.end);
  if (before === undefined || after === undefined || wordsOf(text, after).join(' ') !== 'end')
    return undefined;
  const asked = wordsOf(text, before).join(' ');
  const isTest = /^if not set (?:-\w+ )*(?:-q|--query) \w+$/.test(asked) && asked.endsWith(` ${name}`);
  const isBare = [text.slice(before.end, command.start), text.slice(command.end, after.start)].every((gap) =>
    /^[\s;]*$/.test(gap),
  );
  return isTest && isBare ? { start: before.start, end: after.end } : undefined;
}

/** Text with lookups in it: between double quotes, which are closed where what follows would be read as part of the name. */
function embedded(
  text: string,
  { quote, content }: FishPiece,
  keys: readonly Span[],
  names: readonly string[],
): string {
  const raw = (from: number, to: number): string => text.slice(from, to);
  const around = keys.map((key, index) => raw(keys[index - 1]?.end ?? content.start, key.start));
  const last = raw(keys.at(-1)?.end ?? content.start, content.end);
  const isPlain = quote === '"' || (quote === "'" && !/[$"\\(]/.test(around.join('') + last));
  if (!isPlain) {
    const part = (plain: string): string => (plain === '' ? '' : quote + plain + quote);
    return around.map((before, index) => `${part(before)}"$${names[index] ?? ''}"`).join('') + part(last);
  }
  let result = '"';
  around.forEach((before, index) => {
    result += `${index > 0 && /^[\w[]/.test(before) ? '""' : ''}${before}$${names[index] ?? ''}`;
  });
  return `${result}${/^[\w[]/.test(last) ? '""' : ''}${last}"`;
}

/** Why a variable cannot be read: the program gives it another value, or has it as a variable of its own. */
function takenBefore(text: string, { commands }: FishProgram, site: Site, name: string): Refusal | undefined {
  const values = site.keys.map(({ value }) => value);
  for (const command of commands) {
    const words = wordsOf(text, command);
    const at = words.indexOf(name);
    const verb = words.find((one) => /^(?:set|read|for|function)$/.test(one));
    if (at < 1 || verb === undefined || words.some((one) => /^-\w*q|^--query$/.test(one))) continue;
    if (verb === 'set' && values.includes(words.slice(at + 1).join(' '))) continue;
    return {
      refused: t('The program gives {0} another value. Give that variable another name first.', name),
    };
  }
  return undefined;
}
