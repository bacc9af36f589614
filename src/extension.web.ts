import type { ExtensionContext } from 'vscode';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type KeystowApi, start } from './vscode/start';

/** Browser entry: everything through VS Code's file system, no process, no git. */
export const activate = (context: ExtensionContext): KeystowApi =>
  start(context, { workspace: (folder) => new VirtualWorkspace(folder) });
