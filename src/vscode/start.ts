import * as vscode from 'vscode';
import { auditWorkspaceCommand } from './commands/auditWorkspace';
import { moveAllKeysCommand } from './commands/moveAllKeys';
import { commandIds } from './contributions';
import { DisposableStore } from './disposables';
import { guarded } from './errors';
import { registerDiagnostics } from './features/diagnostics';
import { QuickFixes, registerQuickFixes } from './features/quickFixes';
import type { Platform } from './platform';
import { DocumentScanner } from './services/documentScanner';
import { FindingsStore } from './services/findingsStore';
import { FixRunner } from './services/fixRunner';
import { FolderChecks } from './services/folderChecks';
import { Log } from './services/log';
import { SettingsService } from './services/settings';
import { WorkspaceAuditor } from './services/workspaceAuditor';
import { Workspaces } from './services/workspaces';

/** What tests wait on: events of the services, never a time. */
export interface KeystowApi {
  readonly onDidScan: vscode.Event<vscode.Uri>;
  readonly onDidCheck: vscode.Event<void>;
}

/** Contents page of the extension: services, features, commands. */
export function start(context: vscode.ExtensionContext, platform: Platform): KeystowApi {
  const store = new DisposableStore();
  context.subscriptions.push(store);

  const log = store.add(new Log());
  const settings = new SettingsService(log);
  const workspaces = store.add(new Workspaces(platform));
  const findings = store.add(new FindingsStore());
  const scanner = store.add(new DocumentScanner(workspaces, settings, findings));
  const checks = store.add(new FolderChecks(workspaces, settings, findings, scanner));
  const auditor = store.add(new WorkspaceAuditor(workspaces, settings, findings, scanner));
  const runner = new FixRunner(workspaces, scanner, checks);

  store.add(registerDiagnostics(findings));
  store.add(registerQuickFixes(new QuickFixes(workspaces, scanner, findings, runner), log));

  const command = (id: string, body: () => Promise<unknown>): void => {
    store.add(vscode.commands.registerCommand(id, guarded(log, id, body)));
  };
  command(commandIds.auditWorkspace, () => auditWorkspaceCommand(auditor));
  command(commandIds.moveAllKeys, () => moveAllKeysCommand(runner));

  // After activation has returned: what is open is scanned, then what concerns the folders.
  const begin = setTimeout(() => {
    scanner.start();
    checks.schedule();
  }, 0);
  store.add(new vscode.Disposable(() => clearTimeout(begin)));
  return { onDidScan: scanner.onDidScan, onDidCheck: checks.onDidCheck };
}
