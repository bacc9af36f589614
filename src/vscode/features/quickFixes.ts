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
import type { Cursor, FindingInDocument } from '../services/cursor';
import type { FixRunner } from '../services/fixRunner';
import { isApplied, type PreparedFix } from '../services/preparedFix';
import { exceptionActions } from './exceptions';

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
 * The lightbulb. Titles are made when asked for; the command behind an action plans the fix on the text as it is then,
 * applies it, saves what must be saved and proves what was stored, one fix after the other. The actions carry no edit:
 * VS Code would apply one also where the text has changed since, as when a key is struck twice.
 *
 * The command takes no arguments: VS Code forgets those of an action as soon as any diagnostic of the file changes,
 * also while the menu is open, and the choice would end in an error. What was chosen is known from its resolving.
 */
export class QuickFixes implements vscode.CodeActionProvider<vscode.CodeAction> {
  #chosen: FindingAction | undefined;
  /** The last fix that was carried out. */
  #done: { readonly document: vscode.TextDocument; readonly fingerprint: string } | undefined;
  /** The edit that VS Code was given to apply when a file is saved. */
  #onSave: PreparedFix | undefined;

  constructor(
    private readonly cursor: Cursor,
    private readonly runner: FixRunner,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (only !== undefined && fixAllKind.intersects(only) && !only.contains(vscode.CodeActionKind.QuickFix))
      return this.#fixAll(document);
    const findings = this.cursor.findingsAt(document, range);
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
    const action = new vscode.CodeAction(vscode.l10n.t('Move all keys to .env'), fixAllKind);
    action.edit = all.fix.edit;
    action.command = { command: internalCommandIds.afterFix, title: '' };
    this.#onSave = all.fix;
    return [action];
  }

  async #actionsFor(document: vscode.TextDocument, finding: Finding): Promise<vscode.CodeAction[]> {
    const actions = [...(await this.#fixesFor(document, finding)), ...exceptionActions(finding)];
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

  async #fixesFor(document: vscode.TextDocument, finding: Finding): Promise<readonly vscode.CodeAction[]> {
    const { main, more } = await this.runner.offers(document, finding);
    if (main === undefined) return [];
    // A refusal is not `disabled`: VS Code hides disabled quick fixes, and the reason with them.
    const first = isRefusal(main)
      ? new FindingAction(vscode.l10n.t('Cannot move to .env: {0}', main.refused), document, finding, {})
      : this.#actionFor(main, document, finding);
    first.isPreferred = !isRefusal(main);
    return [first, ...more.map((offer) => this.#actionFor(offer, document, finding))];
  }

  #actionFor({ id, title }: FixOffer, document: vscode.TextDocument, finding: Finding): FindingAction {
    const command = asking[id];
    if (command === undefined) return new FindingAction(title, document, finding, optionsOf[id] ?? {});
    const action = new FindingAction(title, document, finding);
    action.command = { command, title: '' };
    return action;
  }

  /** VS Code asks for what an action lacks when it is chosen, just before its command runs. */
  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    if (action instanceof FindingAction && action.options !== undefined) this.#chosen = action;
    return action;
  }

  /** `Move to .env as…`: the one fix that asks, for the name. */
  async moveAs(): Promise<void> {
    const at = this.cursor.finding((one) => fixIdFor(one) !== undefined);
    if (at === undefined) return;
    const offer = await this.#offered('move-to-env-as', at);
    if (offer === undefined) return;
    const name = await vscode.window.showInputBox({
      title: offer.title,
      prompt: vscode.l10n.t('Name of the environment variable'),
      value: offer.name ?? 'API_KEY',
      validateInput: (value) => nameRefusal(value.trim()),
    });
    if (name === undefined) return;
    await this.runner.exclusive(() => this.#carryOut(at.document, at.finding, { name: name.trim() }));
  }

  async openKeyPage(): Promise<void> {
    const at = this.cursor.finding((one) => fixIdFor(one) !== undefined);
    const url = at && (await this.#offered('open-key-page', at))?.url;
    if (url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(url));
  }

  /** The offer at a finding, as it is now. */
  async #offered(id: FixId, { document, finding }: FindingInDocument): Promise<FixOffer | undefined> {
    const { main, more } = await this.runner.offers(document, finding);
    const all = main === undefined || isRefusal(main) ? more : [main, ...more];
    return all.find((offer) => offer.id === id);
  }

  /** The command behind an action: carries out what was chosen, or finishes what VS Code has applied. */
  async afterFix(): Promise<void> {
    const [chosen, onSave] = [this.#chosen, this.#onSave];
    this.#chosen = undefined;
    this.#onSave = undefined;
    await this.runner.exclusive(async () => {
      if (chosen !== undefined) await this.#carryOut(chosen.document, chosen.finding, chosen.options ?? {});
      else if (onSave !== undefined && isApplied(onSave)) await this.runner.finish(onSave);
    });
  }

  async #carryOut(document: vscode.TextDocument, finding: Finding, options: MoveOptions): Promise<void> {
    const prepared = await this.runner.prepare(document, finding, options);
    if (isRefusal(prepared)) {
      // A second stroke of the same key, for what the first has done.
      const isDone = this.#done?.document === document && this.#done.fingerprint === finding.fingerprint;
      if (isDone && !this.cursor.isThere(document, finding)) return;
      throw new UserError(prepared.refused);
    }
    await this.runner.apply(prepared);
    this.#done = { document, fingerprint: finding.fingerprint };
  }
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
