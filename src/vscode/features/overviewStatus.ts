import * as vscode from 'vscode';
import { problemWords, toDo } from '../../engine/index';
import { viewIds } from '../contributions';
import type { Presentation } from '../services/presentation';
import type { SettingsService } from '../services/settings';
import type { WorkspaceOverview } from '../services/workspaceOverview';

/** One short item in the status bar; a click shows the overview. */
export function registerOverviewStatus(
  overview: WorkspaceOverview,
  settings: SettingsService,
  presentation: Presentation,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('keystow.overview', vscode.StatusBarAlignment.Left);
  item.name = 'Keystow';
  item.command = `${viewIds.overview}.focus`;
  const show = (): void => {
    const todo = toDo(overview.current);
    const count = todo.keys + todo.others;
    const { statusBar, enable } = settings.for(undefined);
    const isWanted = enable && (statusBar === 'always' || (statusBar === 'problems' && count > 0));
    if (!isWanted || presentation.isOn) {
      item.hide();
      return;
    }
    item.text = count === 0 ? '$(key)' : `$(key) ${count}`;
    const isExposed = overview.current.keys.some(({ places }) =>
      places.some(({ finding: { place, severity } }) => place === 'browser' && severity === 'error'),
    );
    item.backgroundColor = isExposed ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.tooltip = isExposed
      ? vscode.l10n.t('Keystow: {0}. A key reaches the browser', problemWords(todo))
      : vscode.l10n.t('Keystow: {0}', problemWords(todo));
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    overview.onDidChange(show),
    settings.onDidChange(show),
    presentation.onDidChange(show),
  );
}
