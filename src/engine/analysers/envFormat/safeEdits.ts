import { parse } from 'dotenv';
import { applyEdits } from '../../text/edit';
import type { EnvFormatProblem } from './lineRule';

/** A mend that would change what dotenv reads of any other line is none; of its own only a cut-off value may change. */
export function withSafeEdits(text: string, problem: EnvFormatProblem): EnvFormatProblem {
  const { edits, ...rest } = problem;
  if (edits === undefined) return problem;
  const [before, after] = [parse(text), parse(applyEdits(text, edits))];
  const isKept = Object.keys(before).every(
    (name) => before[name] === after[name] || (name === problem.subject && mayChange.has(problem.rule)),
  );
  return isKept && Object.keys(after).length === Object.keys(before).length ? problem : rest;
}

/** `K=sk#abc` is cut off at `#` by some: mended it is whole. An unclosed quote is a part of the value until it goes. */
const mayChange: ReadonlySet<string> = new Set(['env-unquoted-hash', 'env-unclosed-quote']);
