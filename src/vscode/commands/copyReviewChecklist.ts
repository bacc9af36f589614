import * as vscode from 'vscode';
import {
  type Parsers,
  protectionPage,
  reviewChecklist,
  rules,
  summarise,
  unownedFiles,
} from '../../engine/index';
import { cancelledBy } from '../cancellation';
import { UserError } from '../errors';
import { nameOf } from '../services/folderNames';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';
import type { Workspaces } from '../services/workspaces';
import { type TellFiles, withFileProgress } from './withFileProgress';

/** What the command works with. */
export interface ReviewServices {
  readonly workspaces: Workspaces;
  readonly auditor: WorkspaceAuditor;
  readonly parsers: Parsers;
}

/** `Keystow: Copy Review Checklist`: audits every folder anew and copies Markdown for a pull request; no value is in it. */
export async function copyReviewChecklistCommand(services: ReviewServices): Promise<void> {
  if (services.workspaces.all().length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
  const made = await withFileProgress(vscode.l10n.t('Keystow: auditing'), (token, tell) =>
    checklists(services, token, tell),
  );
  if (made === undefined) return;
  await vscode.env.clipboard.writeText(made.map(({ text }) => text).join('\n'));
  const found = made.map(({ summary }) => summary).join(' ');
  void vscode.window.showInformationMessage(vscode.l10n.t('The checklist is in the clipboard. {0}', found));
}

/** One for each folder; undefined where it was cancelled. */
async function checklists(
  { workspaces, auditor, parsers }: ReviewServices,
  token: vscode.CancellationToken,
  report: TellFiles,
): Promise<readonly { readonly text: string; readonly summary: string }[] | undefined> {
  const cancel = cancelledBy(token);
  const all = workspaces.all();
  const made: { readonly text: string; readonly summary: string }[] = [];
  for (const workspace of all) {
    const audited = await auditor.findIn(workspace, { cancel, report, parsers });
    const unowned = await unownedFiles(workspace, cancel);
    const protection = await protectionPage(workspace);
    const folder = all.length === 1 ? undefined : nameOf(workspace);
    made.push({
      text: reviewChecklist(audited, rules, unowned, protection, folder),
      summary: summarise(audited),
    });
  }
  return cancel.cancelled ? undefined : made;
}
