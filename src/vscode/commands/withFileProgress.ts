import * as vscode from 'vscode';

/** Hears how many files are done, and of how many. */
export type TellFiles = (done: number, total: number) => void;

/** Runs a task that goes over files: with a notification that counts them, and can cancel. */
export const withFileProgress = <Result>(
  title: string,
  task: (token: vscode.CancellationToken, tell: TellFiles) => Promise<Result>,
): Thenable<Result> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) =>
      task(token, (done, total) =>
        progress.report({ message: vscode.l10n.t('{0} of {1} files', done, total) }),
      ),
  );
