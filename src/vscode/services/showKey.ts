import * as vscode from 'vscode';
import type { Finding } from '../../engine/index';
import { toRange } from '../convert';
import type { DocumentScanner } from './documentScanner';
import type { GitApi } from './gitApi';
import { nearest, textOf } from './showFinding';

/** A key that git has. */
export interface KeyInGit {
  readonly file: vscode.Uri;
  /** The commit, or `''` for the index. */
  readonly ref: string;
  /** Where it stands in that version; lines count from 0. */
  readonly range: vscode.Range;
  /** Whether a finding of the file as it is now is this key. */
  readonly fits: (finding: Finding) => boolean;
}

/** Opens the file where it still holds the key, nearest to where it was; else git's own version of it. */
export async function showKey(git: GitApi, scanner: DocumentScanner, key: KeyInGit): Promise<void> {
  const now = await textOf(key.file);
  const found = now && nearest(scanner.scan(now), key.range.start.line, key.fits);
  const document = found === undefined ? await textOf(git.toGitUri(key.file, key.ref)) : now;
  if (document === undefined) return;
  const selection = found === undefined ? document.validateRange(key.range) : toRange(found.range);
  await vscode.window.showTextDocument(document, { selection });
}
