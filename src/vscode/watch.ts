import * as vscode from 'vscode';

/** Calls `listener` when a file of a glob is made, changed or deleted. */
export function watchFiles(glob: vscode.GlobPattern, listener: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(listener),
    watcher.onDidCreate(listener),
    watcher.onDidDelete(listener),
  );
}
