import * as vscode from 'vscode';
import { type Cancellation, type Finding, fixIdFor, isFixedWithAll, isRefusal } from '../../engine/index';
import { cancelledBy } from '../cancellation';
import { UserError } from '../errors';
import type { BulkPlan, BulkPlanner, FilePlan } from '../services/bulkPlanner';
import type { FixRunner } from '../services/fixRunner';
import type { ReadOnlyTexts } from '../services/readOnlyTexts';
import type { SettingsService } from '../services/settings';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';
import { type ChangeItem, type ChangeWords, chooseChanges } from './chooseChanges';
import { type TellFiles, withFileProgress } from './withFileProgress';

/** What the command works with. */
export interface MoveKeysServices {
  readonly workspaces: Workspaces;
  readonly auditor: WorkspaceAuditor;
  readonly planner: BulkPlanner;
  readonly runner: FixRunner;
  readonly settings: SettingsService;
  readonly texts: ReadOnlyTexts;
}

/**
 * `Move Keys in Workspace to .env…`, and the same for a folder: what would change is listed by file, and what is chosen
 * is one edit per workspace folder. A list of its own: the editor's refactor preview writes out each value it removes.
 */
export async function moveKeysCommand(services: MoveKeysServices, folder?: vscode.Uri): Promise<void> {
  const all = services.workspaces.all();
  if (all.length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
  const located = folder === undefined ? undefined : services.workspaces.locateFolder(folder);
  if (folder !== undefined && located === undefined)
    throw new UserError(vscode.l10n.t('Open the folder in the workspace first.'));
  let told = false;
  for (const workspace of located === undefined ? all : [located.workspace])
    told = (await moveIn(services, workspace, located?.path ?? '')) || told;
  if (!told) void vscode.window.showInformationMessage(vscode.l10n.t('There is no key to move.'));
}

/** Whether there was anything to tell of this workspace folder. */
async function moveIn(
  services: MoveKeysServices,
  workspace: EditorWorkspace,
  below: string,
): Promise<boolean> {
  const found = await findAndPlan(services, workspace, below);
  if (found === undefined) return true;
  if (found.findings.length === 0) return false;
  const { files, left } = found.plan;
  if (files.length === 0) {
    // Not thrown: another folder of the workspace may have keys that can be moved.
    void vscode.window.showErrorMessage(whyStay(left));
    return true;
  }
  const paths = await chooseChanges(services, workspace, words(), files.map(itemOf));
  if (paths === undefined || paths.size === 0) return true;
  const message = await services.runner.exclusive(() => move(services, workspace, paths));
  void vscode.window.showInformationMessage(left === 0 ? message : `${message} ${whyStay(left)}`);
  return true;
}

interface Found {
  readonly findings: readonly Finding[];
  readonly plan: BulkPlan;
}

/** Undefined where it was cancelled. */
async function findAndPlan(
  services: MoveKeysServices,
  workspace: EditorWorkspace,
  below: string,
): Promise<Found | undefined> {
  const isBelow = (path: string): boolean => below === '' || path.startsWith(`${below}/`);
  return withFileProgress(vscode.l10n.t('Keystow: looking for keys'), async (token, tell) => {
    const cancel = cancelledBy(token);
    const found = await find(services, workspace, cancel, tell, isBelow);
    return cancel.cancelled ? undefined : found;
  });
}

async function find(
  { auditor, planner }: MoveKeysServices,
  workspace: EditorWorkspace,
  cancel: Cancellation,
  tell: TellFiles,
  include: (path: string) => boolean,
): Promise<Found> {
  const report = await auditor.findIn(workspace, { cancel, report: tell, include });
  const findings = report.findings.filter(
    (finding) => fixIdFor(finding) === 'move-to-env' && isFixedWithAll(finding),
  );
  return { findings, plan: await planner.plan(workspace, findings, cancel) };
}

const words = (): ChangeWords => ({
  title: vscode.l10n.t('Move keys to .env'),
  placeholder: vscode.l10n.t('Files whose keys are moved'),
  show: vscode.l10n.t('Show what changes'),
});

const itemOf = (file: FilePlan): ChangeItem => ({
  id: file.path,
  path: file.path,
  label: file.path,
  edits: file.plan.edits,
  isChosen: true,
  ...wordsOn(file),
});

/** What is done to the file, and what else changes for it. */
function wordsOn({ path, plan }: FilePlan): { readonly description: string; readonly detail?: string } {
  const own = plan.edits.filter((edit) => edit.path === path).map(({ label }) => label);
  const others = plan.edits.filter((edit) => edit.path !== path).map((edit) => edit.path);
  return {
    description: own.join('; '),
    ...(others.length === 0 ? {} : { detail: vscode.l10n.t('also changes {0}', others.join(', ')) }),
  };
}

/** Looks and plans anew in what was chosen, on the files as they are now, and carries it out. */
async function move(
  services: MoveKeysServices,
  workspace: EditorWorkspace,
  paths: ReadonlySet<string>,
): Promise<string> {
  const { plan } = await find(
    services,
    workspace,
    { cancelled: false },
    () => {},
    (path) => paths.has(path),
  );
  const { files } = plan;
  if (files.length === 0)
    throw new UserError(vscode.l10n.t('The files changed meanwhile. Nothing was moved.'));
  const fix = await services.runner.prepareMany(workspace, files);
  if (isRefusal(fix)) throw new UserError(fix.refused);
  await services.runner.apply(fix);
  const moved = fix.plan.stored.length;
  const { t } = vscode.l10n;
  const where = files.length === 1 ? t('1 file') : t('{0} files', files.length);
  return moved === 1
    ? t('1 key in {0} moved to .env.', where)
    : t('{0} keys in {1} moved to .env.', moved, where);
}

const whyStay = (left: number): string =>
  left === 1
    ? vscode.l10n.t('1 key cannot be moved; the lightbulb at each says why.')
    : vscode.l10n.t('{0} keys cannot be moved; the lightbulb at each says why.', left);
