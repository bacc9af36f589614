import { bruBlocks, bruEntries } from '../analysers/bruBlocks';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Refusal } from '../model/fix';
import { variableOf } from '../surfaces/namedIn';
import { t } from '../text/l10n';
import { lineEnd, lineStart } from '../text/lines';
import { join } from '../text/path';
import { contains, type Span } from '../text/span';
import { brunoCollection } from './brunoCollection';
import type { Host } from './host';
import { isName, namedByKey } from './nameToShow';
import { type MoveOptions, type Removals, refuseAll, removals, type Taken, wantedOf } from './removal';

interface Site {
  readonly key: Span;
  /** In a script it is a literal, which goes with its quotes. */
  readonly isCode: boolean;
}

/**
 * `{{process.env.X}}`, which Bruno reads from the `.env` in the collection's root; its scripts read it by `bru.getProcessEnv`.
 * https://docs.usebruno.com/variables/process-env, https://github.com/usebruno/bruno/blob/main/packages/bruno-js/src/bru.js,
 * read 2026-11-29
 */
export async function brunoRemovals(
  { workspace }: Host,
  { path, text }: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<Removals> {
  const collection = await brunoCollection(workspace, path);
  if (collection === undefined)
    return refuseAll(
      findings,
      t(
        'Bruno reads .env in the folder of bruno.json, and there is none above this file. Move the key by hand.',
      ),
    );
  const blocks = bruBlocks(text);
  const entries = bruEntries(text);
  const take = ({ span, envName }: Finding): Taken<Site> | Refusal => {
    const found = blocks.find((one) => contains(one.span, span));
    const block = found?.name ?? '';
    const isCode = /^(?:script:.+|tests)$/.test(block);
    const refused = refusal(block, !isCode || isLiteral(text, found?.span.start ?? 0, span));
    if (refused !== undefined) return { refused };
    if (!isCode && !block.startsWith('body') && isNameOf(text, span)) return isName();
    const named = entries.find(({ value }) => contains(value, span))?.name;
    const byKey = named === undefined ? undefined : namedByKey(named);
    if (byKey !== undefined) return byKey;
    const usual = envName ?? (named === undefined ? 'API_KEY' : variableOf([], named));
    return {
      site: { key: span, isCode },
      wanted: wantedOf(text, { span }, options, usual),
    };
  };
  return removals<Site>(findings, take, (taken, envPath) => {
    if (envPath !== join(collection, '.env'))
      return {
        refused: t(
          'Bruno reads .env in the folder of bruno.json, and no other env file. Move the key by hand.',
        ),
      };
    return {
      label: t('read {0} from the environment', [...new Set(taken.map(({ name }) => name))].join(', ')),
      edits: taken.map(({ site: { key, isCode }, name }) =>
        isCode
          ? { span: { start: key.start - 1, end: key.end + 1 }, newText: `bru.getProcessEnv("${name}")` }
          : { span: key, newText: `{{process.env.${name}}}` },
      ),
      notes: [],
    };
  });
}

/** Whether a key is all of a literal that is a value of its line, in a script that begins at `from`. */
function isLiteral(text: string, from: number, { start, end }: Span): boolean {
  const before = text.slice(Math.max(from, lineStart(text, start)), start - 1);
  const after = text.slice(end + 1, lineEnd(text, end));
  return (
    /^["']$/.test(text[start - 1] ?? '') &&
    text[end] === text[start - 1] &&
    /(?:[(,=+[:?]|\breturn)\s*$/.test(before) &&
    /^\s*(?:[),;+\]}]|$)/.test(after) &&
    !before.includes('//') &&
    ['"', "'"].every((quote) => before.split(quote).length % 2 === 1) &&
    text.slice(from, start).split('`').length % 2 === 1
  );
}

const isNameOf = (text: string, { start, end }: Span): boolean =>
  /^[ \t]*~?$/.test(text.slice(lineStart(text, start), start)) &&
  /^[ \t]*:/.test(text.slice(end, lineEnd(text, end)));

/** `isWhole`: what stands in a script is a literal of its own. */
function refusal(block: string, isWhole: boolean): string | undefined {
  if (block === '') return t('The key is in no block of the file. Move it by hand.');
  if (!isWhole || /^(?:assert|vars:post-response)$/.test(block))
    return t('Scripts of Bruno read a variable by bru.getProcessEnv("X"). Move the key by hand.');
  if (/^(?:docs|example|meta|settings|app)$/.test(block))
    return t('Bruno reads no variable in {0}. Delete the key there.', block);
  return undefined;
}
