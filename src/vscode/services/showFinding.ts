import * as vscode from 'vscode';
import type { Finding } from '../../engine/index';
import { toRange } from '../convert';
import { UserError } from '../errors';
import type { FindingInDocument } from './cursor';
import type { DocumentScanner } from './documentScanner';
import type { PlacedFinding } from './workspaceOverview';

/**
 * Opens the file of a finding and selects it, where it is by now.
 *
 * @throws UserError
 */
export async function showFinding(
  scanner: DocumentScanner,
  { uri, finding }: PlacedFinding,
): Promise<FindingInDocument> {
  const document = await textOf(uri);
  if (document === undefined)
    throw new UserError(vscode.l10n.t('{0} could not be opened.', vscode.workspace.asRelativePath(uri)));
  const { rule, fingerprint, range } = finding;
  const now = nearest(
    scanner.scan(document),
    range.start.line,
    (one) => one.rule === rule && one.fingerprint === fingerprint,
  );
  const selection = document.validateRange(toRange((now ?? finding).range));
  // A cell is opened with its notebook around it.
  if (uri.scheme === 'vscode-notebook-cell')
    await vscode.commands.executeCommand('vscode.open', uri, { selection });
  else await vscode.window.showTextDocument(document, { selection });
  return { document, finding: now ?? finding };
}

/** Of the findings that `fits`, the one nearest to a line, which counts from 0. */
export const nearest = (
  findings: readonly Finding[],
  line: number,
  fits: (finding: Finding) => boolean,
): Finding | undefined => {
  const away = ({ range }: Finding): number => Math.abs(range.start.line - line);
  return findings.filter(fits).toSorted((a, b) => away(a) - away(b))[0];
};

/** Undefined where there is no such text. */
export const textOf = async (uri: vscode.Uri): Promise<vscode.TextDocument | undefined> => {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
};
