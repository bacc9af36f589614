import { Arg, DockerfileParser, Env, type Property } from 'dockerfile-ast';
import { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** One variable of an `ENV` or `ARG` instruction. */
export interface DockerVariable {
  readonly instruction: 'ENV' | 'ARG';
  readonly name: string;
  /** The value as the build sees it: quotes and escapes resolved; empty where there is none. */
  readonly value: string;
  /** The value as written, quotes included. */
  readonly valueSpan: Span;
  /** `NAME=value` or `NAME value`. */
  readonly span: Span;
  /** The whole instruction, continued lines included; equal for variables of one instruction. */
  readonly instructionSpan: Span;
}

/** Every variable, in order; both syntaxes, continuations, any escape character. */
export function dockerVariables(text: string): readonly DockerVariable[] {
  const source = new SourceText(text);
  const result: DockerVariable[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (!(instruction instanceof Env) && !(instruction instanceof Arg)) continue;
    const properties =
      instruction instanceof Env ? instruction.getProperties() : single(instruction.getProperty());
    for (const property of properties) {
      const span = source.spanOf(property.getRange());
      const valueRange = property.getValueRange();
      result.push({
        instruction: instruction instanceof Env ? 'ENV' : 'ARG',
        name: property.getName(),
        value: property.getValue() ?? '',
        valueSpan: valueRange === null ? { start: span.end, end: span.end } : source.spanOf(valueRange),
        span,
        instructionSpan: source.spanOf(instruction.getRange()),
      });
    }
  }
  return result;
}

const single = (property: Property | null): Property[] => (property === null ? [] : [property]);
