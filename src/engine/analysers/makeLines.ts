import type { Span } from '../text/span';

/** A line of a makefile's top level that gives a variable a value: `export NAME ?= value`. */
export interface MakeAssignment {
  readonly name: string;
  readonly isExported: boolean;
  /** From the first word to the end of the value. */
  readonly line: Span;
  /** Without the quotes that it may stand in, which make itself does not read. */
  readonly value: Span;
}

const assignment =
  /^ *(export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:::?:?|\?)?=[ \t]*(["']?)([^\s"'#$\\]+)\3(?=[ \t]*(?:#|\r?$))/d;

/**
 * Those that do nothing else, are always read, and go on in no other line. What begins with a tab may belong to a recipe;
 * what stands in a `define` or under a condition is not there for everybody.
 */
export function makeAssignments(text: string): readonly MakeAssignment[] {
  return alwaysRead(text).flatMap(({ line, at }) => {
    const match = assignment.exec(line);
    const [start = 0, end = 0] = match?.indices?.[4] ?? [];
    if (match === null) return [];
    return {
      name: match[2] ?? '',
      isExported: match[1] !== undefined,
      line: { start: at + line.search(/\S/), end: at + match[0].length },
      value: { start: at + start, end: at + end },
    };
  });
}

/** The files that it includes for everybody, as they are written, without `./` before them. */
export const makeIncludes = (text: string): readonly string[] =>
  alwaysRead(text).flatMap(({ line }) => {
    const names = /^ *(?:-|s)?include[ \t]+([^#]*)/.exec(line)?.[1] ?? '';
    return names
      .split(/\s+/)
      .filter((name) => name !== '')
      .map((name) => name.replace(/^(?:\.\/)+/, ''));
  });

/** Lines that begin on their own, in no `define` and under no condition. */
function alwaysRead(text: string): readonly { readonly line: string; readonly at: number }[] {
  const found: { line: string; at: number }[] = [];
  let depth = 0;
  let isContinued = false;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (const line of text.slice(at).split('\n')) {
    const word = isContinued ? '' : (/^ *(?:(?:override|export)[ \t]+)*([a-z]+)\b/.exec(line)?.[1] ?? '');
    if (/^(?:define|ifn?def|ifn?eq)$/.test(word)) depth++;
    else if (/^(?:endef|endif)$/.test(word)) depth--;
    if (!isContinued && depth <= 0) found.push({ line, at });
    isContinued = /\\\r?$/.test(line);
    at += line.length + 1;
  }
  return found;
}
