import type { Span } from '../text/span';

/** A process of a Procfile: `web: NAME=value node app.js`. */
export interface ProcfileLine {
  readonly line: Span;
  /** The variables that stand before the program. */
  readonly variables: readonly ProcfileVariable[];
}

export interface ProcfileVariable {
  readonly name: string;
  /** With the blanks behind it. */
  readonly span: Span;
  /** Without quotes. */
  readonly value: Span;
}

const line = /^([\w-]+:[ \t]*)(\S[^\r\n]*)/gm;
const variable = /([A-Za-z_]\w*)=(?:"([^"$`\\\n]*)"|'([^'\n]*)'|([^\s"'$`\\;&|()<>]+))[ \t]+(?=\S)/dy;

export const procfileLines = (text: string): readonly ProcfileLine[] =>
  Array.from(text.matchAll(line), (match): ProcfileLine => {
    const start = match.index + (match[1] ?? '').length;
    const before = /^env[ \t]+/.exec(match[2] ?? '')?.[0].length ?? 0;
    return {
      line: { start: match.index, end: match.index + match[0].length },
      variables: variablesOf(text, start + before),
    };
  });

function variablesOf(text: string, start: number): readonly ProcfileVariable[] {
  const found: ProcfileVariable[] = [];
  for (let at = start; ; ) {
    variable.lastIndex = at;
    const match = variable.exec(text);
    if (match === null) return found;
    const [from, to] = match.indices?.slice(2).find((one) => one !== undefined) ?? [at, at];
    found.push({
      name: match[1] ?? '',
      span: { start: at, end: at + match[0].length },
      value: { start: from, end: to },
    });
    at += match[0].length;
  }
}
