import type { Span } from '../text/span';

/** A line of an `.envrc` of its top level that does nothing but give a variable a plain value: `export NAME="value"`. */
export interface EnvrcLine {
  readonly name: string;
  readonly line: Span;
  /** Without quotes. */
  readonly value: Span;
}

const assignment = /^(?:export[ \t]+)?([A-Za-z_]\w*)=(["']?)([^"'\s$`\\;&|()]+)\2[ \t]*(?=#|\r?$)/dgm;

export const envrcLines = (text: string): readonly EnvrcLine[] =>
  Array.from(text.matchAll(assignment), (match) => {
    const [start, end] = match.indices?.[3] ?? [0, 0];
    return {
      name: match[1] ?? '',
      line: { start: match.index, end: match.index + match[0].trimEnd().length },
      value: { start, end },
    };
  });
