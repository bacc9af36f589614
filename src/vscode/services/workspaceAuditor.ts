import * as vscode from 'vscode';
import {
  type AuditedFinding,
  type AuditReport,
  auditWorkspace,
  type Cancellation,
  notLoadedRule,
  type Parsers,
} from '../../engine/index';
import { cancelledWhen } from '../cancellation';
import { DisposableStore } from '../disposables';
import type { DocumentScanner } from './documentScanner';
import type { FindingsStore } from './findingsStore';
import type { LoadChecks } from './loadChecks';
import { pauses } from './pauses';
import type { SettingsService } from './settings';
import type { EditorWorkspace, Workspaces } from './workspaces';

/** Milliseconds between two words on how far an audit is. */
const tellMs = 100;

/** A folder of the workspace, or some files of it. */
export interface AuditPart {
  readonly workspace: EditorWorkspace;
  /** The files that are audited; absent: all. */
  readonly include?: (path: string) => boolean;
}

export interface FindOptions {
  readonly cancel: Cancellation;
  /** Hears every now and then how many files are done. */
  readonly report: (done: number, total: number) => void;
  readonly include?: (path: string) => boolean;
  /** With them each finding has the fixes it would be offered. */
  readonly parsers?: Parsers;
  /** Hears of each file as it was scanned; see `AuditOptions`. */
  readonly found?: (file: string, findings: readonly AuditedFinding[]) => void;
}

/** Audits folders and parts of them, and keeps the results true while files change outside the editor. */
export class WorkspaceAuditor implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #audited = this.#store.add(new vscode.EventEmitter<boolean>());
  /** Fires with true once everything was audited, and with false when that no longer counts. */
  readonly onDidAudit = this.#audited.event;
  #watching = false;
  /** The audit that is running; a newer one stops it. */
  #running: { stopped: boolean } | undefined;

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
        this.#audited.fire(false);
        void loads.setAudited([]);
      }),
    );
  }

  /**
   * Audits every folder, or the given parts, and publishes what is found as it is found. What the last audit said of other
   * files stays. One that is cancelled has told of the files it came to; of the rest the last results stay too.
   */
  async audit(
    token: vscode.CancellationToken,
    report: (done: number, total: number) => void,
    parts?: readonly AuditPart[],
  ): Promise<readonly AuditReport[]> {
    if (this.#running !== undefined) this.#running.stopped = true;
    const run = { stopped: false };
    this.#running = run;
    const cancel = cancelledWhen(() => run.stopped || token.isCancellationRequested);
    this.#watch();
    const scanned = new Set<string>();
    const readers: vscode.Uri[] = [];
    const reports: AuditReport[] = [];
    const all = this.workspaces.all().map((workspace): AuditPart => ({ workspace }));
    let before = 0;
    for (const { workspace, include } of parts ?? all) {
      if (cancel.cancelled) break;
      let own = 0;
      const audited = await this.findIn(workspace, {
        cancel,
        report: (done, total) => {
          own = total;
          report(before + done, before + total);
        },
        ...(include === undefined ? {} : { include }),
        found: (file, found) => {
          const uri = workspace.uriOf(file);
          const told = found.filter(({ rule }) => rule !== notLoadedRule);
          // Other files decide whether it still holds.
          if (told.length < found.length) readers.push(uri);
          if (scanned.has(uri.toString())) this.findings.addAudit(uri, told);
          else this.findings.putAudit(uri, told);
          scanned.add(uri.toString());
        },
      });
      reports.push(audited);
      before += own;
    }
    if (!cancel.cancelled) {
      const isPart = (uri: vscode.Uri): boolean => parts === undefined || this.#isIn(parts, uri);
      this.findings.keepAudit((uri) => scanned.has(uri.toString()) || !isPart(uri));
      await this.loads.setAudited(readers, isPart);
      await this.scanner.refreshAll();
      if (parts === undefined) this.#audited.fire(true);
    }
    if (this.#running === run) this.#running = undefined;
    return reports;
  }

  /** Audits one folder, or some files of it, and publishes nothing. */
  findIn(workspace: EditorWorkspace, options: FindOptions): Promise<AuditReport> {
    let told = Number.NEGATIVE_INFINITY;
    return auditWorkspace(workspace, {
      ...options,
      settings: this.settings.for(workspace.folder),
      pause: pauses(),
      progress: (done, total) => {
        const now = performance.now();
        if (now - told < tellMs) return;
        told = now;
        options.report(done, total);
      },
    });
  }

  #isIn(parts: readonly AuditPart[], uri: vscode.Uri): boolean {
    const located = this.workspaces.locate(uri);
    return parts.some(
      ({ workspace, include }) =>
        located?.workspace === workspace && (include === undefined || include(located.path)),
    );
  }

  /** From the first audit on: a file with findings that changes on disk is scanned again, one that goes is forgotten. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher('**/*'));
    this.#store.add(watcher.onDidDelete((uri) => void this.#deleted(uri)));
    this.#store.add(watcher.onDidCreate((uri) => this.scanner.rescan(uri)));
    this.#store.add(watcher.onDidChange((uri) => void this.#rescan(uri)));
  }

  /** The event comes late: a file may be there again by then, as after a checkout or where a program replaces it. */
  async #deleted(uri: vscode.Uri): Promise<void> {
    if (await isThere(uri)) await this.#rescan(uri);
    else this.scanner.forget([uri]);
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
    if (this.#running !== undefined) this.#running.stopped = true;
    this.#store.dispose();
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false; // gone, or not to be asked about
  }
}
