import type { AuditReport } from '../audit/auditWorkspace';
import type { Rule } from '../model/rule';

export interface ReportContext {
  readonly version: string;
  readonly durationMs: number;
  /** The whole project was audited: what was not found is not there. */
  readonly isWhole: boolean;
  /** Colours and other terminal marks. */
  readonly colour: boolean;
  /** What is known of Keystow's own rules; a project's are not among them. */
  readonly rules: readonly Rule[];
  /** What was audited, as a title says it, and the day; where a person asked for the report. */
  readonly subject?: { readonly name: string; readonly day: string };
  /** Of the words, as HTML names it; absent: English. */
  readonly language?: string;
  /** The severity from which the run fails. */
  readonly level: 'error' | 'warning' | 'info';
}

/** Writes an audit down; the same report gives the same text, `durationMs` apart. */
export interface ReportFormat {
  readonly id: string;
  /** It tells the fixes that a finding would be offered. */
  readonly tellsFixes?: true;
  format(report: AuditReport, context: ReportContext): string;
}
