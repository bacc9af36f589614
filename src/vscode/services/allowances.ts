import * as vscode from 'vscode';
import {
  type Acceptance,
  dayOf,
  isExpired,
  ruleTitle,
  usualSeverity,
  weakenings,
  weakerSettings,
  withoutKeys,
} from '../../engine/index';
import { settingKeys, settingsSection } from '../contributions';
import type { Policies } from './policies';
import type { EditorWorkspace, Workspaces } from './workspaces';

/** Something that is let stand, and where that is written. */
export interface Allowance {
  /** What stands: a rule's title, or a sentence. */
  readonly what: string;
  /** Why, and until when; empty where nobody has said. */
  readonly why: string;
  /** `.keystow.json:12`, or the name of a setting. */
  readonly at: string;
  readonly open: vscode.Command;
}

/** What somebody has accepted, and where the open folders ask for less than Keystow does by itself. */
export class Allowances {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly policies: Policies,
  ) {}

  accepted(): readonly Allowance[] {
    const today = dayOf(new Date());
    return this.workspaces.all().flatMap((workspace) =>
      (this.policies.for(workspace.folder)?.accepted ?? []).map((one) => ({
        what: ruleTitle(one.rule),
        why: withoutKeys(reasonOf(one, today)),
        ...placeOf(workspace, one.at),
      })),
    );
  }

  weaker(): readonly Allowance[] {
    const all = this.workspaces.all().flatMap((workspace): readonly Allowance[] => {
      const policy = this.policies.for(workspace.folder);
      const told = policy === undefined ? [] : weakenings(policy, usualSeverity);
      return [
        ...told.map(({ at, value }) => ({ what: withoutKeys(value), why: '', ...placeOf(workspace, at) })),
        ...weakerSettings(ownSettings(workspace), usualSeverity).map(({ key, meaning }) => ({
          what: withoutKeys(meaning),
          why: '',
          at: `${settingsSection}.${key}`,
          open: {
            command: 'workbench.action.openSettings',
            title: vscode.l10n.t('Open'),
            arguments: [`@id:${settingsSection}.${key}`],
          },
        })),
      ];
    });
    // A setting of the whole workspace is one of each of its folders.
    return [...new Map(all.map((one) => [`${one.at} ${one.what}`, one])).values()];
  }
}

/** `Test data only, until 2026-12-31, src/**` */
function reasonOf(one: Acceptance, today: string): string {
  const { reason, expires, path } = one;
  const until =
    expires === undefined
      ? []
      : [
          isExpired(one, today)
            ? vscode.l10n.t('expired on {0}', expires)
            : vscode.l10n.t('until {0}', expires),
        ];
  return [reason, ...until, ...(path === undefined ? [] : [path])].join(', ');
}

function placeOf(workspace: EditorWorkspace, at: string): Pick<Allowance, 'at' | 'open'> {
  const [, file = at, line = '1'] = /^(.*):(\d+)$/.exec(at) ?? [];
  const uri = workspace.uriOf(file);
  const start = new vscode.Position(Math.max(0, Number(line) - 1), 0);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
  return {
    at: `${vscode.workspace.asRelativePath(uri)}:${line}`,
    open: { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, options] },
  };
}

/** What the workspace itself brings along, not its user. */
function ownSettings({ folder }: EditorWorkspace): Readonly<Record<string, unknown>> {
  const configuration = vscode.workspace.getConfiguration(settingsSection, folder);
  return Object.fromEntries(
    settingKeys.flatMap((key) => {
      const { workspaceFolderValue, workspaceValue } = configuration.inspect<unknown>(key) ?? {};
      const value = workspaceFolderValue ?? workspaceValue;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
