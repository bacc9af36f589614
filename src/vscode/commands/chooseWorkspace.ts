import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';

/** The only folder, or the one that is chosen; undefined where none was. */
export async function chooseWorkspace(workspaces: Workspaces): Promise<EditorWorkspace | undefined> {
  const all = workspaces.all();
  if (all.length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
  if (all.length === 1) return all[0];
  const folder = await vscode.window.showWorkspaceFolderPick();
  return all.find((one) => one.folder.toString() === folder?.uri.toString());
}
