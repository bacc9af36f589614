import * as vscode from 'vscode';
import {
  type Finding,
  type FixId,
  type FixOffer,
  fixIdFor,
  isRefusal,
  type MoveOptions,
  nameRefusal,
} from '../../engine/index';
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
    /** Absent: what is chosen has no edit of its own. */
    readonly options?: MoveOptions,
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
export class QuickFixes implements vscode.CodeActionProvider<vscode.CodeAction> {
  #resolved: PreparedFix | undefined;

  constructor(
    private readonly scanner: DocumentScanner,
    private readonly findings: FindingsStore,
    private readonly runner: FixRunner,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (only !== undefined && fixAllKind.intersects(only) && !only.contains(vscode.CodeActionKind.QuickFix))
      return this.#fixAll(document);
    const findings = this.#findingsAt(document, range);
    if (findings.length === 0) return this.#extract(document, range, only);
    const actions = await Promise.all(findings.map((finding) => this.#actionsFor(document, finding)));
    return actions.flat();
  }

  /** A selected string that no rule has found. Asked for by its kind, or in the menu that a selection opens. */
  async #extract(
    document: vscode.TextDocument,
    range: vscode.Range,
    only: vscode.CodeActionKind | undefined,
  ): Promise<vscode.CodeAction[]> {
    if (range.isEmpty || (only !== undefined && !only.contains(extractKind))) return [];
    const offer = await this.runner.offerForSelection(document, range);
    if (offer === undefined) return [];
    const action = new FindingAction(offer.title, document, offer.finding, {});
    action.kind = extractKind;
    action.command = { command: internalCommandIds.afterFix, title: '' };
    return [action];
  }

  /** Everything that can be moved, for those who let it run when they save. */
  async #fixAll(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const all = await this.runner.exclusive(() => this.runner.prepareAll(document));
    if (all === undefined || isRefusal(all.fix)) return [];
    const action = new vscode.CodeAction('Move all keys to .env', fixAllKind);
    action.edit = all.fix.edit;
    action.command = { command: internalCommandIds.afterFix, title: '' };
    this.#resolved = all.fix;
    return [action];
  }

  #findingsAt(document: vscode.TextDocument, range: vscode.Range): readonly Finding[] {
    const now = this.scanner.ahead(document) ?? this.findings.get(document.uri);
    return now.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
  }

  async #actionsFor(document: vscode.TextDocument, finding: Finding): Promise<FindingAction[]> {
    const { main, more } = await this.runner.offers(document, finding);
    if (main === undefined) return [];
    // A refusal is not `disabled`: VS Code hides disabled quick fixes, and the reason with them.
    const first = isRefusal(main)
      ? new FindingAction(`Cannot move to .env: ${main.refused}`, document, finding, {})
      : this.#actionFor(main, document, finding);
    first.isPreferred = !isRefusal(main);
    const actions = [first, ...more.map((offer) => this.#actionFor(offer, document, finding))];
    const range = toRange(finding.range);
    const diagnostics = vscode.languages
      .getDiagnostics(document.uri)
      .filter((diagnostic) => diagnostic.range.isEqual(range) && diagnostic.message === finding.message);
    for (const action of actions) {
      action.diagnostics = diagnostics;
      action.command ??= { command: internalCommandIds.afterFix, title: '' };
    }
    return actions;
  }

  #actionFor({ id, title }: FixOffer, document: vscode.TextDocument, finding: Finding): FindingAction {
    const command = asking[id];
    if (command === undefined) return new FindingAction(title, document, finding, optionsOf[id] ?? {});
    const action = new FindingAction(title, document, finding);
    action.command = { command, title: '' };
    return action;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof FindingAction) || action.options === undefined) return action;
    const { options } = action;
    const prepared = await this.runner.exclusive(() =>
      this.runner.prepare(action.document, action.finding, options),
    );
    this.#resolved = isRefusal(prepared) ? undefined : prepared;
    if (!isRefusal(prepared)) action.edit = prepared.edit;
    return action;
  }

  /** `Move to .env as…`: the one fix that asks, for the name. */
  async moveAs(): Promise<void> {
    const at = this.#atCursor();
    if (at === undefined) return;
    const offer = await this.#offered('move-to-env-as', at);
    if (offer === undefined) return;
    const name = await vscode.window.showInputBox({
      title: offer.title,
      prompt: 'Name of the environment variable',
      value: offer.name ?? 'API_KEY',
      validateInput: (value) => nameRefusal(value.trim()),
    });
    if (name === undefined) return;
    await this.runner.exclusive(() => this.#carryOut(at.document, at.finding, { name: name.trim() }));
  }

  async openKeyPage(): Promise<void> {
    const at = this.#atCursor();
    const url = at && (await this.#offered('open-key-page', at))?.url;
    if (url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(url));
  }

  /** The offer at a finding, as it is now. */
  async #offered(id: FixId, { document, finding }: Place): Promise<FixOffer | undefined> {
    const { main, more } = await this.runner.offers(document, finding);
    const all = main === undefined || isRefusal(main) ? more : [main, ...more];
    return all.find((offer) => offer.id === id);
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
    const at = this.#atCursor();
    if (at !== undefined) await this.#carryOut(at.document, at.finding, {});
  }

  /** The finding that the cursor is on. */
  #atCursor(): Place | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { document, selection } = editor;
    const finding = this.#findingsAt(document, selection).find((one) => fixIdFor(one) !== undefined);
    return finding === undefined ? undefined : { document, finding };
  }

  async #carryOut(document: vscode.TextDocument, finding: Finding, options: MoveOptions): Promise<void> {
    const prepared = await this.runner.prepare(document, finding, options);
    if (isRefusal(prepared)) throw new UserError(prepared.refused);
    await this.runner.apply(prepared);
  }
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
}

/** Choices that need more than an edit. */
const asking: Partial<Record<FixId, string>> = {
  'move-to-env-as': internalCommandIds.moveAs,
  'open-key-page': internalCommandIds.openKeyPage,
};

const optionsOf: Partial<Record<FixId, MoveOptions>> = {
  'remove-argument': { dropArgument: true },
  'reuse-name': { collision: 'reuse' },
};

/** What takes a string out of the code. */
const extractKind = vscode.CodeActionKind.RefactorExtract.append('envVar');

/** The kind under which `editor.codeActionsOnSave` finds what moves every key of a file. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('keystow');

export const registerQuickFixes = (quickFixes: QuickFixes): vscode.Disposable =>
  vscode.languages.registerCodeActionsProvider({ pattern: '**' }, quickFixes, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, extractKind, fixAllKind],
  });
