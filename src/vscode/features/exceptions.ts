import * as vscode from 'vscode';
import {
  accepting,
  dayOf,
  explainKeys,
  type FileEdit,
  type Finding,
  ignoreComment,
  isRefusal,
  literalGlob,
  noPolicy,
  policyFile,
  type Refusal,
  saltIn,
  scanDocument,
  settingSeverity,
  skipReason,
} from '../../engine/index';
import { internalCommandIds } from '../contributions';
import { toWorkspaceEdit } from '../convert';
import { UserError } from '../errors';
import type { Platform } from '../platform';
import type { Cursor } from '../services/cursor';
import type { DocumentScanner } from '../services/documentScanner';
import type { SettingsService } from '../services/settings';
import type { EditorWorkspace, Located, Workspaces } from '../services/workspaces';

/** How a finding may stand; what is chosen asks for the reason. */
const waysFor = ({ category }: Finding): readonly { readonly label: string; readonly command: string }[] => [
  { label: vscode.l10n.t('Ignore on this line…'), command: internalCommandIds.ignoreLine },
  {
    label: category === 'key' ? vscode.l10n.t('Accept this key…') : vscode.l10n.t('Accept this finding…'),
    command: internalCommandIds.acceptFinding,
  },
  { label: vscode.l10n.t('Turn this rule off for…'), command: internalCommandIds.turnRuleOff },
];

/** The actions that let a finding stand. */
export const exceptionActions = (finding: Finding): vscode.CodeAction[] =>
  waysFor(finding).map(({ label, command }) => {
    const action = new vscode.CodeAction(label, vscode.CodeActionKind.QuickFix);
    action.command = { command, title: '' };
    return action;
  });

/** Lets findings stand: by a comment, or in the project's policy. */
export class Exceptions {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly platform: Platform,
    private readonly settings: SettingsService,
    private readonly scanner: DocumentScanner,
    private readonly cursor: Cursor,
  ) {}

  /** The same choice for the finding at the cursor, where there is no lightbulb. */
  async choose(): Promise<void> {
    const at = this.cursor.finding();
    if (at === undefined) return;
    const way = await vscode.window.showQuickPick(waysFor(at.finding), {
      title: vscode.l10n.t('Ignore: {0}', at.finding.rule),
    });
    if (way !== undefined) await vscode.commands.executeCommand(way.command);
  }

  async ignoreLine(): Promise<void> {
    const at = this.cursor.finding();
    if (at === undefined) return;
    const { document, finding } = at;
    const reason = await askReason(vscode.l10n.t('Ignore on this line'), finding);
    if (reason === undefined) return;
    const snapshot = this.scanner.snapshot(document);
    const edits = await ignoreComment(this.platform.parsers, snapshot, finding, reason);
    if (isRefusal(edits)) throw new UserError(edits.refused);
    const { path, text } = snapshot;
    const edit: FileEdit = { kind: 'change', path, label: vscode.l10n.t('ignore'), before: text, edits };
    if (document.getText() !== text || !(await applied([edit], () => document.uri)))
      throw new UserError(vscode.l10n.t('The text changed meanwhile. Nothing was ignored.'));
  }

  async accept(): Promise<void> {
    const at = this.#inProject();
    if (at === undefined) return;
    const { document, finding, located } = at;
    const reason = await askReason(vscode.l10n.t('Accept'), finding);
    if (reason === undefined) return;
    const where = await pick(vscode.l10n.t('Where may it stand?'), placesOf(located.path, true));
    if (where === undefined) return;
    const until = await pick(vscode.l10n.t('Until when?'), daysFrom(new Date()));
    if (until === undefined) return;
    const settings = this.settings.for(document.uri);
    const policy = settings.policy ?? noPolicy;
    const snapshot = this.scanner.snapshot(document);
    const author = await this.platform.author(located.workspace.folder);
    await this.#change(located.workspace, (text) => {
      const isNew = policy.salt === undefined && policy.accepted.length === 0;
      // The file's own first: it may have changed since it was read.
      const salt = saltIn(text) ?? policy.salt ?? (isNew ? newSalt() : undefined);
      const salted = { ...settings, policy: { ...policy, ...(salt === undefined ? {} : { salt }) } };
      // Its fingerprint under the project's salt.
      const now = scanDocument(snapshot, {}, salted).find(
        ({ rule, span }) => rule === finding.rule && span.start === finding.span.start,
      );
      return accepting(text, salt, [
        {
          fingerprint: (now ?? finding).fingerprint,
          rule: finding.rule,
          reason,
          ...(author === undefined ? {} : { author }),
          date: dayOf(new Date()),
          ...(where === '' ? {} : { path: where }),
          ...(until === '' ? {} : { expires: until }),
        },
      ]);
    });
  }

  async turnRuleOff(): Promise<void> {
    const at = this.#inProject();
    if (at === undefined) return;
    const { finding, located } = at;
    const where = await pick(vscode.l10n.t('Turn {0} off for', finding.rule), placesOf(located.path, false));
    if (where === undefined) return;
    const reason = where === '' ? undefined : await askReason(vscode.l10n.t('Turn off'), finding);
    if (where !== '' && reason === undefined) return;
    await this.#change(located.workspace, (text) =>
      settingSeverity(
        text,
        finding.rule,
        'off',
        where === '' || reason === undefined ? {} : { path: where, reason },
      ),
    );
  }

  /** The finding at the cursor, where its project can have a policy. */
  #inProject() {
    const at = this.cursor.finding();
    if (at === undefined) return undefined;
    if (!vscode.workspace.isTrusted)
      throw new UserError(
        vscode.l10n.t('In Restricted Mode the policy is not read. Trust the workspace first.'),
      );
    const located: Located | undefined = this.workspaces.locate(at.document.uri);
    if (located === undefined)
      throw new UserError(
        vscode.l10n.t('Open the folder of this file first: {0} has to be in it.', policyFile),
      );
    return { ...at, located };
  }

  /** Changes the policy and saves it; where that fails it is as it was. */
  async #change(workspace: EditorWorkspace, change: (text: string) => string | Refusal): Promise<void> {
    const read = await workspace.read(policyFile);
    if (read.kind === 'skipped')
      throw new UserError(vscode.l10n.t('{0} could not be read: {1}.', policyFile, skipReason(read.reason)));
    if (read.kind === 'text' && read.readOnly)
      throw new UserError(vscode.l10n.t('{0} is read-only.', policyFile));
    const before = read.kind === 'text' ? read.text : '';
    const after = change(before);
    if (typeof after !== 'string') throw new UserError(after.refused);
    const common = { path: policyFile, label: vscode.l10n.t('let stand') };
    const edit: FileEdit =
      read.kind === 'missing'
        ? { ...common, kind: 'create', text: after }
        : {
            ...common,
            kind: 'change',
            before,
            edits: [{ span: { start: 0, end: before.length }, newText: after }],
          };
    const uri = workspace.uriOf(policyFile);
    if (!(await applied([edit], () => uri)))
      throw new UserError(vscode.l10n.t('{0} changed meanwhile. Nothing was written.', policyFile));
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.isDirty && !(await document.save()))
      throw new UserError(
        vscode.l10n.t('{0} could not be saved. Save it to let the finding stand.', policyFile),
      );
  }
}

