import type * as vscode from 'vscode';
import type { AuditReport, BranchCommit, ListableWorkspace, Parsers, Settings } from '../engine/index';
import type { GuardState } from '../guard/guard';

/** What differs between the desktop and the browser. */
export interface Platform {
  /** A folder's files. `trusted` false: no process may be started for it. */
  workspace(folder: vscode.Uri, trusted: boolean): ListableWorkspace;
  readonly parsers: Parsers;
  /** Who works in a folder that is trusted, as git knows them; undefined where it is not asked or does not know. */
  author(folder: vscode.Uri): Promise<string | undefined>;
  /** What git has of a folder of this machine that is trusted; absent where no process can be started. */
  readonly git?: {
    /** What the next commit would bring; see `auditStaged`. */
    staged(
      folder: vscode.Uri,
      settings: Settings,
      signal: { readonly cancelled: boolean },
    ): Promise<AuditReport>;
    /** The files of the folder that are changed, staged, or new and not ignored; undefined where there is no repository. */
    changed(folder: vscode.Uri): Promise<readonly string[] | undefined>;
    /** The versions of files, relative to the folder, that branches of remotes have; see `pushedTexts`. */
    pushed(
      folder: vscode.Uri,
      files: readonly string[],
      largest: number,
    ): AsyncIterable<{ readonly file: string; readonly text: string }>;
    /** The newest commits of what is checked out, each before its parents. */
    commits(folder: vscode.Uri, most: number): Promise<readonly BranchCommit[]>;
  };
  /** Sets the commit guard up in a folder's repository; absent where no process can be started. */
  readonly setUpGuard?: (folder: vscode.Uri) => Promise<readonly GuardState[] | { readonly refused: string }>;
}
