import { type ProcfileVariable, procfileLines } from '../analysers/procfileLines';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal, type Refusal } from '../model/fix';
import { shellVariable } from '../surfaces/shellText';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { dirName, join } from '../text/path';
import { contains, type Span } from '../text/span';
import { isName, namedByKey } from './nameToShow';
import { type MoveOptions, type Removals, removals, type Taken, wantedOf } from './removal';

interface Site {
  readonly key: Span;
  readonly line: Span;
  /** The variable that goes. */
  readonly own?: ProcfileVariable;
}

/**
 * What starts a Procfile gives its processes the variables of the `.env` beside it: one that a command sets goes, and `$X`
 * stands for any other key.
 * https://devcenter.heroku.com/articles/heroku-local, https://github.com/strongloop/node-foreman, read 2026-11-29
 */
export function procfileRemovals(
  { path, text }: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Removals {
  const lines = procfileLines(text);
  const take = ({ span, envName }: Finding): Taken<Site> | Refusal => {
    const line = lines.find((one) => contains(one.line, span));
    if (line === undefined)
      return { refused: t('The key is not in the command of a process. Move it by hand.') };
    const named = line.variables.find((one) => contains(one.span, span));
    const refused = named && namedByKey(named.name);
    if (refused !== undefined) return refused;
    if (text[span.end] === '=') return isName();
    const own = line.variables.find(({ value }) => value.start === span.start && value.end === span.end);
    const value = text.slice(span.start, span.end);
    const site = { key: span, line: line.line };
    if (own !== undefined) return { site: { ...site, own }, wanted: { name: own.name, value, exact: true } };
    const writing = shellVariable(text, line.line, span, 'X');
    if (isRefusal(writing)) return writing;
    return { site, wanted: wantedOf(text, { span, ...(envName === undefined ? {} : { envName }) }, options) };
  };
  return removals<Site>(findings, take, (taken, envPath) => {
    if (envPath !== join(dirName(path), '.env'))
      return {
        refused: t(
          'What starts a Procfile reads .env beside it, and no other env file. Move the key by hand.',
        ),
      };
    const edits: TextEdit[] = [];
    for (const { site, name } of taken) {
      const writing =
        site.own === undefined
          ? shellVariable(text, site.line, site.key, name)
          : { part: site.own.span, text: '' };
      if (isRefusal(writing)) return writing;
      edits.push({ span: writing.part, newText: writing.text });
    }
    const names = [...new Set(taken.map(({ name }) => name))];
    return {
      label: t('read {0} from the environment', names.join(', ')),
      edits,
      notes: [
        t(
          'Where the app is deployed its platform has to give it {0}: on Heroku, heroku config:edit opens the variables of the app.',
          names.join(', '),
        ),
      ],
    };
  });
}
