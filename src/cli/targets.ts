import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot, toSlashes } from '../platform/files.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { CliError } from './io';

/** A workspace and the part of it that was asked for. */
export interface Target {
  readonly workspace: NodeWorkspace;
  /** A folder (`''` for the whole workspace), or one file. */
  readonly kind: 'folder' | 'file';
  readonly path: string;
}

/**
 * The workspace of each path: its repository; without one the folder itself, or for a file the current folder when
 * the file is below it.
 *
 * @throws CliError for a path that does not exist.
 */
export async function targetsOf(paths: readonly string[], cwd: string): Promise<readonly Target[]> {
  const workspaces = new Map<string, NodeWorkspace>();
  const targets: Target[] = [];
  for (const given of paths.length > 0 ? paths : ['.']) {
    const lexical = path.resolve(cwd, given);
    // Through a linked folder lies another place: its own repository and its own .env.
    const folder = await realpath(path.dirname(lexical)).catch(() => path.dirname(lexical));
    const full = path.join(folder, path.basename(lexical));
    const info = await stat(full).catch(() => undefined);
    if (info === undefined) throw new CliError(`${given}: no such file or folder`);
    const kind = info.isDirectory() ? 'folder' : 'file';
    const dir = kind === 'folder' ? full : path.dirname(full);
    const root = (await repositoryRoot(dir)) ?? (kind === 'file' && isBelow(cwd, full) ? cwd : dir);
    const workspace = workspaces.get(root) ?? new NodeWorkspace(root);
    workspaces.set(root, workspace);
    const target = { workspace, kind, path: toSlashes(path.relative(root, full)) } as const;
    if (!targets.some((one) => one.workspace === workspace && one.path === target.path)) targets.push(target);
  }
  return targets;
}

const isBelow = (dir: string, file: string): boolean => {
  const relative = path.relative(dir, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
};
