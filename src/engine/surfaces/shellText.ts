import type { Refusal } from '../model/fix';
import { t } from '../text/l10n';
import type { Span } from '../text/span';

/** What is written for a key in a line of a POSIX shell: which characters go, and the variable in its quotes. */
export interface ShellWriting {
  readonly part: Span;
  readonly text: string;
}

/**
 * A key in a script that stands in another file. Quotes are read from the start of it: in double quotes `$X` is read as
 * it stands, in single quotes nothing is, and without quotes it gets its own.
 */
export function shellVariable(text: string, script: Span, key: Span, name: string): ShellWriting | Refusal {
  const quoting = /^["']/.exec(text.slice(script.start, script.end))?.[0];
  const start = script.start + (quoting === undefined ? 0 : 1);
  if (quoting !== undefined && (quoting === '"' ? /\\/ : /''/).test(text.slice(start, key.start)))
    return { refused: t('The script is a quoted text. Write it as a block, then move the key.') };
  const before = withoutDocuments(
    text.slice(start, key.start),
    indentOf(text.slice(script.start, script.end)),
  );
  if (before === undefined) return { refused: t('The key is in a here document. Move it by hand.') };
  const next = text[key.end] ?? '';
  const variable = /\w/.test(next) ? `\${${name}}` : `$${name}`;
  const quote = openQuote(before);
  if (quote === '"') return { part: key, text: variable };
  if (quote === undefined) return { part: key, text: `"${variable}"` };
  if (text[key.start - 1] === "'" && next === "'")
    return { part: { start: key.start - 1, end: key.end + 1 }, text: `"$${name}"` };
  return { refused: t('The key is in single quotes, in which a shell reads no variable. Move it by hand.') };
}

/** The blanks that all lines after the first begin with: the file's, not the script's. */
function indentOf(script: string): string {
  const [, ...lines] = script.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) => /^ */.exec(line)?.[0] ?? '')
    .reduce(
      (least, own) => (own.length < least.length ? own : least),
      lines[0] === undefined ? '' : ' '.repeat(99),
    );
}

/** The beginning of a script with its here documents taken out; undefined where it ends in one. */
function withoutDocuments(script: string, indent: string): string | undefined {
  const opener = /(?<!<)<<(-?)[ \t]*(?:(["'])([^"'\n]+)\2|\\?([A-Za-z_]\w*))[^\n]*\n/;
  for (let rest = script; ; ) {
    const opened = opener.exec(rest);
    if (opened === null) return /(?<!<)<<(?!<|=|[ \t]*\d)/.test(rest) ? undefined : rest;
    const [line, dash, , quoted, word = quoted ?? ''] = opened;
    const start = opened.index + line.length;
    const lead = `${indent}${dash === '-' ? '\t*' : ''}`;
    const end = new RegExp(`^${lead}${word.replace(/[^\w]/g, '\\$&')}\r?\n`, 'm').exec(rest.slice(start));
    if (end === null) return undefined;
    rest = `${rest.slice(0, opened.index)}\n${rest.slice(start + end.index + end[0].length)}`;
  }
}

/** The quote that is open at the end of the beginning of a script; in comments there are none. */
function openQuote(script: string): '"' | "'" | undefined {
  let open: '"' | "'" | undefined;
  for (let at = 0; at < script.length; at++) {
    const character = script[at];
    if (character === '\\' && open !== "'") at++;
    else if (open === undefined && (character === '"' || character === "'")) open = character;
    else if (character === open) open = undefined;
    else if (character === '#' && open === undefined && /^$|\s/.test(script[at - 1] ?? '')) {
      const end = script.indexOf('\n', at);
      if (end < 0) return undefined;
      at = end;
    }
  }
  return open;
}
