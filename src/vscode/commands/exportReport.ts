import * as vscode from 'vscode';
import {
  type AuditReport,
  dayOf,
  formats,
  mergeReports,
  type Parsers,
  rules,
  summarise,
} from '../../engine/index';
import { version } from '../../version';
import { cancelledBy } from '../cancellation';
import { UserError } from '../errors';
import { amongFolders } from '../services/folderNames';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';
import type { Workspaces } from '../services/workspaces';
import { type TellFiles, withFileProgress } from './withFileProgress';

/** What the command works with. */
export interface ExportServices {
  readonly workspaces: Workspaces;
  readonly auditor: WorkspaceAuditor;
  readonly parsers: Parsers;
}

interface FormatItem extends vscode.QuickPickItem {
  readonly id: string;
  /** Of the file, without the dot. */
  readonly ending: string;
}

/** What people and programs read outside of CI; its own formats are the command line's. */
const offered = (): readonly FormatItem[] => [
  { id: 'html', ending: 'html', label: 'HTML', description: vscode.l10n.t('to read and to print') },
  {
    id: 'markdown',
    ending: 'md',
    label: 'Markdown',
    description: vscode.l10n.t('for a pull request or a wiki'),
  },
  { id: 'json', ending: 'json', label: 'JSON', description: vscode.l10n.t('for scripts') },
  { id: 'sarif', ending: 'sarif', label: 'SARIF 2.1.0', description: vscode.l10n.t('for code scanning') },
];

/** `Keystow: Export Audit Report`: audits every folder anew and writes a file that holds no value. */
export async function exportReportCommand(services: ExportServices): Promise<void> {
  const [first] = services.workspaces.all();
  if (first === undefined) throw new UserError(vscode.l10n.t('Open a folder first.'));
  const format = await vscode.window.showQuickPick(offered(), {
    placeHolder: vscode.l10n.t('Format of the report'),
  });
  if (format === undefined) return;
  const started = performance.now();
  const report = await withFileProgress(vscode.l10n.t('Keystow: auditing'), (token, tell) =>
    auditAll(services, token, tell),
  );
  if (report.cancelled) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Stopped. No report was written.'));
    return;
  }
  const text = formats
    .find(({ id }) => id === format.id)
    ?.format(report, {
      version,
      durationMs: Math.round(performance.now() - started),
      rules,
      isWhole: true,
      colour: false,
      level: 'error',
      // Words that nobody has translated stay English.
      language: vscode.l10n.bundle === undefined ? 'en' : vscode.env.language,
      subject: { name: vscode.workspace.name ?? vscode.l10n.t('a workspace'), day: dayOf(new Date()) },
    });
  if (text === undefined) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(first.folder, `keystow-report.${format.ending}`),
    filters: { [format.label]: [format.ending] },
    title: vscode.l10n.t('Export Audit Report'),
  });
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    throw new UserError(vscode.l10n.t('The report could not be written there.'));
  }
  void offerToOpen(target, format, vscode.l10n.t('The report is written. {0}', summarise(report)));
}

/** One report of all folders; where there are several, each file begins with its folder's name. */
async function auditAll(
  { workspaces, auditor, parsers }: ExportServices,
  token: vscode.CancellationToken,
  report: TellFiles,
): Promise<AuditReport> {
  const cancel = cancelledBy(token);
  const reports: AuditReport[] = [];
  for (const workspace of workspaces.all()) {
    const audited = await auditor.findIn(workspace, { cancel, report, parsers });
    reports.push(amongFolders(workspaces, workspace, audited));
  }
  return mergeReports(reports);
}

async function offerToOpen(target: vscode.Uri, { id }: FormatItem, message: string): Promise<void> {
  const openIt = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(message, openIt)) !== openIt) return;
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined;
  // A browser shows a page that lies on this machine; elsewhere, and everything else, the editor does.
  if (id === 'html' && isHere && (await vscode.env.openExternal(target))) return;
  await vscode.commands.executeCommand(id === 'markdown' ? 'markdown.showPreview' : 'vscode.open', target);
}
