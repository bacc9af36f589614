import * as vscode from 'vscode';
import { type AgentPlan, coverage, type FixPlan, isRefusal, planAgents } from '../../engine/index';
import { UserError } from '../errors';
import type { FixRunner } from '../services/fixRunner';
import type { ReadOnlyTexts } from '../services/readOnlyTexts';
import type { SettingsService } from '../services/settings';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';
import { type ChangeItem, type ChangeWords, chooseChanges } from './chooseChanges';
import { chooseWorkspace } from './chooseWorkspace';

/** What the command works with. */
export interface ProtectEnvServices {
  readonly workspaces: Workspaces;
  readonly settings: SettingsService;
  readonly runner: FixRunner;
  readonly texts: ReadOnlyTexts;
}

/**
 * `Keystow: Protect .env from AI Agents`: lists what would be written for which agent, writes what is chosen as one edit,
 * and tells what that covers and what not.
 */
export async function protectEnvCommand(services: ProtectEnvServices): Promise<void> {
  const { workspaces, settings, runner, texts } = services;
  const workspace = await chooseWorkspace(workspaces);
  if (workspace === undefined) return;
  const plans = await planAgents(workspace, settings.for(workspace.folder));
  const ids = plans.some(hasEdits)
    ? await chooseChanges(services, workspace, words(), itemsOf(plans))
    : new Set<string>();
  if (ids === undefined) return;
  const written = await runner.exclusive(() => write(services, workspace, ids));
  // Asked for by those who use the agent: what cannot be written for another one is in the list of the coverage.
  const refused = plans.flatMap(({ isUsed, plan }) => (isUsed && isRefusal(plan) ? [plan.refused] : []));
  if (refused.length > 0) void vscode.window.showErrorMessage(refused.join(' '));
  const limit = vscode.l10n.t('What an agent runs in a terminal can still read env files.');
  const coverageButton = vscode.l10n.t('Show Coverage');
  void vscode.window.showInformationMessage(`${told(written)} ${limit}`, coverageButton).then((choice) => {
    if (choice === coverageButton)
      void texts.showMarkdown(`${vscode.l10n.t('AI Agents')}.md`, coverage(plans, ids));
  });
}

function told(written: readonly string[]): string {
  if (written.length === 0) return vscode.l10n.t('Nothing was written.');
  const files = written.join(', ');
  return written.length === 1
    ? vscode.l10n.t('{0} is written.', files)
    : vscode.l10n.t('{0} are written.', files);
}

const hasEdits = ({ plan }: AgentPlan): boolean => editsOf(plan).length > 0;

const editsOf = (plan: AgentPlan['plan']): FixPlan['edits'] => (isRefusal(plan) ? [] : plan.edits);

const words = (): ChangeWords => ({
  title: vscode.l10n.t('Protect .env from AI agents'),
  placeholder: vscode.l10n.t('Agents that are told to keep out of env files'),
  show: vscode.l10n.t('Show what is written'),
});

/** Those that the project uses come first, and are chosen already. */
const itemsOf = (plans: readonly AgentPlan[]): readonly ChangeItem[] =>
  plans
    .filter(hasEdits)
    .toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed))
    .map((one) => ({
      id: one.agent.id,
      path: one.agent.file,
      label: one.agent.title,
      edits: editsOf(one.plan),
      isChosen: one.isUsed,
      ...wordsOn(one),
    }));

function wordsOn({ agent, plan, isUsed }: AgentPlan): {
  readonly description: string;
  readonly detail: string;
} {
  const [edit] = editsOf(plan);
  const what =
    edit?.kind === 'create'
      ? vscode.l10n.t('creates {0}', agent.file)
      : vscode.l10n.t('adds to {0}', agent.file);
  return { description: isUsed ? vscode.l10n.t('{0}, used here', what) : what, detail: agent.limits };
}

/** Plans anew for what was chosen, on the files as they are now, and carries it out as one edit; the files written. */
async function write(
  { settings, runner }: ProtectEnvServices,
  workspace: EditorWorkspace,
  ids: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (ids.size === 0) return [];
  const plans = await planAgents(workspace, settings.for(workspace.folder));
  const edits = plans.filter(({ agent }) => ids.has(agent.id)).flatMap(({ plan }) => editsOf(plan));
  if (edits.length === 0) return [];
  const fix = runner.prepareFiles(workspace, { edits, stored: [], notes: [] });
  if (isRefusal(fix)) throw new UserError(fix.refused);
  await runner.apply(fix);
  // An undo there takes all of it back.
  const shown = edits.find(({ kind }) => kind === 'change') ?? edits[0];
  if (shown !== undefined) await vscode.window.showTextDocument(workspace.uriOf(shown.path));
  return edits.map(({ path }) => path);
}
