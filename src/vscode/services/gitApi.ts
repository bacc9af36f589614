import * as vscode from 'vscode';
import { DisposableStore } from '../disposables';

/** What Keystow uses of the API that VS Code's git extension exports. https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts, read 2026-11-28 */
export interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
  /** The address of a file as a commit has it; `''` for the index. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  registerPushErrorHandler(handler: PushErrorHandler): vscode.Disposable;
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly unknown[];
    readonly onDidChange: vscode.Event<void>;
  };
}

export interface PushErrorHandler {
  /** @returns true where the failure was told; the git extension then says nothing. */
  handlePushError(
    repository: Repository,
    remote: unknown,
    refspec: string,
    error: Error & { readonly stderr?: string },
  ): Promise<boolean>;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

/**
 * Calls `use` with the API of VS Code's git extension whenever there is one, and disposes of what it returns when it
 * goes: the extension may be missing (in the browser), come later, or be turned off.
 */
export function withGit(use: (git: GitApi) => vscode.Disposable): vscode.Disposable {
  const store = new DisposableStore();
  let inUse: vscode.Disposable | undefined;
  const follow = (git: GitExtension): void => {
    inUse?.dispose();
    inUse = git.enabled ? use(git.getAPI(1)) : undefined;
  };
  let known: GitExtension | undefined;
  let isDisposed = false;
  const connect = async (): Promise<void> => {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (extension === undefined || known !== undefined) return;
    const git = await extension.activate();
    if (known !== undefined || isDisposed) return;
    known = git;
    store.add(git.onDidChangeEnablement(() => follow(git)));
    follow(git);
  };
  store.add({
    dispose: () => {
      isDisposed = true;
      inUse?.dispose();
    },
  });
  store.add(vscode.extensions.onDidChange(() => void connect()));
  void connect();
  return store;
}
