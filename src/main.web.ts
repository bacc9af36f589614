import * as vscode from 'vscode';
import { createParsers } from './engine/index';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type Running, start } from './vscode/start';

/** Browser: everything through VS Code's file system, no process, no git. */
export const main = (context: vscode.ExtensionContext): Running =>
  start(context, {
    workspace: (folder) => new VirtualWorkspace(folder),
    parsers: createParsers((name) =>
      Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name))),
    ),
  });
