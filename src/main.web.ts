import type { ExtensionContext } from 'vscode';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type Running, start } from './vscode/start';

/** Browser: everything through VS Code's file system, no process, no git. */
export const main = (context: ExtensionContext): Running =>
  start(context, { workspace: (folder) => new VirtualWorkspace(folder) });
