import * as vscode from 'vscode';
import {
  type EnvRead,
  envInImages,
  envReadable,
  type Finding,
  firstEnvRead,
  type ImageCopy,
  imageCopy,
  isAsked,
  isEnvFile,
  missingIgnoreEntry,
  type Settings,
  scanDocument,
  withSettings,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import { watchFiles } from '../watch';
import type { DocumentScanner } from './documentScanner';
import type { FindingsStore } from './findingsStore';
import type { SettingsService } from './settings';
import type { EditorWorkspace, Workspaces } from './workspaces';

const envGlob = '**/{.env,.env.*,*.env,.dev.vars}';
const dockerfileGlob = '**/{Dockerfile,Dockerfile.*,*.dockerfile,Containerfile}';
/** Files whose change can change what git, or Docker, does with an env file. */
const watched = [
  '**/.gitignore',
  '**/*.dockerignore',
  dockerfileGlob,
  envGlob,
  '.git/index',
  '.git/info/exclude',
];
const dependencies = '**/{node_modules,.venv,venv}/**';
/** More files of a kind than this are left to the audit. */
const mostFiles = 100;
const delayMs = 300;

/**
 * What concerns a folder rather than one open document: env files that git would add or tracks, also closed ones,
 * and a missing ignore entry where open code reads the environment.
 */
export class FolderChecks implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #checked = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidCheck = this.#checked.event;
  readonly #watchers = new Map<string, vscode.Disposable>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
    private readonly findings: FindingsStore,
    private readonly scanner: DocumentScanner,
  ) {
    const schedule = (): void => this.schedule();
    const watch = (folders: readonly vscode.WorkspaceFolder[]): void => {
      for (const folder of folders) {
        const watchers = watched.map((glob) =>
          watchFiles(new vscode.RelativePattern(folder, glob), schedule),
        );
        this.#watchers.set(folder.uri.toString(), vscode.Disposable.from(...watchers));
      }
    };
    watch(vscode.workspace.workspaceFolders ?? []);
    this.#store.add(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#unwatch(uri.toString());
        watch(added);
        findings.keepFolders((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri));
      }),
    );
    this.#store.add(workspaces.onDidChange(schedule));
    this.#store.add(settings.onDidChange(schedule));
    this.#store.add(vscode.workspace.onDidOpenTextDocument(schedule));
  }

  /** Soon, and once for many changes. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.checkNow(), delayMs);
  }

  async checkNow(): Promise<void> {
    const generation = ++this.#generation;
    for (const workspace of this.workspaces.all()) {
      const results = await this.#check(workspace);
      if (generation !== this.#generation) return; // a newer check has begun
      this.findings.setFolder('git', workspace.folder, results);
    }
    await this.scanner.refreshAll();
    this.#checked.fire();
  }

  async #check(workspace: EditorWorkspace): Promise<ReadonlyMap<string, readonly Finding[]>> {
    const results = new Map<string, readonly Finding[]>();
    const settings = this.settings.for(workspace.folder);
    if (!settings.enable) return results;
    const found: Finding[] = [];
    const pattern = new vscode.RelativePattern(workspace.folder, envGlob);
    for (const uri of await vscode.workspace.findFiles(pattern, dependencies, mostFiles)) {
      const located = this.workspaces.locate(uri);
      // A folder inside of this one that is open as well is asked about by itself.
      if (located?.workspace !== workspace || !isEnvFile(located.path)) continue;
      const { path } = located;
      const read = await workspace.read(path, settings.maxFileSize * 1024);
      if (read.kind !== 'text') continue;
      const facts = await workspace.facts(path);
      const readable = isAsked('env-readable', settings) ? envReadable(path, read, facts) : [];
      const findings = [
        ...scanDocument({ path, text: read.text }, facts, settings),
        ...withSettings(readable, settings),
      ];
      if (findings.length > 0) results.set(uri.toString(), findings);
      found.push(...findings);
    }
    const add = (finding: Finding): void => {
      const uri = workspace.uriOf(finding.file).toString();
      results.set(uri, [...(results.get(uri) ?? []), finding]);
    };
    const missing = await missingIgnoreEntry(workspace, this.#openEnvRead(workspace), found, settings);
    const inImages = await envInImages(workspace, await this.#imageCopies(workspace, settings));
    for (const finding of withSettings([...missing, ...inImages], settings)) add(finding);
    return results;
  }

  /** Dockerfiles that take their whole folder. */
  async #imageCopies(workspace: EditorWorkspace, settings: Settings): Promise<readonly ImageCopy[]> {
    const copies: ImageCopy[] = [];
    const pattern = new vscode.RelativePattern(workspace.folder, dockerfileGlob);
    for (const uri of await vscode.workspace.findFiles(pattern, dependencies, mostFiles)) {
      const located = this.workspaces.locate(uri);
      if (located?.workspace !== workspace) continue;
      const read = await workspace.read(located.path, settings.maxFileSize * 1024);
      const copy = read.kind === 'text' ? imageCopy({ path: located.path, text: read.text }) : undefined;
      if (copy !== undefined) copies.push(copy);
    }
    return copies;
  }

  #openEnvRead(workspace: EditorWorkspace): EnvRead | undefined {
    // What is looked at comes first: documents stay open, unseen, for minutes after their editors.
    const active = vscode.window.activeTextEditor?.document;
    const others = vscode.workspace.textDocuments.filter((document) => document !== active);
    for (const document of active === undefined ? others : [active, ...others]) {
      const located = this.workspaces.locate(document.uri);
      if (located?.workspace !== workspace || !this.scanner.isScanned(document)) continue;
      const read = firstEnvRead(this.scanner.snapshot(document));
      if (read !== undefined) return read;
    }
    return undefined;
  }

  #unwatch(folder: string): void {
    this.#watchers.get(folder)?.dispose();
    this.#watchers.delete(folder);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const folder of [...this.#watchers.keys()]) this.#unwatch(folder);
    this.#store.dispose();
  }
}
