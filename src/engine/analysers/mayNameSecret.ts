import { looksSecret } from '../detectors/secretValue';

/** What a name ends with, or what announces a value, that is a secret. */
const ends = `(?:key|token|secret|passw(?:or)?d|pword|pass(?:phrase)?|auth(?:orization)?|ident|credentials?)_*(?![A-Za-z0-9_])`;
const hint = new RegExp(ends, 'i');

/** A name, and ahead what stands between it and its value; or the rest of a tag of XML. */
const named = new RegExp(`${ends}(?=([^\\sA-Za-z0-9:=>]{0,8}\\s{0,40}[:=>]|\\s[^<>]{0,200}>))`, 'gi');

/** `{ name: API_KEY, value: v }`, `API_KEY: { default: v }` */
const valued = /(?:value|default)["']?\s{0,40}[:=]/gi;

/** Nothing but what says that the value stands on a line below: `|-`, `&anchor`, `!tag`, brackets and quotes, comments. */
const onNextLine =
  /^(?:[|>][-+\d]*|[&!][^\s,[\]{}]*(?=\s|$)|["'`[{(]|<!\[CDATA\[|<!--[^>]*-->|\/\*[^*]*\*\/|(?:#|\/\/).*$|[ \t\r])*$/;

/** Lines below a name that are looked at, blank ones aside. */
const below = 3;

/** UTF-16 code units behind a name that are looked at. */
const longest = 500;

/** UTF-16 code units around a value in which its name may stand. */
const reach = 1000;

/** How often a text may be looked at, on average, before it is parsed without a further look. */
const most = 8;

/**
 * Whether a text may name a secret that only its place tells: a value that looks like one behind what could be its name, on
 * its line or just below; or, where `apart`, behind `value`, with such a name near it. Most files have none, and are not
 * parsed. A text of which names take up too much is said to name one: that takes less than to look at all of them.
 */
export function mayNameSecret(text: string, apart = false): boolean {
  const behind = valuesBehind(text);
  for (const { index, 0: name, 1: between = '' } of text.matchAll(named))
    if (behind(index + name.length + between.length)) return true;
  if (!apart) return false;
  const behindValue = valuesBehind(text);
  let hintless = 0;
  for (const { index, 0: name } of text.matchAll(valued)) {
    if (!behindValue(index + name.length)) continue;
    if (hint.test(text.slice(Math.max(0, index - reach, hintless - longestName), index + reach))) return true;
    hintless = index + reach;
  }
  return false;
}

/** Longer than what `hint` takes. */
const longestName = 40;

/** Whether what stands behind an offset could be a secret, for offsets that grow; what was looked at is not looked at again, but for what stands right there. */
function valuesBehind(text: string): (start: number) => boolean {
  let left = most * text.length + 100_000;
  let seen = 0;
  let seenLine = -1;
  return (start) => {
    const own = lineFrom(text, start);
    const first = firstOf(own);
    left -= first.join('').length + 10;
    if (left < 0 || first.some(holds)) return true;
    if (start + longest / 2 > seen && start + own.length > seen) {
      left -= own.length;
      seen = start + own.length;
      if (mayHoldSecret(own)) return true;
    }
    if (!onNextLine.test(own)) return false;
    let at = start + own.length + 1;
    for (let lines = 0; lines < below && at < text.length && at < start + reach; ) {
      const line = lineFrom(text, at);
      left -= 2;
      if (at > seenLine) {
        seenLine = at;
        left -= line.length;
        if (mayHoldSecret(line)) return true;
      }
      if (line.trim() !== '') lines++;
      at += line.length + 1;
    }
    return false;
  };
}

/** What begins a value: quoted, or a word, with and without what may end a value in a list. */
function firstOf(line: string): readonly string[] {
  const [head = '', quote = ''] = /^\s*(["'`]?)(?:(?:Bearer|Basic|Token)\s+)?/i.exec(line) ?? [];
  const rest = line.slice(head.length);
  if (quote !== '') return [rest.split(quote, 1)[0] ?? ''];
  const word = /^\S*/.exec(rest)?.[0] ?? '';
  return [word, /^[^,;}\])<]*/.exec(word)?.[0] ?? ''];
}

const holds = (value: string): boolean => value.length >= 8 && /\d/.test(value) && looksSecret(value);

function lineFrom(text: string, start: number): string {
  const part = text.slice(start, start + longest);
  const end = part.indexOf('\n');
  return end < 0 ? part : part.slice(0, end);
}

/** Whether a value in a line could be a secret. It ends at blanks and quotes, and begins behind `=`, `:` and what encloses it; or is all that there is. */
export function mayHoldSecret(line: string): boolean {
  if (line.length < 8 || !/\d/.test(line)) return false;
  return (
    (line.length <= longest && wholeOf(line).some(holds)) ||
    line
      .split(/[\s"'`<>]+/)
      .some((word) => word.length >= 8 && (looksSecret(word) || partsOf(word).some(looksSecret)))
  );
}

/** All of a line but its comment, its commas, the dash of a list; with its quotes and without. */
function wholeOf(line: string): readonly string[] {
  const bare = within(line.replace(/\s#.*/, ''), ' \t-', ' \t\r,');
  return [bare, bare.slice(1, -1)];
}

const partsOf = (word: string): readonly string[] => {
  const bare = within(word, '{[(,', '}]),;');
  const at = bare.search(/[=:]/);
  return at < 0 ? [bare] : [bare, bare.slice(at + 1), bare.slice(bare.lastIndexOf('=') + 1)];
};

/** A text without the characters around it, by steps: a pattern would try each run of them. */
function within(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text.charAt(start))) start++;
  while (end > start && after.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
