import * as vscode from 'vscode';
import {
  type Cancellation,
  type FileEdit,
  type Finding,
  fixIdFor,
  isFixedWithAll,
  isRefusal,
  mergeEdits,
} from '../../engine/index';
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

/** What is looked for, and how it is told. */
interface Task {
  readonly isWanted: (finding: Finding) => boolean;
  readonly words: () => ChangeWords;
  readonly nothing: () => string;
  readonly looking: () => string;
  /** How many findings or keys were done, and in how many files. */
  readonly done: (found: number, moved: number, files: number) => string;
  readonly left: (count: number) => string;
}

const moving: Task = {
  isWanted: (finding) => fixIdFor(finding) === 'move-to-env' && isFixedWithAll(finding),
  words: () => ({
    title: vscode.l10n.t('Move keys to .env'),
    placeholder: vscode.l10n.t('Files whose keys are moved'),
    show: vscode.l10n.t('Show what changes'),
  }),
  nothing: () => vscode.l10n.t('There is no key to move.'),
  looking: () => vscode.l10n.t('Keystow: looking for keys'),
  done: (_, moved, files) =>
    moved === 1
      ? vscode.l10n.t('1 key in {0} moved to .env.', filesWord(files))
      : vscode.l10n.t('{0} keys in {1} moved to .env.', moved, filesWord(files)),
  left: (count) =>
    count === 1
      ? vscode.l10n.t('1 key cannot be moved; the lightbulb at each says why.')
      : vscode.l10n.t('{0} keys cannot be moved; the lightbulb at each says why.', count),
};

const fixing: Task = {
  isWanted: (finding) => fixIdFor(finding) !== undefined && isFixedWithAll(finding),
  words: () => ({
    title: vscode.l10n.t('Fix all'),
    placeholder: vscode.l10n.t('Files whose problems are fixed'),
    show: vscode.l10n.t('Show what changes'),
  }),
  nothing: () => vscode.l10n.t('There is nothing to fix.'),
  looking: () => vscode.l10n.t('Keystow: looking for problems'),
  done: (found, _, files) =>
    found === 1
      ? vscode.l10n.t('1 problem in {0} fixed.', filesWord(files))
      : vscode.l10n.t('{0} problems in {1} fixed.', found, filesWord(files)),
  left: (count) =>
    count === 1
      ? vscode.l10n.t('1 problem cannot be fixed here; its lightbulb says why.')
      : vscode.l10n.t('{0} problems cannot be fixed here; the lightbulb at each says why.', count),
};

const filesWord = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', count);

/** `Fix All…`: the same list for everything that has a fix which asks nothing. */
export const fixAllCommand = (services: MoveKeysServices): Promise<void> => run(services, fixing);

/**
 * `Move Keys in Workspace to .env…`, and the same for a folder: what would change is listed by file, and what is chosen
 * is one edit per workspace folder. A list of its own: the editor's refactor preview writes out each value it removes.
 */
export const moveKeysCommand = (services: MoveKeysServices, folder?: vscode.Uri): Promise<void> =>
  run(services, moving, folder);

async function run(services: MoveKeysServices, task: Task, folder?: vscode.Uri): Promise<void> {
  const all = services.workspaces.all();
  if (all.length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
  const located = folder === undefined ? undefined : services.workspaces.locateFolder(folder);
  if (folder !== undefined && located === undefined)
    throw new UserError(vscode.l10n.t('Open the folder in the workspace first.'));
  let told = false;
  for (const workspace of located === undefined ? all : [located.workspace])
    told = (await moveIn(services, task, workspace, located?.path ?? '')) || told;
  if (!told) void vscode.window.showInformationMessage(task.nothing());
}

/** Whether there was anything to tell of this workspace folder. */
async function moveIn(
  services: MoveKeysServices,
  task: Task,
  workspace: EditorWorkspace,
  below: string,
): Promise<boolean> {
  const found = await findAndPlan(services, task, workspace, below);
  if (found === undefined) return true;
  if (found.findings.length === 0) return false;
  const { files, left } = found.plan;
  if (files.length === 0) {
    // Not thrown: another folder of the workspace may have keys that can be moved.
    void vscode.window.showErrorMessage(task.left(left));
    return true;
  }
  const paths = await chooseChanges(services, workspace, task.words(), itemsOf(files));
  if (paths === undefined || paths.size === 0) return true;
  const message = await services.runner.exclusive(() => move(services, task, workspace, paths));
  void vscode.window.showInformationMessage(left === 0 ? message : `${message} ${task.left(left)}`);
  return true;
}

interface Found {
  readonly findings: readonly Finding[];
  readonly plan: BulkPlan;
}

/** Undefined where it was cancelled. */
async function findAndPlan(
  services: MoveKeysServices,
  task: Task,
  workspace: EditorWorkspace,
  below: string,
): Promise<Found | undefined> {
  const isBelow = (path: string): boolean => below === '' || path.startsWith(`${below}/`);
  return withFileProgress(task.looking(), async (token, tell) => {
    const cancel = cancelledBy(token);
    const found = await find(services, task, workspace, cancel, tell, isBelow);
    return cancel.cancelled ? undefined : found;
  });
}

async function find(
  { auditor, planner }: MoveKeysServices,
  { isWanted }: Task,
  workspace: EditorWorkspace,
  cancel: Cancellation,
  tell: TellFiles,
  include: (path: string) => boolean,
): Promise<Found> {
  const report = await auditor.findIn(workspace, { cancel, report: tell, include });
  const findings = report.findings.filter(isWanted);
  return { findings, plan: await planner.plan(workspace, findings, cancel) };
}

/** One item for each file: several problems of it may have plans of their own. */
function itemsOf(files: readonly FilePlan[]): readonly ChangeItem[] {
  const byPath = new Map<string, FilePlan[]>();
  for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file]);
  return Array.from(byPath, ([path, plans]) => {
    const edits = mergeEdits(plans.flatMap(({ plan }) => plan.edits));
    return { id: path, path, label: path, edits, isChosen: true, ...wordsOn(path, edits) };
  });
}

/** What is done to the file, and what else changes for it. */
function wordsOn(
  path: string,
  edits: readonly FileEdit[],
): { readonly description: string; readonly detail?: string } {
  const own = edits.filter((edit) => edit.path === path).map(({ label }) => label);
  const others = edits.filter((edit) => edit.path !== path).map((edit) => edit.path);
  return {
    description: own.join('; '),
    ...(others.length === 0 ? {} : { detail: vscode.l10n.t('also changes {0}', others.join(', ')) }),
  };
}

/** Looks and plans anew in what was chosen, on the files as they are now, and carries it out. */
async function move(
  services: MoveKeysServices,
  task: Task,
  workspace: EditorWorkspace,
  paths: ReadonlySet<string>,
): Promise<string> {
  const { plan, findings } = await find(
    services,
    task,
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
  const count = new Set(files.map(({ path }) => path)).size;
  return task.done(findings.length - plan.left, fix.plan.stored.length, count);
}
