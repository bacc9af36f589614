import { envLines } from '../envLines';
import { blankRules } from './blanks';
import type { EnvFormatProblem, LineRule } from './lineRule';
import { nameRules } from './names';
import { valueRules } from './values';
import { crlf, finalNewline } from './wholeFile';

export type { EnvFormatProblem } from './lineRule';
export { withSafeEdits } from './safeEdits';

const lineRules: readonly LineRule[] = [...blankRules, ...nameRules, ...valueRules];

/**
 * What differs between those who read env files: dotenv, Node.js, Vite, Next.js, Bun, Deno, python-dotenv, Compose,
 * `docker --env-file` and a shell that sources the file. Measured with each of them, 2026-11-23.
 */
export function envFormatProblems(text: string): readonly EnvFormatProblem[] {
  const lines = envLines(text);
  const last = new Map(lines.map((line, index) => [line.name, index]));
  const found = lines.flatMap((line, index) =>
    lineRules.flatMap(
      (rule) => rule(text, line, { names: last, isLast: last.get(line.name) === index }) ?? [],
    ),
  );
  if (lines.length === 0) return found;
  return [...found, ...[finalNewline(text), crlf(text, lines)].filter((one) => one !== undefined)];
}
