import * as vscode from 'vscode';
import { type Finding, fixFor, fixIdFor, isRefusal } from '../../engine/index';
import { internalCommandIds } from '../contributions';
import { toRange } from '../convert';
import { guarded, UserError } from '../errors';
import type { DocumentScanner } from '../services/documentScanner';
import type { FindingsStore } from '../services/findingsStore';
import { type FixRunner, notInFolder, type PreparedFix } from '../services/fixRunner';
import type { Log } from '../services/log';
import type { Workspaces } from '../services/workspaces';

class FindingAction extends vscode.CodeAction {
  constructor(
    title: string,
    readonly document: vscode.TextDocument,
    readonly finding: Finding,
  ) {
    super(title, vscode.CodeActionKind.QuickFix);
  }
}

/**
 * The lightbulb. Titles are made when asked for, edits only when one is chosen: so that they fit the text as it is
 * then. A command behind the edit saves and proves what was stored; it is given an id, never a value.
 */
export class QuickFixes implements vscode.CodeActionProvider<FindingAction> {
  readonly #prepared = new Map<number, PreparedFix | { readonly refused: string }>();
  #ids = 0;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly scanner: DocumentScanner,
    private readonly findings: FindingsStore,
    private readonly runner: FixRunner,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<FindingAction[]> {
    this.scanner.flush(document);
    const at = this.findings
      .get(document.uri)
      .filter((finding) => toRange(finding.range).intersection(range) !== undefined);
    const actions = await Promise.all(at.map((finding) => this.#actionFor(document, finding)));
    return actions.filter((action) => action !== undefined);
  }

  async #actionFor(document: vscode.TextDocument, finding: Finding): Promise<FindingAction | undefined> {
    const located = this.workspaces.locate(document.uri);
    const fix =
      located === undefined && fixIdFor(finding) !== undefined
        ? { refused: notInFolder(document) }
        : await fixFor(this.scanner.snapshot(document), finding, located?.workspace);
    if (fix === undefined) return undefined;
    const title = isRefusal(fix) ? `Cannot move to .env: ${fix.refused}` : fix.title;
    const action = new FindingAction(title, document, finding);
    action.diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter(
        (diagnostic) =>
          diagnostic.range.isEqual(toRange(finding.range)) && diagnostic.message === finding.message,
      );
    // A refusal is not `disabled`: VS Code hides disabled quick fixes, and the reason with them.
    action.isPreferred = !isRefusal(fix);
    action.command = { command: internalCommandIds.afterFix, title: '', arguments: [++this.#ids] };
    return action;
  }

  async resolveCodeAction(action: FindingAction): Promise<FindingAction> {
    const id: unknown = action.command?.arguments?.[0];
    if (typeof id !== 'number') return action;
    const prepared = await this.runner.exclusive(() => this.runner.prepare(action.document, action.finding));
    this.#prepared.set(id, prepared);
    if (!isRefusal(prepared)) action.edit = prepared.edit;
    return action;
  }

  /** The command behind an action. An id that is not known belongs to an action that was never resolved. */
  async afterFix(id: unknown): Promise<void> {
    if (typeof id !== 'number') return;
    const prepared = this.#prepared.get(id);
    this.#prepared.delete(id);
    if (prepared === undefined) return;
    if (isRefusal(prepared)) throw new UserError(prepared.refused);
    await this.runner.exclusive(() => this.runner.finish(prepared));
  }
}

export function registerQuickFixes(quickFixes: QuickFixes, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ pattern: '**' }, quickFixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.commands.registerCommand(
      internalCommandIds.afterFix,
      guarded(log, 'after a fix', (id: unknown) => quickFixes.afterFix(id)),
    ),
  );
}
