import path from 'node:path';
import { type ExtensionContext, l10n, type Uri } from 'vscode';
import {
  dayOf,
  inForce,
  knownIds,
  loadPolicy,
  type Settings,
  translateWith,
  withPolicy,
} from './engine/index';
import { changedFiles } from './git/changed';
import { pushedTexts } from './git/pushed';
import { auditStaged } from './git/staged';
import { authorIn, commitsIn } from './platform/git.node';
import { GlanceThread } from './platform/glanceThread.node';
import { nodeParsers } from './platform/parsers.node';
import { NodeWorkspace } from './platform/workspace.node';
import type { Platform } from './vscode/platform';
import { VirtualWorkspace } from './vscode/services/virtualWorkspace';
import { type Running, start } from './vscode/start';

/** Desktop and remote: files through Node and facts from git, once the workspace is trusted. */
export function main(context: ExtensionContext): Running {
  translateWith((...message) => l10n.t(...message));
  const thread = new GlanceThread(path.join(__dirname, 'glanceWorker.js'));
  context.subscriptions.push(thread);
  return start(context, {
    parsers: nodeParsers,
    author: async (folder) => (folder.scheme === 'file' ? authorIn(folder.fsPath) : undefined),
    setUpGuard,
    git: {
      staged: ({ fsPath }, settings, cancel) =>
        auditStaged(fsPath, { settingsFor: (root) => underPolicyOf(root, settings), cancel }),
      changed: async ({ scheme, fsPath }) => (scheme === 'file' ? changedFiles(fsPath) : undefined),
      pushed: ({ fsPath }, files, largest) => pushedTexts(fsPath, files, largest),
      commits: ({ fsPath }, most) => commitsIn(fsPath, most),
    },
    workspace: (folder, trusted) =>
      folder.scheme === 'file'
        ? new NodeWorkspace(folder.fsPath, trusted, thread)
        : new VirtualWorkspace(folder),
  });
}

/** The policy at the top of the repository, as the guard reads it, whatever folder of it is open. */
async function underPolicyOf(root: string, settings: Settings): Promise<Settings> {
  const workspace = new NodeWorkspace(root);
  const policy = await loadPolicy((file, limit) => workspace.read(file, limit), knownIds());
  return policy === undefined ? settings : withPolicy(settings, inForce(policy, dayOf(new Date())));
}

/** The hook runs with a node of this machine, or else with the one in the editor. */
const setUpGuard: NonNullable<Platform['setUpGuard']> = async (folder: Uri) => {
  if (folder.scheme !== 'file') return { refused: l10n.t('The folder is not on this machine.') };
  const { GuardError, installGuard } = await import('./guard/guard');
  try {
    return await installGuard(folder.fsPath, {
      hooks: ['pre-commit'],
      runtime: {
        cli: path.join(__dirname, 'cli.js'),
        ['electron' in process.versions ? 'editor' : 'node']: process.execPath,
      },
    });
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    return { refused: `${error.message.slice(0, 1).toUpperCase()}${error.message.slice(1)}.` };
  }
};
