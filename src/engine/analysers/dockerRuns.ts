import { DockerfileParser, Run } from 'dockerfile-ast';
import { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** A `RUN` instruction. */
export interface DockerRun {
  readonly span: Span;
  /** Its command, without the flags before it. */
  readonly command: Span;
  /** `["program", "argument"]`, in which no shell reads a variable. */
  readonly isExec: boolean;
  /** Its command stands in a here document, or reads one. */
  readonly hasHeredoc: boolean;
}

export interface DockerRuns {
  readonly runs: readonly DockerRun[];
  /** What `# syntax=` names; undefined where nothing does. */
  readonly syntax: string | undefined;
}

export function dockerRuns(text: string): DockerRuns {
  const source = new SourceText(text);
  const dockerfile = DockerfileParser.parse(text);
  const runs = dockerfile.getInstructions().flatMap((one): readonly DockerRun[] => {
    const range = one instanceof Run ? one.getArgumentsRange() : null;
    if (!(one instanceof Run) || range === null) return [];
    const span = source.spanOf(one.getRange());
    return [
      {
        span,
        command: { start: source.spanOf(range).start, end: span.end },
        isExec: one.getOpeningBracket() !== null,
        hasHeredoc: one.getHeredocs().length > 0,
      },
    ];
  });
  const syntax = dockerfile.getDirectives().find((one) => one.getName().toLowerCase() === 'syntax');
  return { runs, syntax: syntax?.getValue() };
}
