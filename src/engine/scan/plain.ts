import { analyserFor } from '../analysers';
import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import type { Settings } from '../model/settings';
import { matchesOf } from '../text/matchesOf';
import { once } from '../text/once';
import { longRuns, runAround, shortestKeyRun } from '../text/runs';
import { assigned, openingOf, piecesFrom, templates } from './findAssembledKeys';
import { finders } from './findEveryKey';
import { findGenericKeys } from './findGenericKeys';
import { isAny } from './findKeys';
import { foldLiterals } from './foldLiterals';
import { needsIn } from './inRuns';
import { keyForms } from './keyForms';
import { isOrdinary, mayBeNamedIn } from './mayHoldAnyKey';
import { createRunJudge } from './mayHoldKey';

/**
 * What is known of a text in which no finder looks twice at any place: whatever is written elsewhere in it, such a place stays
 * without a finding. Two things are harmless only where the other is missing.
 */
export interface Plain {
  /** A template begins with a variable: `${head}…`. */
  readonly hasTemplate: boolean;
  /** A literal that is assigned may be the beginning of a key. */
  readonly hasBeginning: boolean;
}

/** Undefined for a text that is not plain: then only a scan of all of it tells what is found. */
export function plainOf(document: SourceDocument, { policy }: Settings): Plain | undefined {
  const { path, text } = document;
  // What is checked by its name, or by a policy's own patterns, may depend on all of the text.
  if (!isOrdinary(path) || mayBeNamedIn(path)) return undefined;
  if (policy?.customRules.some(({ mark }) => mark === undefined || text.includes(mark))) return undefined;
  if (analyserFor(document).check !== undefined || text.includes(reachesFar)) return undefined;
  const language = languageOf(document);
  // A first line tells the language of lines that do not have it.
  if (language !== languageOf({ ...document, text: '' }) || language?.envRead?.test(text) === true)
    return undefined;
  const { enclosed } = finders().marks;
  const runs = longRuns(text, shortestKeyRun);
  if (judge().hasMark(text, runs) || runs.some((run) => judge().hasForm(text, run))) return undefined;
  if (isAny(findGenericKeys(text, runs, () => true)) || isJoined(text) || mayAssemble(text)) return undefined;
  const mayMatch = needsIn(text, runs);
  for (const one of enclosed) if (mayMatch(one) && text.search(one.pattern) >= 0) return undefined;
  let hasTemplate = false;
  for (const [, , head] of matchesOf(templates, text)) {
    if (head === undefined) hasTemplate = true;
    else if (mayBegin(head)) return undefined;
  }
  const hasBeginning = Array.from(matchesOf(assigned, text)).some(([, value = '']) => mayBegin(value));
  return together({ hasTemplate, hasBeginning }, { hasTemplate: false, hasBeginning: false });
}

/** Of two parts of a text; undefined where together they are not plain. */
export function together(one: Plain, other: Plain): Plain | undefined {
  const hasTemplate = one.hasTemplate || other.hasTemplate;
  const hasBeginning = one.hasBeginning || other.hasBeginning;
  return hasTemplate && hasBeginning ? undefined : { hasTemplate, hasBeginning };
}

const judge = once(() => {
  const { marks, byPrefix } = finders();
  return createRunJudge(marks, byPrefix);
});

/** Blocks that begin and end with this are as long as a file. */
const reachesFar = 'PRIVATE KEY';

/** Whether literals that are joined hold a run that keys are written with: judged with what goes on elsewhere. */
function isJoined(text: string): boolean {
  const folded = foldLiterals(text);
  return (
    folded?.gaps.some((gap) => {
      const { start, end } = runAround(folded.text, gap);
      return start < gap && gap < end && end - start >= shortestKeyRun;
    }) === true
  );
}

/** Whether a literal that begins as a key does and those that follow it closely are as long as one, of what it is written with. */
function mayAssemble(text: string): boolean {
  for (const { index } of matchesOf(openingOf(finders().beginsKey), text)) {
    let value = '';
    let pieces = 0;
    for (const { content } of piecesFrom(text, index)) {
      value += content;
      pieces++;
      const fitting = formsOf(value).filter((form) => fits(form, value));
      if (fitting.length === 0) break;
      if (pieces > 1 && fitting.some(([prefix, , min]) => value.length >= prefix.length + min)) return true;
    }
  }
  return false;
}

/** Whether a value may be the beginning of a key. */
const mayBegin = (value: string): boolean => formsOf(value).some((form) => fits(form, value));

type Form = (typeof keyForms.prefixes)[string][number];

const formsOf = (value: string): readonly Form[] => keyForms.prefixes[value.slice(0, 2)] ?? [];

function fits([prefix, alphabet]: Form, value: string): boolean {
  if (value.length < prefix.length) return prefix.startsWith(value);
  if (!value.startsWith(prefix)) return false;
  const characters = keyForms.alphabets[alphabet] ?? '';
  for (let at = prefix.length; at < value.length; at++)
    if (!characters.includes(value.charAt(at))) return false;
  return true;
}
