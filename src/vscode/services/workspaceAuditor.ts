import * as vscode from 'vscode';
import {
  type AuditedFinding,
  type AuditReport,
  auditWorkspace,
  type Cancellation,
  type Parsers,
  readRules,
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
  #running: { stopped: boolean; outdated: boolean } | undefined;
  /** Files that were forgotten since the last audit, in which it had found something. */
  readonly #gone = new Set<string>();

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
    private readonly findings: FindingsStore,
    private readonly scanner: DocumentScanner,
    private readonly loads: LoadChecks,
  ) {
    // Made under other settings, the last results may say what is now switched off: they go, and the next audit tells.
    this.#store.add(
      settings.onDidChangeFindings(() => {
        if (this.#running !== undefined) this.#running.outdated = true;
        findings.setAudit(new Map());
        this.#audited.fire(false);
        void loads.setAudited([]);
      }),
    );
    const { workspace } = vscode;
    this.#store.add(
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#forget(uri);
      }),
    );
    this.#store.add(
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#renamed(oldUri, newUri);
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
    for (;;) {
      if (this.#running !== undefined) this.#running.stopped = true;
      const run = { stopped: false, outdated: false };
      this.#running = run;
      const reports = await this.#auditOnce(run, token, report, parts);
      if (this.#running === run) this.#running = undefined;
      // Other settings: what was found under those before would say what is now switched off.
      if (!run.outdated || run.stopped || token.isCancellationRequested) return reports;
    }
  }

  async #auditOnce(
    run: { readonly stopped: boolean; readonly outdated: boolean },
    token: vscode.CancellationToken,
    report: (done: number, total: number) => void,
    parts?: readonly AuditPart[],
  ): Promise<readonly AuditReport[]> {
    const cancel = cancelledWhen(() => run.stopped || run.outdated || token.isCancellationRequested);
    this.#watch();
    this.#gone.clear();
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
          const told = found.filter(({ rule }) => !readRules.has(rule));
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
    return reports;
  }

  /** Audits one folder, or some files of it, and publishes nothing. */
  async findIn(workspace: EditorWorkspace, options: FindOptions): Promise<AuditReport> {
    await this.settings.ready();
    let told = Number.NEGATIVE_INFINITY;
    return auditWorkspace(workspace, {
      ...options,
      ...this.#withoutInner(workspace, options.include),
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

  /** A folder inside of another one that is open as well is audited by itself, under its own settings. */
  #withoutInner(workspace: EditorWorkspace, include: FindOptions['include']): Pick<FindOptions, 'include'> {
    const base = `${workspace.folder.toString().replace(/\/$/, '')}/`;
    const hasInner = this.workspaces
      .all()
      .some(({ folder }) => folder.toString().startsWith(base) && folder.toString() !== base);
    if (!hasInner) return {};
    const isOwn = (file: string): boolean =>
      this.workspaces.locate(workspace.uriOf(file))?.workspace === workspace;
    return { include: (file) => isOwn(file) && include?.(file) !== false };
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
    this.#store.add(watcher.onDidCreate((uri) => this.#made(uri)));
    this.#store.add(watcher.onDidChange((uri) => void this.#rescan(uri)));
  }

  /** The event comes late: a file may be there again by then, as after a checkout or where a program replaces it. */
  async #deleted(uri: vscode.Uri): Promise<void> {
    if (await isThere(uri)) await this.#rescan(uri);
    else this.#forget(uri);
  }

  /** A file that was gone, as after two checkouts, is audited again; an open one is scanned. */
  #made(uri: vscode.Uri): void {
    this.scanner.rescan(uri);
    if (this.#gone.delete(uri.toString())) void this.#rescan(uri, true);
  }

  #forget(uri: vscode.Uri): readonly vscode.Uri[] {
    const audited = this.findings.auditedBelow(uri);
    for (const one of audited) this.#gone.add(one.toString());
    this.scanner.forget([uri]);
    return audited;
  }

  /** What the audit found goes with the file, or with the folder that it is in. */
  #renamed(from: vscode.Uri, to: vscode.Uri): void {
    for (const file of this.#forget(from))
      void this.#rescan(to.with({ path: to.path + file.path.slice(from.path.length) }), true);
  }

  async #rescan(uri: vscode.Uri, isNew = false): Promise<void> {
    if (!isNew && !this.findings.isAudited(uri)) return;
    const located = this.workspaces.locate(uri);
    if (located === undefined) return;
    const settings = this.settings.for(uri);
    const read = await located.workspace.disk.read(located.path, settings.maxFileSize * 1024);
    if (read.kind !== 'text') return;
    const facts = await located.workspace.facts(located.path);
    const found = this.scanner.scanText({ path: located.path, text: read.text }, facts, uri);
    if (isNew) this.findings.putAudit(uri, found);
    else this.findings.updateAudit(uri, found);
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
