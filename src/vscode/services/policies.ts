import * as vscode from 'vscode';
import {
  knownIds,
  loadPolicy,
  type Policy,
  policyFile,
  usualSeverity,
  weakenings,
  withoutKeys,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import { watchFiles } from '../watch';
import type { Log } from './log';
import { type EditorWorkspace, fileOf, type Workspaces } from './workspaces';

/**
 * The policy of each folder, read at the start and whenever one of its files changes; what is wrong with it is told in
 * its file. In Restricted Mode it is not read: a workspace that is not trusted changes nothing of what is found.
 */
export class Policies implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #policies = new Map<string, Policy>();
  readonly #problems = this.#store.add(vscode.languages.createDiagnosticCollection('keystow-policy'));
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #ready: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly workspaces: Workspaces,
    private readonly log: Log,
  ) {
    const { workspace } = vscode;
    this.#store.add(watchFiles('**/*.{json,jsonc}', (uri) => this.#fileChanged(uri)));
    this.#store.add(workspace.onDidGrantWorkspaceTrust(() => this.start()));
    this.#store.add(
      workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) this.#forget(uri);
        this.start();
      }),
    );
  }

  /** Reads the policies of all folders; not part of activation. */
  start(): void {
    this.#ready = Promise.all(this.workspaces.all().map((folder) => this.#read(folder)));
  }

  /** Settles once they are read. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** Undefined outside of a folder, and in one without a policy. */
  for(resource: vscode.Uri | undefined): Policy | undefined {
    const folder = resource && vscode.workspace.getWorkspaceFolder(fileOf(resource)); // a cell is in no folder
    return folder === undefined ? undefined : this.#policies.get(folder.uri.toString());
  }

  #fileChanged(uri: vscode.Uri): void {
    const located = this.workspaces.locate(uri);
    if (located === undefined) return;
    const files = this.#policies.get(located.workspace.folder.toString())?.files ?? [];
    if (located.path === policyFile || files.includes(located.path)) void this.#read(located.workspace);
  }

  async #read(workspace: EditorWorkspace): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    const key = workspace.folder.toString();
    const policy = await loadPolicy((path, limit) => workspace.disk.read(path, limit), knownIds());
    const before = this.#policies.get(key);
    for (const file of before?.files ?? []) this.#problems.delete(workspace.uriOf(file));
    if (policy !== undefined) {
      this.#tell(workspace, policy);
      for (const { at, value } of weakenings(policy, usualSeverity))
        this.log.warn(`${at}: ${withoutKeys(value)}`);
    }
    if (policy === undefined) this.#policies.delete(key);
    else this.#policies.set(key, policy);
    if (policy !== undefined || before !== undefined) this.#changed.fire();
  }

  /** A folder that is no longer open. */
  #forget(folder: vscode.Uri): void {
    const key = folder.toString();
    for (const file of this.#policies.get(key)?.files ?? [])
      this.#problems.delete(vscode.Uri.joinPath(folder, file));
    if (this.#policies.delete(key)) this.#changed.fire();
  }

  #tell(workspace: EditorWorkspace, { problems }: Policy): void {
    for (const file of new Set(problems.map((problem) => problem.file))) {
      const here = problems.filter((problem) => problem.file === file);
      const diagnostics = here.map(({ line, column, message }) => {
        this.log.warn(`${file}:${line}:${column}: ${message}`);
        const start = new vscode.Position(line - 1, column - 1);
        const told = new vscode.Diagnostic(
          new vscode.Range(start, start.with({ character: column })),
          vscode.l10n.t('This part of the policy was left out: {0}.', message),
          vscode.DiagnosticSeverity.Warning,
        );
        told.source = 'keystow';
        return told;
      });
      this.#problems.set(workspace.uriOf(file), diagnostics);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
