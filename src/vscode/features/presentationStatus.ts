import * as vscode from 'vscode';
import { commandIds } from '../contributions';
import type { Presentation } from '../services/presentation';

/** There only while presentation mode is on; a click turns it off. */
export function registerPresentationStatus(presentation: Presentation): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('keystow.presentation', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Keystow Presentation Mode');
  item.text = `$(eye-closed) ${vscode.l10n.t('Presenting')}`;
  item.tooltip = vscode.l10n.t('Values and keys are covered in editors. {0} Click to end.', notCovered());
  item.accessibilityInformation = {
    label: vscode.l10n.t('Presentation mode is on. Turn it off.'),
    role: 'button',
  };
  item.command = commandIds.togglePresentationMode;
  const listener = presentation.onDidChange(() => (presentation.isOn ? item.show() : item.hide()));
  return vscode.Disposable.from(item, listener);
}

/** What no extension can cover, as far as it was seen. */
export const notCovered = (): string =>
  vscode.l10n.t(
    'Not covered: an editor for the moment in which it opens, the minimap, lines that an inline diff takes out, search results, terminals, hovers and completions, other windows.',
  );
