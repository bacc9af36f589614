import type { Span } from '../text/span';

/** `export name := "…"`: a variable of a justfile. */
export interface JustAssignment {
  readonly name: string;
  readonly isExported: boolean;
  /** The expression. */
  readonly value: Span;
}

/** What runs by itself: a line of a recipe, or all of one that begins with a shebang. */
export interface JustScript {
  readonly span: Span;
  /** The first line of its recipe, with the parameters. */
  readonly header: string;
  /** What it is written for where that is told: `#!/usr/bin/env python3`, `[script("node")]`. */
  readonly interpreter?: string;
}

export interface JustLines {
  readonly assignments: readonly JustAssignment[];
  readonly scripts: readonly JustScript[];
  /** `set name := value`; a value that is not written is `true`. */
  readonly settings: readonly { readonly name: string; readonly value: string; readonly line: Span }[];
  /** The files that `import` names. */
  readonly imports: readonly string[];
}

const assignment = /^(export[ \t]+)?([A-Za-z_][\w-]*)[ \t]*:=[ \t]*/;
const setting = /^set[ \t]+([a-z-]+)[ \t]*(?::=\s*([^#]*)|(?=#|$))/;

/** What a justfile says, statement by statement. */
export function justLines(text: string): JustLines {
  const assignments: JustAssignment[] = [];
  const settings: { name: string; value: string; line: Span }[] = [];
  const imports: string[] = [];
  const scripts: { span: { start: number; end: number }; header: string; interpreter?: string }[] = [];
  let next: string | undefined;
  let attribute: string | undefined;
  let whole: (typeof scripts)[number] | undefined;
  let header: string | undefined;
  let isContinued = false;
  let inRecipe = false;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const isIndented = /[ \t]/.test(text[at] ?? '');
    const raw = isIndented ? (newline < 0 ? text.length : newline) : statement(text, at).end;
    const line = text.slice(at, raw).replace(/\r$/, '');
    const span = { start: at, end: at + line.length };
    at = raw + 1;
    if (isIndented) {
      const last = scripts.at(-1);
      if (header === undefined) continue;
      if (whole !== undefined) whole.span.end = span.end;
      else if (isContinued && last !== undefined) last.span.end = span.end;
      else {
        const interpreter = inRecipe ? attribute : (/^\s*#!(.*)$/.exec(line)?.[1] ?? attribute);
        scripts.push({ span, header, ...(interpreter === undefined ? {} : { interpreter }) });
        if (interpreter !== undefined) whole = scripts.at(-1);
      }
      inRecipe = true;
      isContinued = line.endsWith('\\');
      continue;
    }
    if (line === '') continue;
    whole = undefined;
    inRecipe = false;
    isContinued = false;
    const scripted = /^\[.*\bscript\b(?:\((.*)\))?/.exec(line);
    if (scripted !== null) next = scripted[1] ?? 'sh';
    else if (!/^[#[]/.test(line)) [attribute, next] = [next, undefined];
    const [lead, exported, name] = assignment.exec(line) ?? [];
    if (lead !== undefined && name !== undefined) {
      const value = { start: span.start + lead.length, end: span.end };
      assignments.push({ name, isExported: exported !== undefined, value });
    }
    const set = setting.exec(line);
    if (set !== null) settings.push({ name: set[1] ?? '', value: set[2]?.trimEnd() ?? 'true', line: span });
    const imported = /^import\??[ \t]+(["'])(.+?)\1/.exec(line)?.[2];
    if (imported !== undefined) imports.push(imported);
    if (!line.startsWith('#'))
      header = lead === undefined && set === null && /:(?!=)/.test(line) ? line : undefined;
  }
  return { assignments, scripts, settings, imports };
}

/** A text between quotes of a justfile, without them. */
export interface JustText {
  readonly quote: string;
  readonly span: Span;
}

/** The texts of an expression that are written in one line and without a letter before their quotes. */
export const justTexts = (text: string, { start, end }: Span): readonly JustText[] =>
  statement(text, start).texts.filter(
    ({ quote, span }) =>
      span.end < end &&
      /^["']$/.test(quote) &&
      !/\w/.test(text[span.start - 2] ?? '') &&
      !text.slice(span.start, span.end).includes('\n'),
  );

const piece = /#[^\n]*|'''|"""|```|["'`]|[([{]|[)\]}]|\\\r?\n|\n/g;

/** What begins at an offset, as far as its brackets and texts go on in further lines. */
function statement(
  text: string,
  start: number,
): { readonly end: number; readonly texts: readonly JustText[] } {
  const texts: JustText[] = [];
  let depth = 0;
  for (let at = start; ; ) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (match === null) return { end: text.length, texts };
    const [found] = match;
    at = piece.lastIndex;
    if (found === '\n' && depth <= 0) return { end: match.index, texts };
    if (/^[([{]/.test(found)) depth++;
    else if (/^[)\]}]/.test(found)) depth--;
    if (!/^["'`]/.test(found)) continue;
    const close = closing(text, at, found);
    if (close < 0) return { end: text.length, texts };
    texts.push({ quote: found, span: { start: at, end: close } });
    at = close + found.length;
  }
}

/** Where a text ends; only between double quotes a backslash takes the next character with it. */
function closing(text: string, start: number, quote: string): number {
  if (!quote.startsWith('"')) return text.indexOf(quote, start);
  for (let at = start; at < text.length; at++)
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at;
  return -1;
}
