import * as vscode from 'vscode';
import { type CustomRule, policyFile, readPolicy } from '../../engine/index';
import { DisposableStore } from '../disposables';
import { watchFiles } from '../watch';
import type { Log } from './log';

/**
 * The policy file of each folder, read at the start and whenever it changes. In Restricted Mode it is not read: a
 * workspace that is not trusted changes nothing of what is found.
 */
export class Policies implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #rules = new Map<string, readonly CustomRule[]>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor(private readonly log: Log) {
    const { workspace } = vscode;
    const changed = (uri: vscode.Uri): void => {
      const folder = workspace.getWorkspaceFolder(uri);
      if (folder !== undefined && uri.toString() === policyOf(folder).toString()) void this.#read(folder);
    };
    this.#store.add(watchFiles(`**/${policyFile}`, changed));
    this.#store.add(workspace.onDidGrantWorkspaceTrust(() => this.start()));
    this.#store.add(
      workspace.onDidChangeWorkspaceFolders(({ added }) => {
        for (const folder of added) void this.#read(folder);
      }),
    );
  }

  /** Reads the policies of all folders; not part of activation. */
  start(): void {
    for (const folder of vscode.workspace.workspaceFolders ?? []) void this.#read(folder);
  }

  rulesFor(resource: vscode.Uri | undefined): readonly CustomRule[] {
    const folder = resource === undefined ? undefined : vscode.workspace.getWorkspaceFolder(resource);
    return folder === undefined ? [] : (this.#rules.get(folder.uri.toString()) ?? []);
  }

  async #read(folder: vscode.WorkspaceFolder): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    const key = folder.uri.toString();
    const text = await textOf(policyOf(folder));
    const { customRules, problems } = text === undefined ? none : await readPolicy(text);
    for (const { line, column, message } of problems)
      this.log.warn(`${folder.name}/${policyFile}:${line}:${column}: ${message}`);
    if (customRules.length === 0 && !this.#rules.has(key)) return;
    this.#rules.set(key, customRules);
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

const none = { customRules: [], problems: [] } as const;

const policyOf = (folder: vscode.WorkspaceFolder): vscode.Uri => vscode.Uri.joinPath(folder.uri, policyFile);

/** Undefined where there is no such file, or none that can be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
