import * as vscode from 'vscode';
import {
  type Cancellation,
  type Finding,
  fixIdFor,
  isFixedWithAll,
  isRefusal,
  planDiff,
} from '../../engine/index';
import { UserError } from '../errors';
import type { PlanDocuments } from '../features/planDocuments';
import type { BulkPlan, BulkPlanner, FilePlan } from '../services/bulkPlanner';
import type { FixRunner } from '../services/fixRunner';
import type { SettingsService } from '../services/settings';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';

/** What the command works with. */
export interface MoveKeysServices {
  readonly workspaces: Workspaces;
  readonly auditor: WorkspaceAuditor;
  readonly planner: BulkPlanner;
  readonly runner: FixRunner;
  readonly settings: SettingsService;
  readonly documents: PlanDocuments;
}

/**
 * `Move Keys in Workspace to .env…`, and the same for a folder: what would change is listed by file, and what is chosen
 * is one edit per workspace folder. A list of its own: the editor's refactor preview writes out each value it removes.
 */
export async function moveKeysCommand(services: MoveKeysServices, folder?: vscode.Uri): Promise<void> {
  const all = services.workspaces.all();
  if (all.length === 0) throw new UserError('Open a folder first.');
  const located = folder === undefined ? undefined : services.workspaces.locate(folder);
  if (folder !== undefined && located === undefined && !all.some((one) => isSame(one.folder, folder)))
    throw new UserError('Open the folder in the workspace first.');
  const chosen = located?.workspace ?? all.find((one) => folder !== undefined && isSame(one.folder, folder));
  let told = false;
  for (const workspace of chosen === undefined ? all : [chosen])
    told = (await moveIn(services, workspace, located?.path)) || told;
  if (!told) void vscode.window.showInformationMessage('There is no key to move.');
}

const isSame = (a: vscode.Uri, b: vscode.Uri): boolean =>
  a.toString().replace(/\/$/, '') === b.toString().replace(/\/$/, '');

/** Whether there was anything to tell of this workspace folder. */
async function moveIn(
  services: MoveKeysServices,
  workspace: EditorWorkspace,
  below: string | undefined,
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
  const paths = await choose(services, workspace, files);
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
  below: string | undefined,
): Promise<Found | undefined> {
  const isBelow = (path: string): boolean => below === undefined || path.startsWith(`${below}/`);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Keystow: looking for keys', cancellable: true },
    async (progress, token) => {
      const cancel: Cancellation = {
        get cancelled(): boolean {
          return token.isCancellationRequested;
        },
      };
      const tell = (done: number, total: number): void =>
        progress.report({ message: `${done} of ${total} files` });
      const found = await find(services, workspace, cancel, tell, isBelow);
      return cancel.cancelled ? undefined : found;
    },
  );
}

async function find(
  { auditor, planner }: MoveKeysServices,
  workspace: EditorWorkspace,
  cancel: Cancellation,
  tell: (done: number, total: number) => void,
  include: (path: string) => boolean,
): Promise<Found> {
  const report = await auditor.findIn(workspace, cancel, tell, include);
  const findings = report.findings.filter(
    (finding) => fixIdFor(finding) === 'move-to-env' && isFixedWithAll(finding),
  );
  return { findings, plan: await planner.plan(workspace, findings, cancel) };
}

interface FileItem extends vscode.QuickPickItem {
  readonly file: FilePlan;
}

/** The files whose keys are to be moved; undefined where nothing was chosen. */
function choose(
  { settings, documents }: MoveKeysServices,
  workspace: EditorWorkspace,
  files: readonly FilePlan[],
): Promise<ReadonlySet<string> | undefined> {
  const pick = vscode.window.createQuickPick<FileItem>();
  pick.title = 'Move keys to .env';
  pick.placeholder = 'Files whose keys are moved';
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  const show = { iconPath: new vscode.ThemeIcon('diff'), tooltip: 'Show what changes' };
  pick.items = files.map((file) => ({ file, label: file.path, ...wordsOn(file), buttons: [show] }));
  pick.selectedItems = pick.items;
  const events = [
    pick.onDidTriggerItemButton(({ item: { file } }) => {
      const diffs = file.plan.edits.map((edit) => planDiff(edit, settings.for(workspace.folder)));
      return documents.show(file.path, diffs.join('\n'));
    }),
  ];
  return new Promise<ReadonlySet<string> | undefined>((resolve) => {
    events.push(
      pick.onDidAccept(() => resolve(new Set(pick.selectedItems.map(({ file }) => file.path)))),
      pick.onDidHide(() => resolve(undefined)),
    );
    pick.show();
  }).finally(() => {
    for (const event of events) event.dispose();
    pick.dispose();
  });
}

/** What is done to the file, and what else changes for it. */
function wordsOn({ path, plan }: FilePlan): { readonly description: string; readonly detail?: string } {
  const own = plan.edits.filter((edit) => edit.path === path).map(({ label }) => label);
  const others = plan.edits.filter((edit) => edit.path !== path).map((edit) => edit.path);
  return {
    description: own.join('; '),
    ...(others.length === 0 ? {} : { detail: `also changes ${others.join(', ')}` }),
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
  if (files.length === 0) throw new UserError('The files changed meanwhile. Nothing was moved.');
  const fix = await services.runner.prepareMany(workspace, files);
  if (isRefusal(fix)) throw new UserError(fix.refused);
  await services.runner.apply(fix);
  const moved = fix.plan.stored.length;
  const where = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return `${moved} ${moved === 1 ? 'key' : 'keys'} in ${where} moved to .env.`;
}

const whyStay = (left: number): string =>
  `${left} ${left === 1 ? 'key' : 'keys'} cannot be moved; the lightbulb at each says why.`;
