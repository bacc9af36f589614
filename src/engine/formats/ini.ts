import type { TextEdit } from '../text/edit';
import { withLines } from '../text/lines';
import type { ConfigText, ConfigValue, Data } from './configText';

/**
 * `name = value` on lines, below `[sections]` or not: `.npmrc`, `.pypirc`, properties. Read here: no library for it tells
 * where a value stands. What such files have besides (continued lines, escapes) is left to the values, which are not
 * changed but for the key in them; a value in which what ends a name is escaped, as in properties, is not read.
 */
export function ini(text: string): ConfigText {
  const entries = entriesOf(text);
  return {
    values: entries.map(({ value }) => value),
    data: nested(text, entries),
    comments: Array.from(text.matchAll(/^[ \t]*[#;!].*$/gm), ([line]) => line.trimEnd()),
    replacements: (_, part, written): readonly TextEdit[] => [{ span: part, newText: written }],
    removal: (path) => {
      const found = entries.find(({ value }) => value.path.join('\n') === path.join('\n'));
      return found === undefined || goesOn(text, found.line)
        ? undefined
        : [{ span: withLines(text, found.line), newText: '' }];
    },
    addition: () => undefined,
  };
}

/** Whether the next line is a part of the value: it begins further in, and is no entry or comment of its own. */
function goesOn(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const own = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const next = /^[^\n]*\n([ \t]+)[^\s#;!]/.exec(text.slice(end))?.[1]?.length ?? 0;
  return next > own;
}

interface Entry {
  readonly value: ConfigValue;
  readonly line: { readonly start: number; readonly end: number };
}

/** A name may hold `:` where `=` follows: `//host/:_authToken=value`. */
const line =
  /^[ \t]*(?:\[([^\]\r\n]*)\][^\r\n]*|([^\s#;![=][^=\r\n]*)=([^\r\n]*)|([\w.-]+)[ \t]*:[ \t]([^\r\n]*))$/gm;

/** What `java.util.Properties` puts a backslash before when it writes a file, as told in http://fmpp.sourceforge.net/properties.html, read 2026-11-29. */
const escaped = /\\(?:[:=#!]|u[\dA-Fa-f]{4})/;

function entriesOf(text: string): readonly Entry[] {
  const found: Entry[] = [];
  let section: readonly string[] = [];
  for (const match of text.matchAll(line)) {
    const [whole, header, name, value, other, otherValue] = match;
    if (header !== undefined) {
      section = [header];
      continue;
    }
    // What goes on from a line before, or on the next one, is left alone.
    if (/\\\r?\n$/.test(text.slice(Math.max(0, match.index - 3), match.index)) || whole.endsWith('\\'))
      continue;
    const written = (value ?? otherValue ?? '').trim();
    const bare = whole.trimEnd();
    const end = match.index + bare.length;
    const quoted = /^(["'])(.*)\1$/.exec(written);
    found.push({
      value: {
        path: [...section, (name ?? other ?? '').trim()],
        value: escaped.test(written) ? '' : (quoted?.[2] ?? written),
        span: { start: end - written.length, end },
      },
      line: { start: match.index, end },
    });
  }
  return found;
}

/** As `[section]` has it, also where nothing is in it; a name that stands twice has its values in a list. */
function nested(text: string, entries: readonly Entry[]): Data {
  const root = new Map<string, Data | Map<string, Data>>(
    Array.from(text.matchAll(/^[ \t]*\[([^\]\r\n]*)\]/gm), ([, name = '']) => [
      name,
      new Map<string, Data>(),
    ]),
  );
  for (const { value } of entries) {
    const [section, name] =
      value.path.length > 1 ? value.path.map(String) : [undefined, String(value.path[0])];
    let holder: Map<string, Data | Map<string, Data>> | Map<string, Data> = root;
    if (section !== undefined) {
      const inner = root.get(section);
      holder = inner instanceof Map ? inner : new Map<string, Data>();
      root.set(section, holder as Map<string, Data>);
    }
    const own = holder.get(name ?? '');
    if (Array.isArray(own)) own.push(value.value);
    else holder.set(name ?? '', own === undefined || own instanceof Map ? value.value : [own, value.value]);
  }
  return Object.fromEntries(
    Array.from(root, ([name, inner]) => [name, inner instanceof Map ? Object.fromEntries(inner) : inner]),
  );
}
