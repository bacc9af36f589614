import type { AuditReport } from '../audit/auditWorkspace';
import type { Rule } from '../model/rule';
import { t } from '../text/l10n';
import { checklist } from './checklist';
import { checklistMarkdown, findingsTable, name } from './markdown';
import { rowsOf } from './rows';
import { summarise } from './summary';

/**
 * What goes into a pull request: counts, findings, the checklist, and the lines of CODEOWNERS that are missing. Markdown,
 * without any value.
 *
 * @param unowned files that nobody owns yet; see `unownedFiles`.
 * @param protection the page where the server's own checks are turned on; see `protectionPage`.
 * @param folder its name, where there are several.
 */
export function reviewChecklist(
  report: AuditReport,
  rules: readonly Rule[],
  unowned: readonly string[],
  protection: string | undefined,
  folder?: string,
): string {
  const owners = unowned.filter((path) => !unspoken.test(path)).map(ownersLine);
  return `${[
    `## ${folder === undefined ? t('Key safety') : t('Key safety of {0}', name(folder))}`,
    `**${summarise(report)}**`,
    ...(report.findings.length === 0 ? [] : [findingsTable(rowsOf(report.findings, rules))]),
    checklistMarkdown(checklist(report, true)),
    ...(protection === undefined ? [] : [t('Secret scanning and push protection: {0}', `<${protection}>`)]),
    ...(owners.length === 0
      ? []
      : [
          '### CODEOWNERS',
          t('Nobody owns these files yet, which say what keys there are and how they are kept:'),
          ['```', ...owners, '```'].join('\n'),
        ]),
  ].join('\n\n')}\n`;
}

/** No line of CODEOWNERS can name such a file, or it would end the block that the line stands in. */
const unspoken = /[\p{Cc}`]/u;

/** From the root, and only this file: what patterns take for more than a character is escaped. */
const ownersLine = (path: string): string => `/${path.replace(/[\\ #*?![\]]/g, '\\$&')} @your-team`;
