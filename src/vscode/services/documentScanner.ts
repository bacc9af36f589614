import * as vscode from 'vscode';
import {
  explainKeys,
  type FileFacts,
  type Finding,
  globs,
  inEnglish,
  type SourceDocument,
  type Steps,
  scanDocument,
  scanSteps,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import { type FindingsStore, isBelow } from './findingsStore';
import type { Log } from './log';
import { PlainDocuments } from './plainDocuments';
import type { SettingsService } from './settings';
import { fileOf, type Workspaces } from './workspaces';

/** Milliseconds without a keystroke before a document is scanned. */
export const debounceMs = 150;

/** Milliseconds after which such a scan lets others come first: a quarter of a frame, for a step may take as long again. */
const sliceMs = 4;

/** A scan that waits for a pause in typing, or goes on after what came in between. */
interface Waiting {
  timer: ReturnType<typeof setTimeout>;
}

/** Besides what lies in a workspace folder. Left sides of diffs, output, chat and the like are not scanned. */
const schemes: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-notebook-cell',
  'vscode-remote',
  'vscode-vfs',
  'vscode-userdata',
]);
const neverSchemes: ReadonlySet<string> = new Set([
  'git',
  'output',
  'vscode-scm',
  'comment',
  'search-editor',
]);

/**
 * Scans open documents as they are opened and changed. A scan takes the text as it is then; the next change ends it, so
 * that no result is ever older than its document. Git's answers come later and lead to one more scan.
 */
