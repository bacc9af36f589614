import * as vscode from 'vscode';
import { createParsers, translateWith } from './engine/index';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type Running, start } from './vscode/start';

/** Browser: everything through VS Code's file system, no process, no git. */
export function main(context: vscode.ExtensionContext): Running {
  translateWith((...message) => vscode.l10n.t(...message));
  return start(context, {
    workspace: (folder) => new VirtualWorkspace(folder),
    author: async () => undefined,
    parsers: createParsers((name) =>
      Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name))),
    ),
  });
}
