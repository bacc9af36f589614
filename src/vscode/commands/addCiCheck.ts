import * as vscode from 'vscode';
import { type CiHost, ciHosts, detectCiHost, type FileEdit, isRefusal, planCi } from '../../engine/index';
import { toWorkspaceEdit } from '../convert';
import { UserError } from '../errors';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';
import { chooseWorkspace } from './chooseWorkspace';

/** `Keystow: Add CI Check`: writes the file of the CI service that the project uses, and shows it. */
export async function addCiCheckCommand(workspaces: Workspaces): Promise<void> {
  const workspace = await chooseWorkspace(workspaces);
  if (workspace === undefined) return;
  const host = (await detectCiHost(workspace)) ?? (await chooseHost());
  if (host === undefined) return;
  const plan = await planCi(workspace, host);
  if (isRefusal(plan)) throw new UserError(plan.refused);
  const [edit] = plan.edits;
  if (edit !== undefined) await write(workspace, edit);
  const message =
    edit === undefined ? plan.notes.join(' ') : vscode.l10n.t('{0} is ready to be committed.', edit.path);
  void vscode.window.showInformationMessage(message);
}

async function chooseHost(): Promise<CiHost | undefined> {
  const items = ciHosts.map((host) => ({ label: host.title, host }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Where the check runs') }))
    ?.host;
}

/** Saves what was saved before: a file with changes of the user's own is left to them. */
async function write(workspace: EditorWorkspace, edit: FileEdit): Promise<void> {
  const uri = workspace.uriOf(edit.path);
  const open = edit.kind === 'change' ? await vscode.workspace.openTextDocument(uri) : undefined;
  const wasDirty = open?.isDirty === true;
  const isAsPlanned = edit.kind === 'create' || open?.getText() === edit.before;
  if (!isAsPlanned || !(await vscode.workspace.applyEdit(toWorkspaceEdit([edit], () => uri))))
    throw new UserError(vscode.l10n.t('The file changed meanwhile. Nothing was written.'));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  if (!wasDirty && document.isDirty && !(await document.save()))
    throw new UserError(vscode.l10n.t('{0} could not be saved.', edit.path));
}
