import * as vscode from 'vscode';
import { atLeast, problemWords } from '../../engine/index';
import type { DocumentScanner } from '../services/documentScanner';
import type { FindingsStore } from '../services/findingsStore';
import type { SettingsService } from '../services/settings';

/** Among the language's own items: what is known of the file that is looked at, or why it is not scanned. */
export function registerFileStatus(
  findings: FindingsStore,
  scanner: DocumentScanner,
  settings: SettingsService,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('keystow.file', { pattern: '**' });
  item.name = 'Keystow';
  item.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') };
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return;
    const reason = scanner.notScanned(document);
    const here = findings.get(document.uri).filter(({ severity }) => atLeast(severity, 'warning'));
    const keys = here.filter(({ category }) => category === 'key').length;
    item.text =
      reason === undefined
        ? problemWords({ keys, others: here.length - keys })
        : vscode.l10n.t('Not scanned');
    item.detail = reason ?? 'Keystow';
    item.severity =
      here.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.accessibilityInformation = { label: vscode.l10n.t('Keystow: {0}', item.text), role: 'button' };
  };
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    findings.onDidChange((uri) => {
      if (uri.toString() === vscode.window.activeTextEditor?.document.uri.toString()) show();
    }),
    settings.onDidChange(show),
  );
}
