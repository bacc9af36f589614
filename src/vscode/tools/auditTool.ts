import * as vscode from 'vscode';
import { type AuditReport, auditForModels, type Parsers, rules } from '../../engine/index';
import { cancelledBy } from '../cancellation';
import { UserError } from '../errors';
import { amongFolders } from '../services/folderNames';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';
import { placeOf } from './places';
import { textIn } from './textIn';

/** What the tool works with. */
export interface AuditToolServices {
  readonly workspaces: Workspaces;
  readonly auditor: WorkspaceAuditor;
  readonly parsers: Parsers;
}

/**
 * `keystow_audit`: where keys stand in the open folders, or in one file or folder of them. Reads only.
 *
 * @throws UserError, CancellationError
 */
export async function auditTool(
  services: AuditToolServices,
  input: unknown,
  token: vscode.CancellationToken,
): Promise<string> {
  const { workspaces } = services;
  const all = workspaces.all();
  if (all.length === 0) throw new UserError('No folder is open.');
  const path = textIn(input, 'path');
  const place = path === undefined ? undefined : placeOf(workspaces, path);
  const reports: AuditReport[] = [];
  for (const workspace of place === undefined ? all : [place.workspace]) {
    const report = await audit(services, workspace, place?.path ?? '', token);
    reports.push(amongFolders(workspaces, workspace, report));
  }
  const isNothing = reports.every(({ stats, skipped }) => stats.files === 0 && skipped.length === 0);
  if (place !== undefined && place.path !== '' && isNothing)
    throw new UserError('There is no such file or folder, or git ignores it: ignored files are not audited.');
  return auditForModels(reports, rules);
}

async function audit(
  { auditor, parsers }: AuditToolServices,
  workspace: EditorWorkspace,
  path: string,
  token: vscode.CancellationToken,
): Promise<AuditReport> {
  const cancel = cancelledBy(token);
  const include = (file: string): boolean => path === '' || file === path || file.startsWith(`${path}/`);
  const report = await auditor.findIn(workspace, { cancel, report: () => {}, include, parsers });
  if (report.cancelled) throw new vscode.CancellationError();
  if (path === '') return report;
  // What concerns the whole folder is told where it is asked for.
  return { ...report, findings: report.findings.filter(({ file }) => include(file)) };
}
