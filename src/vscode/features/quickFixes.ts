import * as vscode from 'vscode';
import { type Finding, fixIdFor, isRefusal } from '../../engine/index';
import { internalCommandIds } from '../contributions';
import { toRange } from '../convert';
import { UserError } from '../errors';
import type { DocumentScanner } from '../services/documentScanner';
import type { FindingsStore } from '../services/findingsStore';
import type { FixRunner, PreparedFix } from '../services/fixRunner';

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
 * The lightbulb. Titles are made when asked for, the edit only when an action is chosen: so that it fits the text as
 * it is then. The command behind the edit saves and proves what was stored.
 *
 * The command takes no arguments: VS Code forgets those of an action as soon as any diagnostic of the file changes,
 * also while the menu is open, and the choice would end in an error. Without them it can always be carried out.
 */
export class QuickFixes implements vscode.CodeActionProvider<FindingAction> {
  #resolved: PreparedFix | undefined;

  constructor(
    private readonly scanner: DocumentScanner,
    private readonly findings: FindingsStore,
    private readonly runner: FixRunner,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<FindingAction[]> {
    const actions = await Promise.all(
      this.#findingsAt(document, range).map((finding) => this.#actionFor(document, finding)),
    );
    return actions.filter((action) => action !== undefined);
  }

  #findingsAt(document: vscode.TextDocument, range: vscode.Range): readonly Finding[] {
    const now = this.scanner.ahead(document) ?? this.findings.get(document.uri);
    return now.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
  }

  async #actionFor(document: vscode.TextDocument, finding: Finding): Promise<FindingAction | undefined> {
    const fix = await this.runner.offer(document, finding);
    if (fix === undefined) return undefined;
    // A refusal is not `disabled`: VS Code hides disabled quick fixes, and the reason with them.
    const title = isRefusal(fix) ? `Cannot move to .env: ${fix.refused}` : fix.title;
    const action = new FindingAction(title, document, finding);
    action.diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter(
        (diagnostic) =>
          diagnostic.range.isEqual(toRange(finding.range)) && diagnostic.message === finding.message,
      );
    action.isPreferred = !isRefusal(fix);
    action.command = { command: internalCommandIds.afterFix, title: '' };
    return action;
  }

  async resolveCodeAction(action: FindingAction): Promise<FindingAction> {
    const prepared = await this.runner.exclusive(() => this.runner.prepare(action.document, action.finding));
    this.#resolved = isRefusal(prepared) ? undefined : prepared;
    if (!isRefusal(prepared)) action.edit = prepared.edit;
    return action;
  }

  /** The command behind an action: finishes the edit before it. Where there was none, the fix is made here, or the reason told. */
  async afterFix(): Promise<void> {
    const resolved = this.#resolved;
    this.#resolved = undefined;
    await this.runner.exclusive(() =>
      resolved !== undefined && this.runner.isApplied(resolved)
        ? this.runner.finish(resolved)
        : this.#fixAtCursor(),
    );
  }

  async #fixAtCursor(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    const finding = this.#findingsAt(document, selection).find((one) => fixIdFor(one) !== undefined);
    if (finding === undefined) return;
    const prepared = await this.runner.prepare(document, finding);
    if (isRefusal(prepared)) throw new UserError(prepared.refused);
    await this.runner.apply(prepared);
  }
}

export const registerQuickFixes = (quickFixes: QuickFixes): vscode.Disposable =>
  vscode.languages.registerCodeActionsProvider({ pattern: '**' }, quickFixes, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