const applied = (edits: readonly FileEdit[], uriOf: (path: string) => vscode.Uri): Thenable<boolean> =>
  vscode.workspace.applyEdit(toWorkspaceEdit(edits, uriOf));

const askReason = async (what: string, { rule }: Finding): Promise<string | undefined> =>
  (
    await vscode.window.showInputBox({
      title: `${what}: ${rule}`,
      prompt: vscode.l10n.t('Why may it stand? Others will read this.'),
      validateInput: (value) => {
        if (value.trim() === '') return vscode.l10n.t('A reason is needed.');
        return explainKeys({ path: '', text: value }).length > 0
          ? vscode.l10n.t('This holds a key.')
          : undefined;
      },
    })
  )?.trim();

interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

const pick = async (title: string, choices: readonly Choice[]): Promise<string | undefined> =>
  (await vscode.window.showQuickPick(choices, { title }))?.value;

/** This file, each folder around it, and the whole project, which is an empty value. */
function placesOf(path: string, isKey: boolean): readonly Choice[] {
  const folders = path.split('/').slice(0, -1);
  return [
    { label: vscode.l10n.t('This file'), description: path, value: literalGlob(path) },
    ...folders
      .map((_, index) => folders.slice(0, folders.length - index).join('/'))
      .map((folder) => ({ label: folder, description: `${folder}/**`, value: `${folder}/**` })),
    {
      label: isKey ? vscode.l10n.t('Anywhere in the project') : vscode.l10n.t('The whole project'),
      value: '',
    },
  ];
}

const daysFrom = (now: Date): readonly Choice[] => [
  { label: vscode.l10n.t('No end'), value: '' },
  ...[30, 90, 365].map((days) => {
    const day = dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
    return { label: vscode.l10n.t('{0} days', days), description: day, value: day };
  }),
];

const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
