import type { Severity } from '../model/finding';
import { fingerprintOf } from '../scan/fingerprint';
import type { ReportFormat } from './report';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/**
 * A Code Quality report of GitLab. It tells findings apart by fingerprint alone, so the same value at two places needs
 * two: file, rule and a count go into it, no line.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, read 2026-11-28
 */
export const gitlab = {
  id: 'gitlab',
  format: ({ findings }) => {
    const seen = new Map<string, number>();
    const issues = findings.map(({ message, rule, fingerprint, severity, file, range }) => {
      const place = [rule, file, fingerprint].join('\0');
      const count = (seen.get(place) ?? 0) + 1;
      seen.set(place, count);
      return {
        description: message,
        check_name: rule,
        fingerprint: fingerprintOf(['gitlab', place, count].join('\0')),
        severity: severities[severity],
        location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
      };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
} as const satisfies ReportFormat;
