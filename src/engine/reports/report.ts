import type { AuditReport } from '../audit/auditWorkspace';

export interface ReportContext {
  readonly version: string;
  readonly durationMs: number;
  /** Colours and other terminal marks. */
  readonly colour: boolean;
  /** The severity from which the run fails. */
  readonly level: 'error' | 'warning' | 'info';
}

/** Writes an audit down; the same report gives the same text, `durationMs` apart. */
export interface ReportFormat {
  readonly id: string;
  format(report: AuditReport, context: ReportContext): string;
}
