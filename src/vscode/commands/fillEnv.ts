import * as vscode from 'vscode';
import {
  baseName,
  type EnvGaps,
  envGaps,
  isEnvTemplate,
  isRefusal,
  type MissingValue,
  planFillEnv,
  type Settings,
  valueRefusal,
} from '../../engine/index';
import { UserError } from '../errors';
import type { FixRunner } from '../services/fixRunner';
import type { SettingsService } from '../services/settings';
import type { Located, Workspaces } from '../services/workspaces';

/** A value, or undefined for the one that the template gives. */
type Values = ReadonlyMap<string, string | undefined>;

/**
 * `Keystow: Fill .env from .env.example`: asks for each value that is missing, and stores all of them as one edit. Whoever
 * leaves in the middle has stored nothing. A value goes from its box into the env file, and nowhere else.
 */
export async function fillEnvCommand(
  workspaces: Workspaces,
  service: SettingsService,
  runner: FixRunner,
): Promise<void> {
  const template = await chooseTemplate(workspaces);
  if (template === undefined) return;
  const { workspace, path } = template;
  const settings = service.for(workspace.folder);
  const gaps = await envGaps(workspace, path, settings);
  if (isRefusal(gaps)) throw new UserError(gaps.refused);
  if (gaps.missing.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} has a value for every name in {1}.', gaps.envPath, path),
    );
    return;
  }
  if (gaps.ignore.length > 0 && !(await mayIgnore(gaps))) return;
  // From here one undo takes everything back.
  await vscode.window.showTextDocument(workspace.uriOf(path));
  const values = await askAll(gaps, path);
  if (values === undefined) return;
  const message =
    values.size === 0
      ? vscode.l10n.t('No value was given.')
      : await runner.exclusive(() => store(template, values, settings, runner));
  void vscode.window.showInformationMessage(message);
}

/** The template in the editor, else the only one, else the one that is chosen; undefined where none was. */
async function chooseTemplate(workspaces: Workspaces): Promise<Located | undefined> {
  if (workspaces.all().length === 0) throw new UserError(vscode.l10n.t('Open a folder first.'));
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active !== undefined && isEnvTemplate(active.path)) {
    const located = workspaces.locate(active);
    if (located !== undefined) return located;
  }
  const found = await vscode.workspace.findFiles(
    '**/*{example,sample,template,dist,tpl}*',
    '**/node_modules/**',
  );
  const templates = found
    .filter(({ path }) => isEnvTemplate(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const items = templates.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  if (items.length === 0) throw new UserError(vscode.l10n.t('There is no .env.example to fill a file from.'));
  const chosen =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, {
          placeHolder: vscode.l10n.t('The names to give values to'),
        });
  return chosen && workspaces.locate(chosen.uri);
}

async function mayIgnore({ envPath }: EnvGaps): Promise<boolean> {
  const name = baseName(envPath);
  const addEntry = vscode.l10n.t('Add and Continue');
  const question = vscode.l10n.t('{0} is not in .gitignore: git would add its values.', name);
  return (await vscode.window.showWarningMessage(question, { modal: true }, addEntry)) === addEntry;
}

/** Undefined where it was left. */
async function askAll({ envPath, missing }: EnvGaps, template: string): Promise<Values | undefined> {
  const values = new Map<string, string | undefined>();
  for (const [index, one] of missing.entries()) {
    const value = await vscode.window.showInputBox({
      title: vscode.l10n.t('{0} ({1} of {2})', one.name, index + 1, missing.length),
      prompt: promptFor(one, baseName(envPath), baseName(template)),
      password: true,
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? undefined : valueRefusal(one.name, text.trim())),
    });
    if (value === undefined) return undefined;
    if (value.trim() !== '') values.set(one.name, value.trim());
    else if (one.hasDefault) values.set(one.name, undefined);
  }
  return values;
}

function promptFor({ hasDefault, isPublic }: MissingValue, env: string, template: string): string {
  const { t } = vscode.l10n;
  return [
    t('Goes into {0}.', env),
    ...(isPublic ? [t('Browser code gets it: no secret here.')] : []),
    hasDefault ? t('Empty takes the value of {0}.', template) : t('Empty leaves it out.'),
  ].join(' ');
}

async function store(
  { workspace, path }: Located,
  values: Values,
  settings: Settings,
  runner: FixRunner,
): Promise<string> {
  const plan = await planFillEnv(workspace, path, values, settings);
  if (isRefusal(plan)) throw new UserError(plan.refused);
  const fix = await runner.prepareMany(workspace, [{ path, plan }]);
  if (isRefusal(fix)) throw new UserError(fix.refused);
  await runner.apply(fix);
  const stored = plan.stored[0]?.path ?? '.env';
  return values.size === 1
    ? vscode.l10n.t('1 value stored in {0}.', stored)
    : vscode.l10n.t('{0} values stored in {1}.', values.size, stored);
}