export class DocumentScanner implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #waiting = new Map<string, Waiting>();
  readonly #plain = new PlainDocuments();
  readonly #facts = new Map<string, FileFacts>();
  /** How often git was asked about a document. */
  readonly #turns = new Map<string, number>();
  readonly #scanned = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  /** Fires after each scan, also where nothing was found. */
  readonly onDidScan = this.#scanned.event;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
    private readonly findings: FindingsStore,
    private readonly log: Log,
  ) {
    const { workspace } = vscode;
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#opened(document)));
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.#plain.changed(document, contentChanges);
        this.#schedule(document);
      }),
    );
    this.#store.add(workspace.onDidCloseTextDocument((document) => this.#closed(document.uri)));
    this.#store.add(
      workspace.onDidSaveTextDocument((document) => {
        void this.#refreshFacts(document);
        if (this.isScanned(document)) findings.updateAudit(document.uri, this.scan(document));
      }),
    );
    this.#store.add(settings.onDidChange(() => this.rescanAll()));
    this.#store.add(workspaces.onDidChange(() => void this.refreshAll()));
  }

  /** Scans everything that is open already; not part of activation. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  /** The findings of a document as it is now, with what git is known to say of its file. */
  scan(document: vscode.TextDocument): readonly Finding[] {
    return this.scanText(this.snapshot(document), this.factsOf(document), document.uri);
  }

  /** What git is known to say of a document's file. */
  factsOf({ uri }: vscode.TextDocument): FileFacts {
    return this.#facts.get(uri.toString()) ?? {};
  }

  /** The findings of a text that is not open, such as a file that changed on disk. */
  scanText(document: SourceDocument, facts: FileFacts, uri: vscode.Uri): readonly Finding[] {
    return scanDocument(document, facts, this.settings.for(uri));
  }

  snapshot(document: vscode.TextDocument): SourceDocument {
    return { ...this.#located(document), text: document.getText() };
  }

  #located(document: vscode.TextDocument): Pick<SourceDocument, 'path' | 'languageId'> {
    const path = this.workspaces.locate(document.uri)?.path ?? fileOf(document.uri).path;
    return { path, languageId: document.languageId };
  }

  /**
   * The findings of a document whose scan still waits for a pause in typing; undefined for one that is up to date.
   * They are not published: new diagnostics would make VS Code drop the very request that asks for them.
   */
  ahead(document: vscode.TextDocument): readonly Finding[] | undefined {
    return this.#waiting.has(document.uri.toString()) ? this.scan(document) : undefined;
  }

  /** Scans again at once, after a change of settings. */
  rescanAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#scanNow(document);
  }

  /** Scans a file again that was deleted and is made anew while it is open: its text may be the same as before. */
  rescan(uri: vscode.Uri): void {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document !== undefined) this.#opened(document);
  }

  /** Asks git anew about every open file, after a change of ignore files, of the index or of trust. */
  async refreshAll(): Promise<void> {
    await Promise.all(vscode.workspace.textDocuments.map((document) => this.#refreshFacts(document)));
  }

  /** Files and folders that are gone. */
  forget(uris: readonly vscode.Uri[]): void {
    const edited = new Set<string>();
    for (const { uri, isDirty } of vscode.workspace.textDocuments) {
      if (isDirty) edited.add(uri.toString());
      else if (uris.some((gone) => isBelow(uri.toString(), gone.toString()))) this.#unschedule(uri);
    }
    for (const uri of uris) this.findings.forget(uri, edited);
  }

  isScanned(document: vscode.TextDocument): boolean {
    return this.notScanned(document) === undefined;
  }

  /** Why a document is not scanned, as a sentence; undefined for one that is. */
  notScanned(document: vscode.TextDocument): string | undefined {
    const { uri } = document;
    const located = this.workspaces.locate(uri);
    const isText = !document.isClosed && !neverSchemes.has(uri.scheme);
    if (!isText || (!schemes.has(uri.scheme) && located === undefined))
      return vscode.l10n.t('Only files, notebooks and untitled documents are scanned.');
    const { enable, exclude, maxFileSize } = this.settings.for(uri);
    if (!enable) return vscode.l10n.t('Turned off by keystow.enable.');
    if (located !== undefined && globs(exclude)(located.path))
      return vscode.l10n.t('Excluded by keystow.exclude or the policy.');
    const last = document.lineAt(document.lineCount - 1).range.end;
    if (document.offsetAt(last) > maxFileSize * 1024)
      return vscode.l10n.t('Larger than {0} KB, see keystow.maxFileSize.', maxFileSize);
    return undefined;
  }

  #opened(document: vscode.TextDocument): void {
    this.#scanNow(document);
    void this.#refreshFacts(document);
  }

  /** Typing goes on while a long text is scanned. */
  #schedule(document: vscode.TextDocument): void {
    this.#unschedule(document.uri);
    const begin = (): void => {
      if (!this.isScanned(document)) this.#publish(document, undefined);
      else if (this.#plain.staysPlain(this.#located(document), document, this.settings.for(document.uri)))
        this.#publish(document, []);
      else goOn(this.#steps(document));
    };
    const goOn = (steps: Steps<readonly Finding[]>): void => {
      waiting.timer = setTimeout(() => goOn(steps), 0); // the next change clears it, and so does what is published
      const until = performance.now() + sliceMs;
      let step = steps.next();
      while (step.done !== true && performance.now() < until) step = steps.next();
      if (step.done === true) this.#publish(document, step.value);
    };
    const waiting: Waiting = { timer: setTimeout(begin, debounceMs) };
    this.#waiting.set(document.uri.toString(), waiting);
  }

  *#steps(document: vscode.TextDocument): Steps<readonly Finding[]> {
    const [snapshot, settings] = [this.snapshot(document), this.settings.for(document.uri)];
    const found = yield* scanSteps(snapshot, this.factsOf(document), settings);
    yield;
    if (found.length === 0) this.#plain.scanned(document, snapshot, settings);
    return found;
  }

  #scanNow(document: vscode.TextDocument): void {
    this.#plain.forget(document.uri);
    this.#publish(document, this.isScanned(document) ? this.scan(document) : undefined);
  }

  /** @param findings undefined for a document that is not scanned */
  #publish(document: vscode.TextDocument, findings: readonly Finding[] | undefined): void {
    this.#unschedule(document.uri);
    if (findings === undefined) this.findings.deleteLive(document.uri);
    else {
      this.findings.setLive(document.uri, findings);
      this.log.debug(() => this.#reasons(document));
    }
    this.#scanned.fire(document.uri);
  }

  /** Why each key of a document is taken for one, and what only looks like one. */
  #reasons(document: vscode.TextDocument): readonly string[] {
    const snapshot = this.snapshot(document);
    const { policy } = this.settings.for(document.uri);
    return inEnglish(() => explainKeys(snapshot, policy?.customRules)).map(
      ({ rule, span, reasons, rejected }) => {
        const { line, character } = document.positionAt(span.start);
        const why = [...reasons, ...(rejected === undefined ? [] : [`no key, because ${rejected}`])].join(
          '; ',
        );
        return `${snapshot.path}:${line + 1}:${character + 1} ${rule}: ${why}`;
      },
    );
  }

  #unschedule(uri: vscode.Uri): void {
    clearTimeout(this.#waiting.get(uri.toString())?.timer);
    this.#waiting.delete(uri.toString());
  }

  #closed(uri: vscode.Uri): void {
    this.#unschedule(uri);
    this.#plain.forget(uri);
    this.#facts.delete(uri.toString());
    this.#turns.delete(uri.toString());
    this.findings.deleteLive(uri);
  }

  async #refreshFacts(document: vscode.TextDocument): Promise<void> {
    const located = this.workspaces.locate(document.uri);
    if (located === undefined || !this.isScanned(document)) return;
    const key = document.uri.toString();
    const turn = (this.#turns.get(key) ?? 0) + 1;
    this.#turns.set(key, turn);
    const facts = await located.workspace.facts(located.path);
    // Git may need longer for an older question: only the answer to the last one is true.
    if (this.#turns.get(key) !== turn) return;
    if (document.isClosed || JSON.stringify(facts) === JSON.stringify(this.#facts.get(key))) return;
    this.#facts.set(key, facts);
    this.#scanNow(document);
  }

  dispose(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#store.dispose();
  }
}
