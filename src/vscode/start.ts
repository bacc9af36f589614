import * as vscode from 'vscode';
import { addCiCheckCommand } from './commands/addCiCheck';
import { auditChangedFilesCommand } from './commands/auditChangedFiles';
import { auditFolderCommand } from './commands/auditFolder';
import { auditWorkspaceCommand } from './commands/auditWorkspace';
import { copyReviewChecklistCommand } from './commands/copyReviewChecklist';
import { exportReportCommand } from './commands/exportReport';
import { fillEnvCommand } from './commands/fillEnv';
import { moveAllKeysCommand } from './commands/moveAllKeys';
import { fixAllCommand, moveKeysCommand } from './commands/moveKeys';
import { openSampleCommand } from './commands/openSample';
import { protectEnvCommand } from './commands/protectEnv';
import { setUpCommitGuardCommand } from './commands/setUpCommitGuard';
import { togglePresentationMode } from './commands/togglePresentationMode';
import { type CommandId, commandIds, internalCommandIds, type ToolId, toolIds } from './contributions';
import { DisposableStore } from './disposables';
import { answering, guarded } from './errors';
import { EnvLenses, registerEnvLenses } from './features/codeLenses';
import { registerDiagnostics } from './features/diagnostics';
import { Exceptions } from './features/exceptions';
import { ExposedFiles } from './features/exposedFiles';
import { registerFileStatus } from './features/fileStatus';
import { registerHovers } from './features/hovers';
import { Masks } from './features/masks';
import { registerOverviewStatus } from './features/overviewStatus';
import { OverviewTree } from './features/overviewTree';
import { PasteKeys } from './features/pasteKeys';
import { registerPresentationStatus } from './features/presentationStatus';
import { PushedKeys } from './features/pushedKeys';
import { QuickFixes, registerQuickFixes } from './features/quickFixes';
import { registerRefusedPush } from './features/refusedPush';
import { StagedKeys } from './features/stagedKeys';
import type { Answer } from './languageModelTool';
import type { Platform } from './platform';
import { Allowances } from './services/allowances';
import { BulkPlanner } from './services/bulkPlanner';
import { Companions } from './services/companions';
import { Cursor } from './services/cursor';
import { DocumentScanner } from './services/documentScanner';
import { EnvUses } from './services/envUses';
import { FindingsStore } from './services/findingsStore';
import { FixRunner } from './services/fixRunner';
import { FolderChecks } from './services/folderChecks';
import { LoadChecks } from './services/loadChecks';
import { Log } from './services/log';
import { Notes } from './services/notes';
import { Policies } from './services/policies';
import { Presentation } from './services/presentation';
import { ReadOnlyTexts } from './services/readOnlyTexts';
import { SettingsService } from './services/settings';
import { WorkspaceAuditor } from './services/workspaceAuditor';
import { WorkspaceOverview } from './services/workspaceOverview';
import { Workspaces } from './services/workspaces';
import { auditTool } from './tools/auditTool';
import { envReferenceTool } from './tools/envReferenceTool';

/** What runs once the extension has started. */
export interface Running {
  /** What each command does, by its id. */
  readonly commands: Readonly<Record<CommandId, (...args: unknown[]) => Promise<unknown>>>;
  /** What each tool for language models answers, by its id. */
  readonly tools: Readonly<Record<ToolId, Answer>>;
  /** What tests wait on, never a time. */
  readonly events: {
    readonly onDidScan: vscode.Event<vscode.Uri>;
    readonly onDidCheck: vscode.Event<void>;
    readonly onDidCover: Masks['onDidCover'];
    /** Settles once no fix is at work. */
    readonly fixed: () => Promise<void>;
  };
}

