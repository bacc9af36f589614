import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { Workspaces } from '../services/workspaces';
import { type AuditServices, runAudit } from './runAudit';

/** `Keystow: Audit Folder`, in the explorer's menu: what lies below it and git does not ignore. */
export async function auditFolderCommand(
  services: AuditServices & { readonly workspaces: Workspaces },
  folder: vscode.Uri | undefined,
): Promise<string> {
  if (folder === undefined) throw new UserError(vscode.l10n.t('Choose a folder in the explorer.'));
  const located = services.workspaces.locateFolder(folder);
  if (located === undefined) throw new UserError(vscode.l10n.t('Open the folder in the workspace first.'));
  const { workspace, path } = located;
  return runAudit(services, [
    path === '' ? { workspace } : { workspace, include: (file) => file.startsWith(`${path}/`) },
  ]);
}
