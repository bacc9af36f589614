import type { Span } from '../text/span';

/** A block of a `.bru` file: `headers { … }`, `body:json { … }`. */
export interface BruBlock {
  /** `script:pre-request` */
  readonly name: string;
  /** What stands between its braces. */
  readonly span: Span;
}

const opening = /^([a-z][\w:-]*)[ \t]*\{[^\n]*\n/gm;

/** Its blocks: each begins and ends at the beginning of a line. */
export function bruBlocks(text: string): readonly BruBlock[] {
  const found: BruBlock[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const end = text.indexOf('\n}', start - 1);
    found.push({ name: match[1] ?? '', span: { start, end: end < 0 ? text.length : end } });
    if (end < 0) return found;
    opening.lastIndex = end + 1;
  }
  return found;
}

/** `name: value` of a block that has nothing else. */
export interface BruEntry {
  readonly name: string;
  /** Without `Bearer` and the like. */
  readonly value: Span;
}

const entry = /^[ \t]+~?([\w.-]+)[ \t]*:[ \t]*(?:(?:Bearer|Basic|Token)[ \t]+)?(\S+)[ \t]*$/dgim;

/** The entries of the blocks that hold variables, headers, parameters or what a request is authorised with. */
export const bruEntries = (text: string): readonly BruEntry[] =>
  bruBlocks(text)
    .filter(({ name }) => /^(?:vars(?::pre-request)?|headers|metadata|query|params:\w+|auth:.+)$/.test(name))
    .flatMap(({ span }) =>
      Array.from(text.slice(span.start, span.end).replaceAll('\r', ' ').matchAll(entry), (match) => {
        const [start, end] = match.indices?.[2] ?? [0, 0];
        return { name: match[1] ?? '', value: { start: span.start + start, end: span.start + end } };
      }),
    );
