import * as vscode from 'vscode';
import { DisposableStore } from '../disposables';
import { guarded, UserError } from '../errors';
import type { FixRunner } from '../services/fixRunner';
import type { Log } from '../services/log';
import { isApplied, type PreparedFix } from '../services/preparedFix';

/** A drop that was planned, and that VS Code may apply. */
interface OfferedDrop {
  readonly prepared: PreparedFix;
  /** Whether the document has changed since: by the drop itself, as it is or as planned. */
  isThere: boolean;
  /** Whether the last change took one of them back: another is about to be chosen. */
  isUndone: boolean;
}

/**
 * Saves what a drop stores, each time that VS Code has applied it: it keeps the edit, and applies it once more whenever
 * somebody goes back to it in the menu beside the drop. What is typed there ends that.
 */
export class OfferedDrops implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #drops = new Map<vscode.TextDocument, OfferedDrop>();

  constructor(
    private readonly runner: FixRunner,
    private readonly log: Log,
  ) {
    this.#store.add(vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)));
    this.#store.add(vscode.workspace.onDidCloseTextDocument((document) => this.#drops.delete(document)));
  }

  /** One for each document: where another text is dropped, the menu of the one before is gone. */
  add(document: vscode.TextDocument, prepared: PreparedFix): void {
    this.#drops.set(document, { prepared, isThere: false, isUndone: false });
  }

  #changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const drop = this.#drops.get(document);
    if (drop === undefined || contentChanges.length === 0) return;
    if (reason === vscode.TextDocumentChangeReason.Undo) {
      drop.isUndone = true;
      return;
    }
    // Typed, or another fix: what is chosen in the menu comes after an undo.
    if (drop.isThere && !drop.isUndone) this.#drops.delete(document);
    else if (isApplied(drop.prepared)) void this.#finish(drop.prepared);
    drop.isThere = true;
    drop.isUndone = false;
  }

  readonly #finish = (prepared: PreparedFix): Promise<void> =>
    guarded(this.log, 'finish a drop', () =>
      this.runner.exclusive(async () => {
        if (!(await this.runner.finishOnceStored(prepared)) && isApplied(prepared))
          throw new UserError(
            vscode.l10n.t('A file changed meanwhile. Undo the change to get the key back.'),
          );
      }),
    )();

  dispose(): void {
    this.#drops.clear();
    this.#store.dispose();
  }
}
