import * as vscode from 'vscode';
import { type FileEdit, planDiff } from '../../engine/index';
import type { ReadOnlyTexts } from '../services/readOnlyTexts';
import type { SettingsService } from '../services/settings';
import type { EditorWorkspace } from '../services/workspaces';

/** Something that changes files, to be chosen or left. */
export interface ChangeItem extends vscode.QuickPickItem {
  readonly id: string;
  /** Of the document that shows what changes. */
  readonly path: string;
  readonly edits: readonly FileEdit[];
  readonly isChosen: boolean;
}

/** What a list asks, and the words of its button. */
export interface ChangeWords {
  readonly title: string;
  readonly placeholder: string;
  readonly show: string;
}

/** Lists changes, each with a button that shows it without any value; the chosen ids, undefined where the list was left. */
export function chooseChanges(
  { settings, texts }: { readonly settings: SettingsService; readonly texts: ReadOnlyTexts },
  workspace: EditorWorkspace,
  { title, placeholder, show }: ChangeWords,
  items: readonly ChangeItem[],
): Promise<ReadonlySet<string> | undefined> {
  const pick = vscode.window.createQuickPick<ChangeItem>();
  Object.assign(pick, { title, placeholder, canSelectMany: true, ignoreFocusOut: true });
  pick.matchOnDescription = true;
  const button = { iconPath: new vscode.ThemeIcon('diff'), tooltip: show };
  pick.items = items.map((item) => ({ ...item, buttons: [button] }));
  pick.selectedItems = pick.items.filter(({ isChosen }) => isChosen);
  const events = [
    pick.onDidTriggerItemButton(({ item: { path, edits } }) => {
      const diffs = edits.map((edit) => planDiff(edit, settings.for(workspace.folder)));
      return texts.show(`${path}.diff`, diffs.join('\n'));
    }),
  ];
  return new Promise<ReadonlySet<string> | undefined>((resolve) => {
    events.push(
      pick.onDidAccept(() => resolve(new Set(pick.selectedItems.map(({ id }) => id)))),
      pick.onDidHide(() => resolve(undefined)),
    );
    pick.show();
  }).finally(() => {
    for (const event of events) event.dispose();
    pick.dispose();
  });
}
