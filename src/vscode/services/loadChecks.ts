import * as vscode from 'vscode';
import {
  type EnvReader,
  envReader,
  type Finding,
  movedRead,
  namesMissing,
  notLoaded,
  withSettings,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import { watchFiles } from '../watch';
import type { DocumentScanner } from './documentScanner';
import type { FindingsStore } from './findingsStore';
import type { FolderChecks } from './folderChecks';
import type { SettingsService } from './settings';
import type { EditorWorkspace, Workspaces } from './workspaces';

/** Files that say how programs are started; env files are watched by the folder checks, which this check follows. */
const watched = [
  '**/{package.json,requirements.txt,pyproject.toml,Pipfile,go.mod,Cargo.toml,Gemfile,Procfile,Makefile,justfile,.envrc}',
  '**/*compose.y*ml',
  '**/.vscode/*.json',
];
const delayMs = 300;

/**
 * `env-not-loaded` and `env-name-missing`: variables that open files read, and closed ones that the last audit has named.
 * Asked when a file is opened or saved, when env files or what loads them change, and when other variables are read than
 * before; never for each keystroke.
 */
export class LoadChecks implements vscode.Disposable {
  readonly #store = new DisposableStore();
  /** The variables that each open file reads, and how often it speaks of the environment, as a loader does. */
  readonly #reads = new Map<string, string>();
  /** Where each folder's loaders were found. */
  readonly #traces = new Map<string, Map<string, string>>();
  #found = new Map<string, readonly Finding[]>();
  #audited: readonly vscode.Uri[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
    private readonly findings: FindingsStore,
    private readonly scanner: DocumentScanner,
    checks: FolderChecks,
  ) {
    const schedule = (): void => this.#schedule();
    for (const glob of watched) this.#store.add(watchFiles(glob, schedule));
    this.#store.add(checks.onDidCheck(schedule));
    this.#store.add(vscode.workspace.onDidSaveTextDocument(schedule));
    this.#store.add(vscode.workspace.onDidDeleteFiles(schedule));
    this.#store.add(vscode.workspace.onDidRenameFiles(schedule));
    this.#store.add(scanner.onDidScan((uri) => this.#scanned(uri)));
    this.#store.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#reads.delete(uri.toString())) schedule();
      }),
    );
  }

  /**
   * The files in which the last audit has found these rules; told of here, so that it stays true.
   *
   * @param wasAudited what the audit was of; of other files the one before still counts.
   */
  async setAudited(
    files: readonly vscode.Uri[],
    wasAudited: (uri: vscode.Uri) => boolean = () => true,
  ): Promise<void> {
    this.#audited = [...this.#audited.filter((uri) => !wasAudited(uri)), ...files];
    await this.#checkNow();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#checkNow(), delayMs);
  }

  /** A finding stays at its lookup while the text around it changes. */
  #scanned(uri: vscode.Uri): void {
    const key = uri.toString();
    const document = openDocument(uri);
    const reader = this.#readerOf(document);
    const words = reader && document?.getText().match(/env/gi)?.length;
    const reads = reader && `${reader.names} ${words}`;
    if (reads !== this.#reads.get(key)) {
      if (reads === undefined) this.#reads.delete(key);
      else this.#reads.set(key, reads);
      this.#schedule();
    }
    if (this.#found.has(key)) this.#publish();
  }

  async #checkNow(): Promise<void> {
    const generation = ++this.#generation;
    const found = new Map<string, readonly Finding[]>();
    for (const workspace of this.workspaces.all()) {
      for (const finding of await this.#check(workspace)) {
        const key = workspace.uriOf(finding.file).toString();
        found.set(key, [...(found.get(key) ?? []), finding]);
      }
      if (generation !== this.#generation) return; // a newer check has begun
    }
    this.#found = found;
    this.#publish();
  }

  async #check(workspace: EditorWorkspace): Promise<readonly Finding[]> {
    const settings = this.settings.for(workspace.folder);
    const readers = settings.enable ? await this.#readers(workspace) : [];
    if (readers.length === 0) return [];
    const folder = workspace.folder.toString();
    const traces = this.#traces.get(folder) ?? new Map<string, string>();
    this.#traces.set(folder, traces);
    return withSettings(
      [
        ...(await notLoaded(workspace, readers, settings, undefined, traces)),
        ...(await namesMissing(workspace, readers, settings)),
      ],
      settings,
    );
  }

  async #readers(workspace: EditorWorkspace): Promise<readonly EnvReader[]> {
    const readers = new Map<string, EnvReader>();
    const add = (reader: EnvReader | undefined): unknown => reader && readers.set(reader.path, reader);
    for (const uri of this.#audited) {
      const located = this.workspaces.locate(uri);
      if (located?.workspace !== workspace) continue;
      const read = await workspace.read(located.path);
      if (read.kind === 'text') add(envReader({ path: located.path, text: read.text }));
    }
    for (const document of vscode.workspace.textDocuments)
      if (this.workspaces.locate(document.uri)?.workspace === workspace) add(this.#readerOf(document));
    return [...readers.values()];
  }

  #readerOf(document: vscode.TextDocument | undefined): EnvReader | undefined {
    return document !== undefined && this.scanner.isScanned(document)
      ? envReader(this.scanner.snapshot(document))
      : undefined;
  }

  #publish(): void {
    for (const { folder } of this.workspaces.all()) {
      const results = new Map<string, readonly Finding[]>();
      for (const [key, findings] of this.#found) {
        const uri = vscode.Uri.parse(key, true);
        if (this.workspaces.locate(uri)?.workspace.folder !== folder) continue;
        const document = openDocument(uri);
        const snapshot = document && this.scanner.snapshot(document);
        const now = findings.flatMap((one) =>
          snapshot === undefined ? one : (movedRead(snapshot, one) ?? []),
        );
        if (now.length > 0) results.set(key, now);
      }
      this.findings.setFolder('loading', folder, results);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}

const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );
