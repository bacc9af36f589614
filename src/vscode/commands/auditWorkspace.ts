import * as vscode from 'vscode';
import { summarise } from '../../engine/index';
import { UserError } from '../errors';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';

const showProblems = 'Show Problems';

/** `Keystow: Audit Workspace`: every file, results in Problems, one line that sums up. */
export async function auditWorkspaceCommand(auditor: WorkspaceAuditor): Promise<string | undefined> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0)
    throw new UserError('Open a folder to audit it.');
  const reports = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Keystow: auditing', cancellable: true },
    (progress, token) =>
      auditor.audit(token, (done, total) => progress.report({ message: `${done} of ${total} files` })),
  );
  const summary = summarise({
    findings: reports.flatMap(({ findings }) => findings),
    skipped: reports.flatMap(({ skipped }) => skipped),
    stats: {
      files: reports.reduce((sum, { stats }) => sum + stats.files, 0),
      bytes: reports.reduce((sum, { stats }) => sum + stats.bytes, 0),
    },
    cancelled: reports.some(({ cancelled }) => cancelled),
  });
  void tell(summary);
  return summary;
}

async function tell(summary: string): Promise<void> {
  const choice = await vscode.window.showInformationMessage(summary, showProblems);
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
