import type { ExtensionContext } from 'vscode';
import { NodeWorkspace } from './platform/workspace.node';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type KeystowApi, start } from './vscode/start';

/** Desktop and remote entry: files through Node and facts from git, once the workspace is trusted. */
export const activate = (context: ExtensionContext): KeystowApi =>
  start(context, {
    workspace: (folder, trusted) =>
      folder.scheme === 'file' ? new NodeWorkspace(folder.fsPath, trusted) : new VirtualWorkspace(folder),
  });
