import * as vscode from 'vscode';
import { auditWorkspaceCommand } from './commands/auditWorkspace';
import { moveAllKeysCommand } from './commands/moveAllKeys';
import { moveKeysCommand } from './commands/moveKeys';
import { type CommandId, commandIds, internalCommandIds } from './contributions';
import { DisposableStore } from './disposables';
import { guarded } from './errors';
import { registerDiagnostics } from './features/diagnostics';
import { PlanDocuments } from './features/planDocuments';
import { QuickFixes, registerQuickFixes } from './features/quickFixes';
import type { Platform } from './platform';
import { BulkPlanner } from './services/bulkPlanner';
import { Companions } from './services/companions';
import { DocumentScanner } from './services/documentScanner';
import { FindingsStore } from './services/findingsStore';
import { FixRunner } from './services/fixRunner';
import { FolderChecks } from './services/folderChecks';
import { LoadChecks } from './services/loadChecks';
import { Log } from './services/log';
import { Policies } from './services/policies';
import { SettingsService } from './services/settings';
import { WorkspaceAuditor } from './services/workspaceAuditor';
import { Workspaces } from './services/workspaces';

/** What runs once the extension has started. */
export interface Running {
  /** What each command does, by its id. */
  readonly commands: Readonly<Record<CommandId, (...args: unknown[]) => Promise<unknown>>>;
  /** What tests wait on, never a time. */
  readonly events: {
    readonly onDidScan: vscode.Event<vscode.Uri>;
    readonly onDidCheck: vscode.Event<void>;
  };
}

/** Contents page of the extension: services, features, commands. */
export function start(context: vscode.ExtensionContext, platform: Platform): Running {
  const store = new DisposableStore();
  context.subscriptions.push(store);

  const log = store.add(new Log());
  const policies = store.add(new Policies(log));
  const settings = new SettingsService(log, policies);
  const workspaces = store.add(new Workspaces(platform));
  const findings = store.add(new FindingsStore());
  const scanner = store.add(new DocumentScanner(workspaces, settings, findings, log));
  const checks = store.add(new FolderChecks(workspaces, settings, findings, scanner));
  const loads = store.add(new LoadChecks(workspaces, settings, findings, scanner, checks));
  const auditor = store.add(new WorkspaceAuditor(workspaces, settings, findings, scanner, loads));
  const runner = new FixRunner(
    workspaces,
    platform.parsers,
    settings,
    scanner,
    checks,
    store.add(new Companions()),
  );

  store.add(registerDiagnostics(findings));
  const quickFixes = new QuickFixes(scanner, findings, runner);
  store.add(registerQuickFixes(quickFixes));

  const bulk = {
    workspaces,
    auditor,
    planner: new BulkPlanner(platform.parsers, settings),
    runner,
    settings,
    documents: store.add(new PlanDocuments()),
  };

  scanner.start();
  policies.start();
  checks.schedule();
  return {
    commands: {
      [commandIds.auditWorkspace]: guarded(log, 'audit', () => auditWorkspaceCommand(auditor)),
      [commandIds.moveAllKeys]: guarded(log, 'move all keys', () => moveAllKeysCommand(runner)),
      [commandIds.moveWorkspaceKeys]: guarded(log, 'move keys', () => moveKeysCommand(bulk)),
      [commandIds.moveFolderKeys]: guarded(log, 'move keys of a folder', (folder) =>
        moveKeysCommand(bulk, folder instanceof vscode.Uri ? folder : undefined),
      ),
      [internalCommandIds.moveAs]: guarded(log, 'move as', () => quickFixes.moveAs()),
      [internalCommandIds.openKeyPage]: guarded(log, 'open a page', () => quickFixes.openKeyPage()),
      [internalCommandIds.afterFix]: guarded(log, 'after a fix', () => quickFixes.afterFix()),
    },
    events: { onDidScan: scanner.onDidScan, onDidCheck: checks.onDidCheck },
  };
}
