import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { Platform } from '../platform';

/** `Keystow: Set Up Commit Guard`: as `keystow hook install` does; one notification says where, or why not. */
export async function setUpCommitGuardCommand({ setUpGuard }: Platform): Promise<void> {
  if (setUpGuard === undefined)
    throw new UserError(vscode.l10n.t('Git hooks cannot be set up in a browser.'));
  if (!vscode.workspace.isTrusted)
    throw new UserError(vscode.l10n.t('Trust the workspace first: git is run for this.'));
  const folders = vscode.workspace.workspaceFolders ?? [];
  const chosen = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (chosen === undefined) {
    if (folders.length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
    return;
  }
  const result = await setUpGuard(chosen.uri);
  if ('refused' in result) throw new UserError(result.refused);
  for (const { manager, file, state, detail } of result) {
    const where = vscode.workspace.asRelativePath(file);
    if (state === 'would run')
      void vscode.window.showInformationMessage(
        manager === 'git'
          ? vscode.l10n.t('A commit that adds a key is stopped from now on, by {0}.', where)
          : vscode.l10n.t('A commit that adds a key is stopped from now on, by {0} ({1}).', where, manager),
      );
    else
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The commit guard is in {0}, but git does not run it yet: {1}.', where, detail),
      );
  }
}
