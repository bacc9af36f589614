import { failures, skipReason } from '../model/ports';
import type { Rule } from '../model/rule';
import { t } from '../text/l10n';
import { type Answer, type CheckedChapter, checklist } from './checklist';
import { style } from './htmlStyle';
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

/**
 * What a team's lead reads, in the order in which it matters: how it stands, what to do first, each chapter's score, and
 * then every finding. One file that stands alone: no script, nothing that is loaded, and a policy that forbids both.
 */
export const html = {
  id: 'html',
  format: (report, { rules, version, isWhole, subject, language = 'en' }) => {
    const title = subject === undefined ? t('Keystow audit') : t('Keystow audit of {0}', subject.name);
    const rows = rowsOf(report.findings, rules);
    const counts = countsOf(rows);
    const chapters = checklist(report, isWhole);
    const failed = report.skipped.filter(({ reason }) => failures.has(reason));
    return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${subject === undefined ? '' : `<p>${escaped(subject.day)}</p>\n`}</header>
<main>
<p><strong>${escaped(summarise(report))}</strong>${counts === '' ? '' : ` ${escaped(counts)}.`}</p>
<p><strong>${escaped(totalWords(totalOf(chapters)))}</strong></p>
${firstSteps(whatFirst(report.findings), rules)}${scoreTable(chapters)}${findingsTable(rows)}${acceptedTable(
  acceptedRowsOf(report.accepted ?? [], rules),
)}${
  failed.length === 0
    ? ''
    : `<h2>${words(t('Not read'))}</h2>
<ul>
${failed.map(({ file, reason }) => `<li><code>${escaped(file)}</code>: ${escaped(skipReason(reason))}</li>\n`).join('')}</ul>
`
}<h2>${words(t('Checklist'))}</h2>
${chapters.map(chapter).join('')}</main>
<footer>Keystow ${escaped(version)}. ${words(t("No part of a key's secret is in this report."))}</footer>
</body>
</html>
`;
  },
} as const satisfies ReportFormat;

function firstSteps(first: readonly Urgent[], rules: readonly Rule[]): string {
  if (first.length === 0) return '';
  const items = first.map(({ finding, places, why }) => {
    const [row] = rowsOf([finding], rules);
    const what = `<strong>${escaped(row?.title ?? finding.rule)}</strong>`;
    const told = inPlaces(what, placeOf(finding.file, finding.range.start.line + 1), places);
    const page = row?.page === undefined ? '' : ` ${link(t('Where to revoke it'), row.page)}`;
    return `<li>${told} ${escaped(why)}${page}</li>\n`;
  });
  return `<h2>${words(t('What to do first'))}</h2>
<ol>
${items.join('')}</ol>
`;
}

/** Words in every cell: colour only repeats what they say. */
const scoreTable = (chapters: readonly CheckedChapter[]): string => `<h2>${words(t('Score'))}</h2>
<table>
<thead><tr>${[t('Chapter'), t('Score'), t('Does not hold'), t('For a person')].map(heading).join('')}</tr></thead>
<tbody>
${chapters
  .map(({ title, items }, index) => {
    const score = scoreOf(items);
    const asked = score.holds + score.broken + score.open;
    const state = score.broken > 0 ? 'broken' : asked === 0 ? 'person' : score.open > 0 ? 'open' : 'holds';
    return `<tr><th scope="row">${index + 1} ${escaped(title)}</th><td class="${state}">${words(scoreWords(score))}</td><td>${score.broken}</td><td>${score.person}</td></tr>\n`;
  })
  .join('')}</tbody>
</table>
`;

function findingsTable(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `<h2>${words(t('Findings'))}</h2>
<table>
<thead><tr>${[t('Where'), t('Severity'), t('What'), t('Why'), t('Fix')].map(heading).join('')}</tr></thead>
<tbody>
${rows.map(tableRow).join('')}</tbody>
</table>
`;
}

function tableRow({ file, line, commit, severity, title, url, why, fix, page }: Row): string {
  const cells = [
    inCommit(placeOf(file, line), commit && escaped(commit)),
    `<span class="${severity}">${words(severityWord(severity))}</span>`,
    link(title, url),
    escaped(why),
    `${escaped(fix)}${page === undefined ? '' : ` · ${link(t('revoke'), page)}`}`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

/** What is accepted stays in sight. */
function acceptedTable(rows: readonly AcceptedRow[]): string {
  if (rows.length === 0) return '';
  const cells = ({ file, line, title, url, reason, until, by }: AcceptedRow): readonly string[] => [
    placeOf(file, line),
    link(title, url),
    escaped(reason),
    until === '' ? words(t('no end')) : escaped(until),
    escaped(by),
  ];
  return `<h2>${words(t('Accepted'))}</h2>
<table>
<thead><tr>${[t('Where'), t('What'), t('Reason'), t('Until'), t('By')].map(heading).join('')}</tr></thead>
<tbody>
${rows
  .map(
    (row) =>
      `<tr>${cells(row)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>\n`,
  )
  .join('')}</tbody>
</table>
`;
}

const heading = (text: string): string => `<th scope="col">${words(text)}</th>`;

const placeOf = (file: string, line: number): string => `<code>${escaped(file)}</code>:${line}`;

const link = (text: string, url: string | undefined): string =>
  url === undefined ? escaped(text) : `<a href="${escaped(url)}">${escaped(text)}</a>`;

const answers: Readonly<Record<Answer, () => string>> = {
  holds: () => t('Holds'),
  broken: () => t('Does not hold'),
  open: () => t('Open'),
  person: () => t('For a person'),
};

const chapter = ({ title, items }: CheckedChapter, index: number): string => `<section>
<h3>${index + 1} ${escaped(title)}</h3>
<ul>
${items
  .map(
    ({ answer, text, detail }) =>
      `<li><span class="${answer}">${words(answers[answer]())}</span> ${escaped(text)}${detail === '' ? '' : `: ${escaped(detail)}`}</li>\n`,
  )
  .join('')}</ul>
</section>
`;

/** Words of Keystow's own, in whatever language. */
const words = (text: string): string => text.replace(/[&<>]/g, reference);

/** Text of which nothing is taken for markup, inside an attribute's quotes either. */
const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, reference);

const reference = (character: string): string => `&#${character.codePointAt(0)};`;
