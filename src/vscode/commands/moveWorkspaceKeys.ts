import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { FixRunner } from '../services/fixRunner';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';

/** `Keystow: Move All Keys in Workspace to .env`: an audit, then VS Code's refactor preview with a label for each file. */
export async function moveWorkspaceKeysCommand(auditor: WorkspaceAuditor, runner: FixRunner): Promise<void> {
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Looking for keys', cancellable: true },
    async (progress, token) => {
      await auditor.audit(token, (done, total) => progress.report({ message: `${done} of ${total} files` }));
      return token.isCancellationRequested ? undefined : auditor.filesWithKeys();
    },
  );
  if (found === undefined) return;
  const message = await runner.exclusive(async () => {
    const prepared = await runner.prepareWorkspace(found);
    if (prepared.moved === 0)
      throw new UserError(
        prepared.left === 0
          ? 'There is no key to move.'
          : 'No key can be moved; the lightbulb at each says why.',
      );
    if (!(await runner.applyWorkspace(prepared))) return undefined;
    const { moved, left } = prepared;
    const stay = left === 0 ? '' : ` ${left} cannot be moved; the lightbulb at each says why.`;
    return `${moved} ${moved === 1 ? 'key' : 'keys'} moved to .env.${stay}`;
  });
  if (message !== undefined) void vscode.window.showInformationMessage(message);
}
