import type * as vscode from 'vscode';
import type { ListableWorkspace, Parsers } from '../engine/index';

/** What differs between the desktop and the browser. */
export interface Platform {
  /** A folder's files. `trusted` false: no process may be started for it. */
  workspace(folder: vscode.Uri, trusted: boolean): ListableWorkspace;
  readonly parsers: Parsers;
}
