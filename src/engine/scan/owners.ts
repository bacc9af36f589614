import type { Span } from '../text/span';

/** One thing that encloses a place: `new Mistral(`, `apiKeys = {`, `[mistral]`, `mistral:`, `<mistral>`. */
export interface Owner {
  readonly kind: 'call' | 'block' | 'list' | 'indent' | 'section' | 'tag';
  /** What stands before it opens, on its line: `const client = new Mistral`. */
  readonly head: string;
  /** Where its inside begins. */
  readonly start: number;
}

/** How far outwards is read, in UTF-16 code units, lines and owners: more says nothing of a value. */
const reach = 6000;
const lineLimit = 160;
const ownerLimit = 6;
const headLimit = 160;

/**
 * What encloses the place `at`, innermost first. Read backwards and line by line, so that it works in any language, in
 * the middle of broken text, and inside of other texts (a script in YAML, JSON in a string): brackets outside of
 * closed strings, indentation below a line that ends in a colon, sections of ini and TOML, tags of markup.
 */
export function ownersOf(text: string, at: number): readonly Owner[] {
  const owners: Owner[] = [];
  const lowest = Math.max(0, at - reach);
  let open = 0;
  let openTags = 0;
  let indent = Number.POSITIVE_INFINITY;
  let end = at;
  for (let line = 0; line < lineLimit && end >= lowest && owners.length < ownerLimit; line++) {
    const start = end < 1 ? 0 : Math.max(text.lastIndexOf('\n', end - 1) + 1, lowest);
    const content = text.slice(start, end);
    const isMarkup = /^\s*</.test(content);
    const masked = /[()[\]{}>]/.test(content) ? withoutStrings(content) : '';
    for (let i = masked.length - 1; i >= 0; i--) {
      const character = masked[i] ?? '';
      if (')]}'.includes(character)) open++;
      else if ('([{'.includes(character)) {
        if (open > 0) open--;
        else
          owners.push({
            kind: bracketKinds[character] ?? 'block',
            head: headOf(text, start, masked, i),
            start: start + i + 1,
          });
      } else if (isMarkup && character === '>') {
        const tag = tagEnding(masked, i);
        if (tag === undefined) continue;
        if (tag.closes) openTags++;
        else if (openTags > 0) openTags--;
        else owners.push({ kind: 'tag', head: content.slice(tag.start + 1, i), start: start + i + 1 });
      }
    }
    if (open === 0 && /\S/.test(content)) {
      const column = content.search(/\S/);
      const isItem = /^\s*- /.test(content);
      if (line > 0 && column < indent && /[:|>][-+]?\s*$|\bdo\s*$/.test(content) && !isMarkup)
        owners.push({ kind: 'indent', head: content.trim().slice(-headLimit), start: end });
      // The items of a list may stand at the column of the name they belong to.
      indent = Math.min(indent, isItem ? column + 0.5 : column);
      if (line > 0 && /^\s*\[[^\]]*\]+\s*(?:[#;].*)?$/.test(content) && column === 0) {
        owners.push({ kind: 'section', head: content.trim().slice(0, headLimit), start: end });
        break;
      }
    }
    end = start - 1;
  }
  return owners;
}

/** Reads the owners of many places of one text, in order: neighbours in a list have the same ones. */
export class OwnerReader {
  readonly #text: string;
  #last: { readonly at: number; readonly column: number; readonly owners: readonly Owner[] } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  ownersOf(at: number): readonly Owner[] {
    const lineStart = this.#text.lastIndexOf('\n', at - 1) + 1;
    const column = this.#text.slice(lineStart, at).search(/\S|$/);
    const last = this.#last;
    const isNeighbour =
      last !== undefined &&
      last.at <= at &&
      at - last.at <= neighbourReach &&
      last.column === column &&
      !/[()[\]{}<>]|:\s*\n/.test(this.#text.slice(last.at, at));
    const owners = isNeighbour ? last.owners : ownersOf(this.#text, at);
    this.#last = { at, column, owners };
    return owners;
  }
}

const neighbourReach = 300;

const bracketKinds: Readonly<Record<string, Owner['kind']>> = { '(': 'call', '[': 'list', '{': 'block' };

/** Closed strings hold no brackets: their content is left out, the length stays. */
const withoutStrings = (line: string): string =>
  /["'`]/.test(line) ? line.replace(strings, (whole) => whole.replace(/[()[\]{}<>]/g, ' ')) : line;

const strings = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g;

/** What stands before a bracket on its line; on the line before where the bracket stands alone. */
function headOf(text: string, lineStart: number, masked: string, column: number): string {
  // `{ a: 1 }, mistral: {`: what is over says nothing.
  const from = Math.max(0, column - headLimit, masked.slice(0, column).search(/[^,;{}]*$/));
  const head = text.slice(lineStart + from, lineStart + column);
  if (/[\w"'`]/.test(head) || from > 0 || lineStart === 0) return head;
  const above = text.slice(Math.max(0, lineStart - headLimit), lineStart - 1).trimEnd();
  const last = above.slice(above.lastIndexOf('\n') + 1);
  return /[;,{}]$/.test(last) ? head : last + head;
}

/** The tag that ends with the `>` at `end`; undefined where it is none, or opens nothing. */
function tagEnding(
  line: string,
  end: number,
): { readonly start: number; readonly closes: boolean } | undefined {
  const start = line.lastIndexOf('<', end);
  if (start < 0 || /[/?-]/.test(line[end - 1] ?? '')) return undefined;
  const name = /^<(\/?)([A-Za-z][\w:.-]*)/.exec(line.slice(start, end));
  if (name === null || voidTags.test(name[2] ?? '')) return undefined;
  return { start, closes: name[1] === '/' };
}

const voidTags = /^(?:input|br|meta|link|img|hr|source|col|area|base|embed|track|wbr)$/i;

/** The inside of the innermost owner around a place: what stands beside it. Bounded on both sides. */
export function besideOf(text: string, at: Span, owner: Owner | undefined): Span {
  const lowest = Math.max(owner?.start ?? 0, at.start - besideReach);
  const limit = Math.min(text.length, at.end + besideReach);
  if (owner === undefined || owner.kind === 'indent' || owner.kind === 'section')
    return linesBeside(text, at, lowest, limit);
  let open = 0;
  for (let i = at.end; i < limit; i++) {
    const character = text[i] ?? '';
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character) && open-- === 0) return { start: lowest, end: i };
  }
  return { start: lowest, end: limit };
}

const besideReach = 400;

/** The lines of the same indentation: an item of a list with its names, a section's, a mapping's. */
function linesBeside(text: string, at: Span, lowest: number, limit: number): Span {
  let lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
  const indent = /^\s*(?:- +)?/.exec(text.slice(lineStart, at.start))?.[0].length ?? 0;
  const isOutside = (line: string): boolean =>
    /\S/.test(line) && (line.search(/\S/) < indent || /^\[/.test(line));

  let end = text.indexOf('\n', at.end);
  while (end >= 0 && end < limit) {
    const next = text.indexOf('\n', end + 1);
    if (isOutside(text.slice(end + 1, next < 0 ? limit : next))) break;
    end = next;
  }
  while (lineStart > lowest && !isOutside(text.slice(lineStart, at.start))) {
    const above = lineStart < 2 ? 0 : text.lastIndexOf('\n', lineStart - 2) + 1;
    const line = text.slice(above, lineStart - 1);
    if (isOutside(line) && !/^\s*- /.test(line)) break;
    lineStart = above;
  }
  return { start: Math.max(lowest, lineStart), end: end < 0 || end > limit ? limit : end };
}
