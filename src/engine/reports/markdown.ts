import { failures, skipReason } from '../model/ports';
import type { Rule } from '../model/rule';
import { t } from '../text/l10n';
import { type CheckedChapter, checklist } from './checklist';
import type { ReportFormat } from './report';
import {
  type AcceptedRow,
  acceptedRowsOf,
  countsOf,
  inCommit,
  inPlaces,
  type Row,
  rowsOf,
  severityWord,
} from './rows';
import { scoreOf, scoreWords, totalOf, totalWords } from './score';
import { summarise } from './summary';
import { printable } from './text';
import { type Urgent, whatFirst } from './whatFirst';

/** Rows of the table: a step summary of GitHub takes 1 MiB, and no reviewer reads more. */
const mostRows = 500;

/** What a reviewer reads in a pull request: counts, what to do first, findings by file, and the checklist of key safety. */
export const markdown = {
  id: 'markdown',
  format: (report, { rules, isWhole, subject }) => {
    const rows = rowsOf(report.findings, rules);
    const counts = countsOf(rows);
    const failed = report.skipped.filter(({ reason }) => failures.has(reason));
    const first = whatFirst(report.findings);
    const accepted = acceptedRowsOf(report.accepted ?? [], rules);
    const chapters = checklist(report, isWhole);
    return `${[
      `# ${subject === undefined ? t('Keystow audit') : t('Keystow audit of {0}', escaped(subject.name))}`,
      ...(subject === undefined ? [] : [subject.day]),
      `**${summarise(report)}**${counts === '' ? '' : ` ${counts}.`}`,
      ...(first.length === 0 ? [] : [`## ${t('What to do first')}`, firstSteps(first, rules)]),
      ...(rows.length === 0 ? [] : [`## ${t('Findings')}`, findingsTable(rows)]),
      ...(accepted.length === 0 ? [] : [`## ${t('Accepted')}`, acceptedTable(accepted)]),
      ...(failed.length === 0
        ? []
        : [
            `## ${t('Not read')}`,
            failed.map(({ file, reason }) => `- ${name(file)}: ${skipReason(reason)}`).join('\n'),
          ]),
      `## ${t('Checklist')}`,
      totalWords(totalOf(chapters)),
      checklistMarkdown(chapters),
    ].join('\n\n')}\n`;
  },
} as const satisfies ReportFormat;

const firstSteps = (first: readonly Urgent[], rules: readonly Rule[]): string =>
  first
    .map(({ finding, places, why }, index) => {
      const [row] = rowsOf([finding], rules);
      const what = `**${escaped(row?.title ?? finding.rule)}**`;
      const told = inPlaces(what, `${name(finding.file)}:${finding.range.start.line + 1}`, places);
      const page = row?.page === undefined ? '' : ` [${t('Where to revoke it')}](${row.page})`;
      return `${index + 1}. ${told} ${escaped(why)}${page}`;
    })
    .join('\n');

const acceptedTable = (rows: readonly AcceptedRow[]): string =>
  [
    `| ${[t('Where'), t('What'), t('Reason'), t('Until'), t('By')].join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.slice(0, mostRows).map(({ file, line, title, url, reason, until, by }) => {
      const what = url === undefined ? escaped(title) : `[${escaped(title)}](${url})`;
      const cells = [
        `${name(file)}:${line}`,
        what,
        escaped(reason),
        until === '' ? t('no end') : until,
        escaped(by),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    ...(rows.length > mostRows ? ['', t('{0} more.', rows.length - mostRows)] : []),
  ].join('\n');

/** A table of GitHub's Markdown, sorted as the findings are. */
export function findingsTable(rows: readonly Row[]): string {
  const lines = rows.slice(0, mostRows).map((row) => {
    const title = row.url === undefined ? escaped(row.title) : `[${escaped(row.title)}](${row.url})`;
    const page = row.page === undefined ? '' : ` · [${t('revoke')}](${row.page})`;
    const cells = [
      inCommit(`${name(row.file)}:${row.line}`, row.commit),
      severityWord(row.severity),
      title,
      escaped(row.why),
      `${escaped(row.fix)}${page}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const left = rows.length - lines.length;
  return [
    `| ${t('Where')} | | ${[t('What'), t('Why'), t('Fix')].join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...lines,
    ...(left > 0 ? ['', t('{0} more: the report as JSON lists all of them.', left)] : []),
  ].join('\n');
}

/** Task lists: what holds is ticked, what does not or what a person must check is not. */
export const checklistMarkdown = (chapters: readonly CheckedChapter[]): string =>
  chapters
    .map(({ title, items }, index) =>
      [
        `### ${index + 1} ${title}: ${scoreWords(scoreOf(items))}`,
        items
          .map(({ answer, text, detail }) => {
            const said = { holds: '', broken: `: **${detail}**`, open: `: ${detail}`, person: '' }[answer];
            const asked = answer === 'person' ? ` *(${detail === '' ? t('for a person') : detail})*` : said;
            return `- [${answer === 'holds' ? 'x' : ' '}] ${escaped(text)}${asked}`;
          })
          .join('\n'),
      ].join('\n\n'),
    )
    .join('\n\n');

/** A file name as code. One that could end the code, or its cell, is written in character references. */
export const name = (file: string): string =>
  /^[\p{L}\p{N}/@+.,=_-]+$/u.test(file) ? `\`${file}\`` : `<code>${references(printable(file))}</code>`;

/** Text of which nothing is taken for markup. */
export const escaped = (text: string): string => printable(text).replace(/[\\`*_[\]{}<>&#|~@$]/g, reference);

const references = (text: string): string => text.replace(/[^\p{L}\p{N} /]/gu, reference);

const reference = (character: string): string => `&#${character.codePointAt(0)};`;