/** Contents page of the extension: services, features, commands, tools. */
export function start(context: vscode.ExtensionContext, platform: Platform): Running {
  const store = new DisposableStore();
  context.subscriptions.push(store);

  const log = store.add(new Log());
  const workspaces = store.add(new Workspaces(platform));
  const policies = store.add(new Policies(workspaces, log));
  const settings = new SettingsService(log, policies);
  const findings = store.add(new FindingsStore());
  const scanner = store.add(new DocumentScanner(workspaces, settings, findings, log));
  const checks = store.add(new FolderChecks(workspaces, settings, findings, scanner));
  const loads = store.add(new LoadChecks(workspaces, settings, findings, scanner, checks));
  const auditor = store.add(new WorkspaceAuditor(workspaces, settings, findings, scanner, loads));
  const texts = store.add(new ReadOnlyTexts());
  const runner = new FixRunner(
    workspaces,
    platform.parsers,
    settings,
    scanner,
    checks,
    store.add(new Companions()),
    new Notes(texts),
  );

  store.add(registerDiagnostics(findings));
  const cursor = new Cursor(scanner, findings);
  const quickFixes = new QuickFixes(cursor, runner);
  const exceptions = new Exceptions(workspaces, platform, settings, scanner, cursor);
  store.add(registerQuickFixes(quickFixes));
  store.add(new PasteKeys(scanner, settings, runner, workspaces, log)).register();

  const presentation = store.add(new Presentation());
  const masks = store.add(new Masks(presentation, scanner, settings));
  store.add(registerPresentationStatus(presentation));
  const lenses = new EnvLenses(workspaces, settings, store.add(new EnvUses(workspaces, settings)));
  store.add(registerEnvLenses(lenses));
  store.add(registerHovers({ workspaces, settings, scanner, cursor, presentation }));

  const audits = { auditor, texts, workspaces };
  const bulk = {
    workspaces,
    auditor,
    planner: new BulkPlanner(platform.parsers, settings),
    runner,
    settings,
    texts,
  };

  const { git } = platform;
  const staged = git && store.add(new StagedKeys(git.staged, scanner, settings, presentation, log));
  if (git !== undefined) store.add(registerRefusedPush({ git, scanner, texts, log }));

  const overview = store.add(new WorkspaceOverview(findings));
  const allowances = new Allowances(workspaces, policies);
  const tree = store.add(
    new OverviewTree({
      findings,
      overview,
      allowances,
      settings,
      auditor,
      presentation,
      scanner,
      runner,
      exceptions,
    }),
  );
  tree.start();
  store.add(registerOverviewStatus(overview, settings, presentation));
  store.add(registerFileStatus(findings, scanner, settings));
  store.add(new ExposedFiles(findings, checks, workspaces, staged)).register();

  if (git !== undefined) {
    const { pushed } = git;
    const memory = context.workspaceState;
    store.add(new PushedKeys({ pushed, overview, workspaces, settings, scanner, memory, log })).start();
  }

  scanner.start();
  policies.start();
  checks.schedule();
  staged?.start();
  return {
    commands: {
      [commandIds.auditWorkspace]: guarded(log, 'audit', () => auditWorkspaceCommand(audits)),
      [commandIds.auditFolder]: guarded(log, 'audit a folder', (folder) =>
        auditFolderCommand(audits, folder instanceof vscode.Uri ? folder : undefined),
      ),
      [commandIds.auditChangedFiles]: guarded(log, 'audit what changed', () =>
        auditChangedFilesCommand({ ...audits, git }),
      ),
      [commandIds.exportReport]: guarded(log, 'export a report', () =>
        exportReportCommand({ workspaces, auditor, parsers: platform.parsers }),
      ),
      [commandIds.moveAllKeys]: guarded(log, 'move all keys', () => moveAllKeysCommand(runner)),
      [commandIds.moveWorkspaceKeys]: guarded(log, 'move keys', () => moveKeysCommand(bulk)),
      [commandIds.moveFolderKeys]: guarded(log, 'move keys of a folder', (folder) =>
        moveKeysCommand(bulk, folder instanceof vscode.Uri ? folder : undefined),
      ),
      [commandIds.fixAll]: guarded(log, 'fix all', () => fixAllCommand(bulk)),
      [commandIds.setUpCommitGuard]: guarded(log, 'set up the guard', () =>
        setUpCommitGuardCommand(platform),
      ),
      [commandIds.fillEnv]: guarded(log, 'fill .env', () => fillEnvCommand(workspaces, settings, runner)),
      [commandIds.addCiCheck]: guarded(log, 'add a CI check', () => addCiCheckCommand(workspaces)),
      [commandIds.copyReviewChecklist]: guarded(log, 'copy a checklist', () =>
        copyReviewChecklistCommand({ workspaces, auditor, parsers: platform.parsers }),
      ),
      [commandIds.protectEnv]: guarded(log, 'protect env files', () =>
        protectEnvCommand({ workspaces, settings, runner, texts }),
      ),
      [commandIds.togglePresentationMode]: guarded(log, 'present', togglePresentationMode(presentation)),
      [commandIds.openSample]: guarded(log, 'open a sample', (id) => openSampleCommand(id)),
      [commandIds.fixProblem]: guarded(log, 'fix', (node) => tree.fix(node)),
      [commandIds.ignoreProblem]: guarded(log, 'ignore', (node) => tree.ignore(node)),
      [internalCommandIds.showProblem]: guarded(log, 'show', (id) => tree.show(id)),
      [internalCommandIds.moveAs]: guarded(log, 'move as', () => quickFixes.moveAs()),
      [internalCommandIds.openKeyPage]: guarded(log, 'open a page', () => quickFixes.openKeyPage()),
      [internalCommandIds.ignoreLine]: guarded(log, 'ignore a line', () => exceptions.ignoreLine()),
      [internalCommandIds.acceptFinding]: guarded(log, 'accept', () => exceptions.accept()),
      [internalCommandIds.turnRuleOff]: guarded(log, 'turn a rule off', () => exceptions.turnRuleOff()),
      [internalCommandIds.showStagedKey]: guarded(log, 'show a staged key', async (id) => staged?.show(id)),
      [internalCommandIds.showEnvUses]: guarded(log, 'show uses', (file, line, variable) =>
        lenses.show(file, line, variable),
      ),
      [internalCommandIds.afterFix]: guarded(log, 'after a fix', () => quickFixes.afterFix()),
    },
    tools: {
      [toolIds.audit]: answering(log, 'the audit tool', (input, token) =>
        auditTool({ workspaces, auditor, parsers: platform.parsers }, input, token),
      ),
      [toolIds.envReference]: answering(log, 'the reference tool', (input) =>
        envReferenceTool({ workspaces, settings, parsers: platform.parsers }, input),
      ),
    },
    events: {
      onDidScan: scanner.onDidScan,
      onDidCheck: checks.onDidCheck,
      onDidCover: masks.onDidCover,
      fixed: () => runner.exclusive(async () => {}),
    },
  };
}
