import * as vscode from 'vscode';
import {
  type AuditReport,
  auditWorkspace,
  type Cancellation,
  type Finding,
  notLoadedRule,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import type { DocumentScanner } from './documentScanner';
import type { FindingsStore } from './findingsStore';
import type { LoadChecks } from './loadChecks';
import type { SettingsService } from './settings';
import type { EditorWorkspace, Workspaces } from './workspaces';

/** How long the audit may hold the extension host before other work gets its turn, in milliseconds. */
const sliceMs = 20;

/** Audits every folder, and keeps the results true while files change outside the editor. */
export class WorkspaceAuditor implements vscode.Disposable {
  readonly #store = new DisposableStore();
  #watching = false;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
    private readonly findings: FindingsStore,
    private readonly scanner: DocumentScanner,
    private readonly loads: LoadChecks,
  ) {
    // Made under other settings, the last results may say what is now switched off: they go, and the next audit tells.
    this.#store.add(
      settings.onDidChange(() => {
        findings.setAudit(new Map());
        void loads.setAudited([]);
      }),
    );
  }

  /** A cancelled audit publishes nothing: what the last one found stays, and the report says how far it came. */
  async audit(
    token: vscode.CancellationToken,
    report: (done: number, total: number) => void,
  ): Promise<readonly AuditReport[]> {
    const results = new Map<string, Finding[]>();
    const reports: AuditReport[] = [];
    const readers: vscode.Uri[] = [];
    const cancel = {
      get cancelled(): boolean {
        return token.isCancellationRequested;
      },
    };
    for (const workspace of this.workspaces.all()) {
      if (cancel.cancelled) break;
      const audited = await this.findIn(workspace, cancel, report);
      reports.push(audited);
      for (const finding of audited.findings) {
        // Other files decide whether it still holds.
        if (finding.rule === notLoadedRule) readers.push(workspace.uriOf(finding.file));
        else this.#add(results, workspace, finding);
      }
    }
    if (!cancel.cancelled) {
      this.findings.setAudit(results);
      await this.loads.setAudited(readers);
      await this.scanner.refreshAll();
      this.#watch();
    }
    return reports;
  }

  /** Audits one folder, or the files of it for which `include` holds, and publishes nothing. */
  findIn(
    workspace: EditorWorkspace,
    cancel: Cancellation,
    report: (done: number, total: number) => void,
    include: (path: string) => boolean = () => true,
  ): Promise<AuditReport> {
    const settings = this.settings.for(workspace.folder);
    let turn = performance.now();
    const progress = (done: number, total: number): Promise<void> | undefined => {
      if (performance.now() - turn < sliceMs) return undefined;
      report(done, total);
      return new Promise((resolve) =>
        setTimeout(() => {
          turn = performance.now();
          resolve();
        }, 0),
      );
    };
    return auditWorkspace(workspace, { settings, cancel, progress, include });
  }

  #add(results: Map<string, Finding[]>, workspace: EditorWorkspace, finding: Finding): void {
    const key = workspace.uriOf(finding.file).toString();
    const known = results.get(key);
    if (known === undefined) results.set(key, [finding]);
    else known.push(finding);
  }

  /** From the first audit on: a file with findings that changes on disk is scanned again, one that goes is forgotten. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher('**/*'));
    this.#store.add(watcher.onDidDelete((uri) => this.scanner.forget([uri])));
    this.#store.add(watcher.onDidChange((uri) => void this.#rescan(uri)));
  }

  async #rescan(uri: vscode.Uri): Promise<void> {
    if (!this.findings.isAudited(uri)) return;
    const located = this.workspaces.locate(uri);
    if (located === undefined) return;
    const settings = this.settings.for(uri);
    const read = await located.workspace.disk.read(located.path, settings.maxFileSize * 1024);
    if (read.kind !== 'text') return;
    const facts = await located.workspace.facts(located.path);
    this.findings.updateAudit(
      uri,
      this.scanner.scanText({ path: located.path, text: read.text }, facts, uri),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
