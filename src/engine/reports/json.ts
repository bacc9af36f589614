import type { ReportFormat } from './report';

/** Version 1 of the JSON report: positions 1-based, columns in UTF-16 code units, ends exclusive. */
export const json = {
  id: 'json',
  tellsFixes: true,
  format: ({ findings, skipped, stats }, { version, durationMs }) =>
    `${JSON.stringify(
      {
        version: 1,
        tool: { name: 'keystow', version },
        findings: findings.map((finding) => ({
          rule: finding.rule,
          category: finding.category,
          provider: finding.provider,
          severity: finding.severity,
          file: finding.file,
          startLine: finding.range.start.line + 1,
          startColumn: finding.range.start.character + 1,
          endLine: finding.range.end.line + 1,
          endColumn: finding.range.end.character + 1,
          preview: finding.preview,
          fingerprint: finding.fingerprint,
          message: finding.message,
          fixes: finding.fixes,
          ...finding.origin,
        })),
        skipped,
        stats: { ...stats, durationMs },
      },
      null,
      2,
    )}\n`,
} as const satisfies ReportFormat;
