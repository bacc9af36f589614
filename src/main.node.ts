import type { ExtensionContext } from 'vscode';
import { nodeParsers } from './platform/parsers.node';
import { NodeWorkspace } from './platform/workspace.node';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type Running, start } from './vscode/start';

/** Desktop and remote: files through Node and facts from git, once the workspace is trusted. */
export const main = (context: ExtensionContext): Running =>
  start(context, {
    parsers: nodeParsers,
    workspace: (folder, trusted) =>
      folder.scheme === 'file' ? new NodeWorkspace(folder.fsPath, trusted) : new VirtualWorkspace(folder),
  });
