import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { Platform } from '../platform';
import type { AuditPart } from '../services/workspaceAuditor';
import type { Workspaces } from '../services/workspaces';
import { type AuditServices, runAudit } from './runAudit';

/**
 * `Keystow: Audit Changed Files`: what git says is changed, staged, or new and not ignored, as it is in the editor.
 *
 * @returns the message that sums up.
 */
export async function auditChangedFilesCommand(
  services: AuditServices & { readonly workspaces: Workspaces; readonly git: Platform['git'] },
): Promise<string> {
  const { workspaces, git } = services;
  const all = workspaces.all();
  if (all.length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
  if (git === undefined)
    throw new UserError(
      vscode.l10n.t('Git says what changed, and in the browser it cannot be started. Audit the workspace.'),
    );
  if (!vscode.workspace.isTrusted)
    throw new UserError(
      vscode.l10n.t('Git says what changed, and in Restricted Mode it is not started. Audit the workspace.'),
    );
  const parts: AuditPart[] = [];
  let isAnyChanged = false;
  for (const workspace of all) {
    const changed = await git.changed(workspace.folder);
    if (changed === undefined) continue;
    const files = new Set(changed);
    isAnyChanged ||= files.size > 0;
    parts.push({ workspace, include: (file) => files.has(file) });
  }
  if (parts.length === 0)
    throw new UserError(
      vscode.l10n.t('Git says what changed, and the folder is in no repository. Audit the workspace.'),
    );
  if (isAnyChanged) return runAudit(services, parts);
  const message = vscode.l10n.t('Git says that no file is changed.');
  void vscode.window.showInformationMessage(message);
  return message;
}
