import * as vscode from 'vscode';
import {
  type AuditReport,
  countProblems,
  countSkipped,
  mergeReports,
  printable,
  skipReason,
} from '../../engine/index';
import type { ReadOnlyTexts } from '../services/readOnlyTexts';
import type { AuditPart, WorkspaceAuditor } from '../services/workspaceAuditor';
import { withFileProgress } from './withFileProgress';

/** What the commands that audit work with. */
export interface AuditServices {
  readonly auditor: WorkspaceAuditor;
  readonly texts: ReadOnlyTexts;
}

/**
 * Audits every folder or some parts, with progress that can be cancelled, and sums up in one message.
 *
 * @returns the message.
 */
export async function runAudit(services: AuditServices, parts?: readonly AuditPart[]): Promise<string> {
  const come = { done: 0, total: 0 };
  const reports = await withFileProgress(vscode.l10n.t('Keystow: auditing'), (token, tell) =>
    services.auditor.audit(
      token,
      (done, total) => {
        Object.assign(come, { done, total });
        tell(done, total);
      },
      parts,
    ),
  );
  const report = mergeReports(reports);
  const message = messageOf(report, come.total);
  void show(services.texts, report, message);
  return message;
}

/** What was found, how far a stopped audit came, and what was skipped and why. */
function messageOf(report: AuditReport, total: number): string {
  const { findings, stats, skipped, cancelled } = report;
  const { t } = vscode.l10n;
  const problems = countProblems(findings);
  const files = stats.files === 1 ? t('1 file') : t('{0} files', stats.files);
  const come = total === 0 ? files : t('{0} of {1} files', stats.files, total);
  const found = cancelled
    ? t('Stopped after {0}. {1} until then.', come, problems)
    : t('{0} in {1}.', problems, files);
  return skipped.length === 0 ? found : `${found} ${t('Skipped: {0}.', countSkipped(skipped))}`;
}

async function show(texts: ReadOnlyTexts, report: AuditReport, message: string): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  const showSkipped = vscode.l10n.t('Show Skipped');
  const buttons = report.skipped.length === 0 ? [showProblems] : [showProblems, showSkipped];
  const choice = await vscode.window.showInformationMessage(message, ...buttons);
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === showSkipped)
    await texts.show(
      `${vscode.l10n.t('Skipped by the audit')}.txt`,
      report.skipped.map(({ file, reason }) => `${skipReason(reason)}: ${printable(file)}\n`).join(''),
    );
}
