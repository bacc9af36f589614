/** A document by its lines. */
export interface Lines {
  readonly count: number;
  /** The text of some lines, from one up to before another, with the line breaks between them. */
  textOf(from: number, to: number): string;
}

/** Lines, from one up to before another. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** A change of a document: the lines that were replaced, and how many there are instead. */
export interface LineChange extends LineRange {
  readonly count: number;
}

/** The lines that are new since the others were looked at, after one more change. */
export function edited(before: LineRange | undefined, { from, to, count }: LineChange): LineRange {
  if (before === undefined) return { from, to: from + count };
  const moved = (line: number): number =>
    line >= to ? line + count - (to - from) : Math.min(line, from + count);
  return { from: Math.min(moved(before.from), from), to: Math.max(moved(before.to), from + count) };
}

/**
 * The lines around others that say all of what those may mean: nothing that a finder looks at reaches over what stands at their
 * edges. Undefined where too many would have to be read.
 */
export function reachOf(lines: Lines, { from, to }: LineRange): LineRange | undefined {
  const first = edge(lines, Math.max(0, from - 1), -1);
  const last = edge(lines, Math.min(lines.count, to + 1), 1);
  // The first line may tell the language.
  return first === undefined || last === undefined || from === 0 ? undefined : { from: first, to: last };
}

/** Goes on from a line until enough was read, and until a stretch without what may be a piece of a key: no two are further apart. */
function edge(lines: Lines, start: number, step: 1 | -1): number | undefined {
  const texts: string[] = [];
  let read = 0;
  let line = start;
  let stretch: string | undefined;
  while (step === 1 ? line < lines.count : line > 0) {
    if (texts.length > mostLines || read > mostCharacters) return undefined;
    const text = step === 1 ? lines.textOf(line, line + 1) : lines.textOf(line - 1, line);
    line += step;
    read += text.length + 1;
    texts.push(text);
    if (read <= leastCharacters) continue;
    if (stretch === undefined)
      stretch = texts.slice(texts.findLastIndex((one) => piece.test(one)) + 1).join('');
    else stretch = piece.test(text) ? '' : stretch + text;
    if (stretch.length > longestGap && /\w.*\w.*\w/.test(stretch)) return line;
  }
  return line;
}

/** A literal of what keys are written with, or a line that goes on in the next. A literal with a blank in it joins nothing across it. */
const piece = /(["'`])[\w\-+/=.:%~]{0,300}\1|\\/;

/** Characters of what encloses a key and of a list that is joined, at most, and more. */
const leastCharacters = 1100;
/** Between two literals that are pieces of one key; see findAssembledKeys. */
const longestGap = 80;
const mostLines = 300;
const mostCharacters = 20_000;
