import type { AuditReport } from '../audit/auditWorkspace';
import { atLeast, type Finding } from '../model/finding';
import { failures } from '../model/ports';
import { said, t } from '../text/l10n';
import { chapterOf, chapters, type Question } from './chapters';

/**
 * `holds`: asked of every file, and nothing speaks against it. `broken`: findings do. `open`: it was asked and cannot be
 * answered, for the audit did not see everything. `person`: no audit can tell.
 */
export type Answer = 'holds' | 'broken' | 'open' | 'person';

export interface CheckedItem {
  readonly answer: Answer;
  readonly text: string;
  /** What was found, or why it is open; empty where there is nothing to say. */
  readonly detail: string;
}

export interface CheckedChapter {
  readonly title: string;
  readonly items: readonly CheckedItem[];
}

/**
 * Every habit of key safety, chapter by chapter, with what an audit can say of it.
 *
 * @param isWhole the whole project was audited, not some files or commits of it.
 */
export function checklist(report: AuditReport, isWhole: boolean): readonly CheckedChapter[] {
  const gap = gapOf(report, isWhole);
  const checked = chapters.map(({ title, questions }) => ({
    title: said(title),
    items: questions.map((question) => answer(question, report.findings, gap)),
  }));
  const rest = report.findings.filter((finding) => chapterOf(finding) === undefined);
  if (rest.length === 0) return checked;
  return [...checked, { title: everythingElse(), items: [broken(t('Nothing else is wrong'), rest)] }];
}

/** Of what no chapter asks. */
export const everythingElse = (): string => t('Everything else');

/** Why what was not found may be there all the same; undefined where everything was looked at. */
function gapOf({ cancelled, skipped }: AuditReport, isWhole: boolean): string | undefined {
  if (!isWhole) return t('asked of a part of the project only');
  const isRead = !cancelled && !skipped.some(({ reason }) => failures.has(reason));
  return isRead ? undefined : t('not everything could be read');
}

function answer(
  { text: asked, breaks, ifAsked }: Question,
  findings: readonly Finding[],
  gap: string | undefined,
): CheckedItem {
  const text = said(asked);
  if (breaks === undefined) return { answer: 'person', text, detail: '' };
  const against = findings.filter(breaks);
  if (against.length > 0) return broken(text, against);
  if (ifAsked === true) return { answer: 'person', text, detail: '' };
  return gap === undefined ? { answer: 'holds', text, detail: '' } : { answer: 'open', text, detail: gap };
}

/** What is only information is for a person to judge. */
function broken(text: string, against: readonly Finding[]): CheckedItem {
  const serious = against.filter(({ severity }) => atLeast(severity, 'warning')).length;
  if (serious > 0) return { answer: 'broken', text, detail: t('{0} found', serious) };
  return { answer: 'person', text, detail: t('{0} to look at', against.length) };
}
