import { isMap, isScalar, isSeq, parseAllDocuments, type YAMLMap } from 'yaml';
import type { Refusal } from '../model/fix';
import { applyEdits, eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';

/**
 * Adds a job behind what a pipeline's file has; comments and everything else stay, byte for byte. No edits where a job of
 * that name is there. The result is parsed again before it is returned: what was there must read as before.
 *
 * @param path to be named in a refusal.
 * @param job its text, in the stage that is given, or in the default one.
 */
export function joinJob(
  path: string,
  text: string,
  name: string,
  job: (stage: string | undefined) => string,
): { readonly edits: readonly TextEdit[] } | Refusal {
  const before = read(path, text);
  if (typeof before === 'string') return { refused: before };
  if (before?.has(name) === true) return { edits: [] };
  const eol = eolOf(text);
  const gap = text === '' ? '' : /\n$/.test(text) ? eol : eol + eol;
  const edits = [{ span: { start: text.length, end: text.length }, newText: gap + job(stageFor(before)) }];
  const after = read(path, applyEdits(text, edits));
  const isWhole =
    typeof after === 'object' &&
    after.has(name) &&
    (before?.items ?? []).every((pair, index) => same(pair, after.items[index]));
  return isWhole
    ? { edits }
    : { refused: t('{0} ends in a way that takes no further job. Add it by hand.', path) };
}

/** The jobs of a file; undefined where it is empty, the reason where it has none that can be read. */
function read(path: string, text: string): YAMLMap | undefined | string {
  const documents = parseAllDocuments(text);
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error !== undefined)
    return t('{0} is no YAML at line {1}. Mend it first.', path, error.linePos?.[0].line ?? 1);
  // What stands before another document is a header of GitLab's own.
  const root: unknown = documents.at(-1)?.contents ?? undefined;
  if (root === undefined) return undefined;
  if (!isMap(root) || root.flow === true) return t('{0} is no list of jobs. Add the job by hand.', path);
  return root;
}

/** The default stage is `test`: where a file has stages of its own without that, the first of them. */
function stageFor(root: YAMLMap | undefined): string | undefined {
  const stages = root?.get('stages');
  if (!isSeq(stages)) return undefined;
  const names = stages.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
  return names.includes('test') ? undefined : names[0];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
