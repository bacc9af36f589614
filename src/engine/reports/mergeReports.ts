import type { AuditReport } from '../audit/auditWorkspace';
import { compareFindings } from '../model/finding';

/** A report with other file names, such as relative to the current folder. */
export const relativeTo = (report: AuditReport, rename: (file: string) => string): AuditReport => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, file: rename(finding.file) })),
  ...(report.accepted === undefined
    ? {}
    : {
        accepted: report.accepted.map(({ finding, acceptance }) => ({
          finding: { ...finding, file: rename(finding.file) },
          acceptance,
        })),
      }),
  skipped: report.skipped.map((skip) => ({ ...skip, file: rename(skip.file) })),
});

/** One report of several workspaces, sorted as a whole. */
export const mergeReports = (reports: readonly AuditReport[]): AuditReport => ({
  findings: reports.flatMap(({ findings }) => findings).toSorted(compareFindings),
  accepted: reports
    .flatMap(({ accepted = [] }) => accepted)
    .toSorted((a, b) => compareFindings(a.finding, b.finding)),
  skipped: reports.flatMap(({ skipped }) => skipped).toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  stats: {
    files: reports.reduce((sum, { stats }) => sum + stats.files, 0),
    bytes: reports.reduce((sum, { stats }) => sum + stats.bytes, 0),
  },
  cancelled: reports.some(({ cancelled }) => cancelled),
});
