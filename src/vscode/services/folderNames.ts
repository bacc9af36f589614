import * as vscode from 'vscode';
import { type AuditReport, relativeTo } from '../../engine/index';
import type { EditorWorkspace, Workspaces } from './workspaces';

/** As the explorer shows it. */
export const nameOf = ({ folder }: EditorWorkspace): string | undefined =>
  vscode.workspace.getWorkspaceFolder(folder)?.name;

/** A folder's report as one of all that are open: where there are several, each file begins with its folder's name. */
export function amongFolders(
  workspaces: Workspaces,
  workspace: EditorWorkspace,
  report: AuditReport,
): AuditReport {
  const name = nameOf(workspace);
  if (workspaces.all().length === 1 || name === undefined) return report;
  return relativeTo(report, (file) => (file === '.' ? name : `${name}/${file}`));
}
