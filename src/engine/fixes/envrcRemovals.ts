import { type EnvrcLine, envrcLines } from '../analysers/envrcLines';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Refusal } from '../model/fix';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { withLines } from '../text/lines';
import { contains } from '../text/span';
import { type Removals, removals, type Taken } from './removal';

/**
 * Lines that export a key go, and `dotenv_if_exists` loads what they had: a later export would win over the file.
 * https://direnv.net/man/direnv-stdlib.1.html, read 2026-11-29
 */
export function envrcRemovals({ text }: SourceDocument, findings: readonly Finding[]): Removals {
  const lines = envrcLines(text);
  const take = ({ span }: Finding): Taken<EnvrcLine> | Refusal => {
    const site = lines.find(({ value }) => contains(value, span));
    if (site === undefined || site.value.start !== span.start || site.value.end !== span.end)
      return {
        refused: t('Only a line that exports nothing but the key is taken out. Move the key by hand.'),
      };
    return { site, wanted: { name: site.name, value: text.slice(span.start, span.end), exact: true } };
  };
  return removals<EnvrcLine>(findings, take, (taken) => {
    // What is loaded before the first of them is there for the lines between.
    const first = Math.min(...taken.map(({ site }) => site.line.start));
    const loads = /^dotenv(?:_if_exists)?(?:[ \t]+(?:\.\/)?\.env)?[ \t]*(?:#.*)?$/m.test(
      text.slice(0, first),
    );
    const edits = taken.map(
      ({ site }): TextEdit =>
        site.line.start === first && !loads
          ? { span: site.line, newText: 'dotenv_if_exists' }
          : { span: withLines(text, site.line), newText: '' },
    );
    return {
      label: t('load {0}', '.env'),
      edits,
      notes: [t('direnv asks again before it runs the changed file: direnv allow')],
    };
  });
}
