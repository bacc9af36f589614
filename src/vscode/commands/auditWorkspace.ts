import * as vscode from 'vscode';
import { UserError } from '../errors';
import { type AuditServices, runAudit } from './runAudit';

/** `Keystow: Audit Workspace`: every file, results in Problems, one line that sums up. */
export async function auditWorkspaceCommand(services: AuditServices): Promise<string> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0)
    throw new UserError(vscode.l10n.t('Open a folder to audit it.'));
  return runAudit(services);
}
