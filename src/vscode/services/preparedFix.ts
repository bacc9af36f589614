import * as vscode from 'vscode';
import { applyEdits, type FixPlan, type Refusal } from '../../engine/index';
import { endsLinesAnew, toWorkspaceEdit } from '../convert';
import type { EditorWorkspace } from './workspaces';

/** A plan made for a document as it is now, and what is needed to finish it or to take it back. */
export interface PreparedFix {
  readonly edit: vscode.WorkspaceEdit;
  readonly plan: FixPlan;
  readonly workspace: EditorWorkspace;
  readonly sources: readonly Source[];
  /** Changed files other than the sources. */
  readonly others: readonly Touched[];
}

/** A document that keys are taken out of. */
interface Source {
  /** Relative to the workspace. */
  readonly path: string;
  readonly document: vscode.TextDocument;
  readonly wasDirty: boolean;
  readonly before: string;
  readonly after: string;
}

interface Touched {
  readonly uri: vscode.Uri;
  /** The text before, or undefined for a file that the plan creates. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Whether the editor has applied the edit, and nothing was typed since. */
export const isApplied = ({ sources }: PreparedFix): boolean =>
  sources.every(({ document, after }) => document.getText() === after);

/** Whether the editor has applied the edit to the files that must be saved, whatever it has made of the source since. */
export async function isStored({ others }: PreparedFix): Promise<boolean> {
  for (const { uri, before, after } of others) {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    // A file that is made lies on disk at once, and need not be open.
    const text = document?.getText() ?? (before === undefined ? await textOnDisk(uri) : undefined);
    if (text === undefined || !isSame(text, after)) return false;
  }
  return true;
}

/** With the line ends that VS Code gives all of a document, also where a text of one line does not show them. */
const inLinesOf = ({ eol }: vscode.TextDocument, text: string): string =>
  text.replace(/\r\n|\r|\n/g, eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');

/** The same of a file that need not be open. */
const isSame = (text: string, planned: string): boolean =>
  text.replaceAll('\r\n', '\n') === planned.replaceAll('\r\n', '\n');

async function textOnDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // it is not there yet
  }
}

/** A plan as one edit of the editor's, on documents that are still as the plan found them. */
export function prepared(
  workspace: EditorWorkspace,
  plan: FixPlan,
  documents: ReadonlyMap<string, vscode.TextDocument>,
): PreparedFix | Refusal {
  const sources: Source[] = [];
  const others: Touched[] = [];
  const uriOf = (path: string): vscode.Uri => documents.get(path)?.uri ?? workspace.uriOf(path);
  for (const edit of plan.edits) {
    const document = documents.get(edit.path);
    if (document === undefined || edit.kind === 'create') {
      const texts =
        edit.kind === 'create'
          ? { before: undefined, after: edit.text }
          : { before: edit.before, after: applyEdits(edit.before, edit.edits) };
      others.push({ uri: uriOf(edit.path), ...texts });
      continue;
    }
    const { before, edits } = edit;
    if (document.getText() !== before)
      return { refused: vscode.l10n.t('The text changed meanwhile. Nothing was moved.') };
    sources.push({
      path: edit.path,
      document,
      wasDirty: document.isDirty,
      before,
      after: endsLinesAnew(edit) ? applyEdits(before, edits) : inLinesOf(document, applyEdits(before, edits)),
    });
  }
  const edit = toWorkspaceEdit(plan.edits, uriOf);
  // An undo reaches the files of the edit from each of them: where the fix was chosen is always one. Where no text changes
  // the editor remembers that of two files only, so each file that is made counts too.
  const onlyMakes = plan.edits.every(({ kind }) => kind === 'create');
  const reached = [...documents.values(), ...(onlyMakes ? others : [])];
  for (const { uri } of reached)
    if (onlyMakes || !edit.has(uri)) edit.insert(uri, new vscode.Position(0, 0), '');
  return { edit, plan, workspace, sources, others };
}

/** Whether every source has the text again that it had before; what was undone meanwhile, `companions` saves. */
export const isUndone = ({ sources }: PreparedFix): boolean =>
  sources.length > 0 && sources.every(({ document, before }) => document.getText() === before);
