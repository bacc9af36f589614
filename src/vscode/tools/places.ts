import * as vscode from 'vscode';
import { UserError } from '../errors';
import { nameOf } from '../services/folderNames';
import type { Located, Workspaces } from '../services/workspaces';

/**
 * What a model calls a path: absolute, an address, or relative to an open folder, with the folder's name before it where
 * there are several. What it said is not repeated.
 *
 * @throws UserError for what lies outside of every open folder.
 */
export function placeOf(workspaces: Workspaces, given: string): Located {
  const all = workspaces.all();
  const path = given.trim().replaceAll('\\', '/');
  const uri = uriOf(path);
  if (uri !== undefined) {
    const place = workspaces.locateFolder(uri);
    if (place === undefined || place.path.split('/').includes('..')) throw outside();
    return place;
  }
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw outside();
  const [first] = all;
  if (first === undefined) throw new UserError('No folder is open.');
  const named = all.length > 1 ? all.find((one) => nameOf(one) === parts[0]) : undefined;
  return named === undefined
    ? { workspace: first, path: parts.join('/') }
    : { workspace: named, path: parts.slice(1).join('/') };
}

const outside = (): UserError => new UserError('The path is outside of the open folders.');

/** Undefined for a relative path. */
function uriOf(path: string): vscode.Uri | undefined {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path);
  return /^(?:\/|[a-z]:\/)/i.test(path) ? vscode.Uri.file(path) : undefined;
}
