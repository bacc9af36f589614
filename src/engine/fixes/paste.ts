import { isEnvFile } from '../analysers/envFiles';
import { languageOf } from '../analysers/sourceCode';
import type { FileFacts, SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { type FileEdit, type FixPlan, isRefusal, type Refusal } from '../model/fix';
import type { Settings } from '../model/settings';
import { mayHoldKey } from '../scan/findEveryKey';
import { scanDocument } from '../scan/scanDocument';
import { surfaceOf } from '../surfaces/index';
import type { Surface } from '../surfaces/surface';
import { applyEdits, composeEdits, eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import { configRemovals } from './configRemovals';
import type { Host } from './host';
import { planMoveToEnv } from './moveToEnv';

/** A text that is about to be pasted: in place of each span, in their order. */
export interface Paste {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Characters of a text that is looked at: who pastes a key pastes a line or a piece of a program. */
const longest = 100_000;

/** Whether a text may hold a key that could land in `.env`: quick, and without a look at any file. */
export const mayPasteKey = (document: SourceDocument, text: string, settings: Settings): boolean =>
  text.length <= longest &&
  (languageOf(document)?.rewriting !== undefined || surfaceOf(document) !== undefined) &&
  !isEnvFile(document.path) &&
  mayHoldKey(text, settings);

/**
 * The keys that a document has once the text is pasted into it, and that a move takes: those in the text, with the names that
 * a file of a tool gives them. None where the text holds none, or its place is one from which no key can be moved, such as
 * code of the browser.
 */
export function pastedKeys(
  document: SourceDocument,
  paste: Paste,
  facts: FileFacts,
  settings: Settings,
): readonly Finding[] {
  for (const edits of landings(document, paste)) {
    const keys = keysIn(document, edits, facts, settings);
    const surface = surfaceOf(document);
    const named = surface === undefined ? undefined : inConfig(surface, document, edits, keys);
    if (named !== undefined) return named;
    if (keys.length > 0 && surface === undefined)
      return keys.every(({ place }) => place === 'code') ? keys : [];
  }
  return [];
}

/** Undefined where not every key can be moved, or where nothing is left of a value: who pastes one wants to see it stand there. */
function inConfig(
  surface: Surface,
  document: SourceDocument,
  paste: readonly TextEdit[],
  keys: readonly Finding[],
): readonly Finding[] | undefined {
  const after = { ...document, text: applyEdits(document.text, paste) };
  const { wanted, refused, edits } = configRemovals(surface, after, keys, {});
  if (keys.length === 0 || refused.length > 0) return undefined;
  const names = wanted.map(({ name }) => name);
  const moved = edits(names, '.env');
  if (isRefusal(moved) || moved.edits.every(({ newText }) => newText.trim() === '')) return undefined;
  return keys.map((key, index) => ({ ...key, envName: names[index] ?? '' }));
}

/**
 * Plans a paste that leaves lookups in place of the keys, and the values in the env file. The document's own edit is one on
 * its text as it is before the paste.
 */
export async function planPaste(
  host: Host,
  document: SourceDocument,
  paste: Paste,
  facts: FileFacts,
  settings: Settings,
): Promise<FixPlan | Refusal> {
  let refusal: Refusal = { refused: t('There is no key to move.') };
  for (const edits of landings(document, paste)) {
    const keys = keysIn(document, edits, facts, settings);
    if (keys.length === 0) continue;
    const after = { ...document, text: applyEdits(document.text, edits) };
    const plan = await planMoveToEnv(host, after, keys);
    if (!isRefusal(plan) && plan.left.length === 0)
      return { ...plan, edits: plan.edits.map((edit) => onto(edit, document, edits)) };
    refusal = isRefusal(plan) ? plan : { refused: plan.left[0]?.reason ?? refusal.refused };
  }
  return refusal;
}

/** What the editor does by itself. */
export const plainPaste = (document: SourceDocument, paste: Paste): readonly TextEdit[] =>
  landings(document, paste)[0] ?? [];

/** As it is, and in quotes where a key alone is pasted: the place may be one for an expression. */
function landings(document: SourceDocument, { text, spans }: Paste): readonly (readonly TextEdit[])[] {
  const eol = eolOf(document.text);
  const lines = text.split(/\r\n|\r|\n/);
  // As the editor does it with several cursors: each gets its line where there are as many.
  const isSpread = spans.length > 1 && lines.length === spans.length;
  const whole = lines.join(eol);
  const each = spans.map((span, index) => ({ span, newText: isSpread ? (lines[index] ?? '') : whole }));
  const isWord = each.every(({ newText }) => /^\s*\S+\s*$/.test(newText) && !/["'`\\]/.test(newText));
  const quoted = each.map(({ span, newText }) => ({ span, newText: `"${newText.trim()}"` }));
  return isWord ? [each, quoted] : [each];
}

/** The keys of the text after the paste that lie in what is pasted. */
function keysIn(
  document: SourceDocument,
  edits: readonly TextEdit[],
  facts: FileFacts,
  settings: Settings,
): readonly Finding[] {
  const text = applyEdits(document.text, edits);
  let moved = 0;
  const regions = edits.map(({ span, newText }) => {
    const start = span.start + moved;
    moved += newText.length - (span.end - span.start);
    return { start, end: start + newText.length };
  });
  return scanDocument({ ...document, text }, facts, settings).filter(
    ({ category, span }) =>
      category === 'key' && regions.some(({ start, end }) => start <= span.start && span.end <= end),
  );
}

/** An edit of the document after the paste becomes one of the document as it is, which pastes as well. */
function onto(edit: FileEdit, document: SourceDocument, paste: readonly TextEdit[]): FileEdit {
  if (edit.path !== document.path || edit.kind !== 'change') return edit;
  return { ...edit, before: document.text, edits: composeEdits(document.text, paste, edit.edits) };
}
