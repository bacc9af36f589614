import * as vscode from 'vscode';
import {
  isRefusal,
  mayPasteKey,
  type Paste,
  pastedKeys,
  plainPaste,
  type Refusal,
  ruleTitle,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import { guarded } from '../errors';
import type { DocumentScanner } from '../services/documentScanner';
import type { FixRunner } from '../services/fixRunner';
import type { Log } from '../services/log';
import type { PreparedFix } from '../services/preparedFix';
import type { SettingsService } from '../services/settings';
import type { Workspaces } from '../services/workspaces';
import { OfferedDrops } from './offeredDrops';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('text', 'keystow', 'envVar');
const mime = 'text/plain';

class PasteEdit extends vscode.DocumentPasteEdit {
  constructor(
    title: string,
    readonly document: vscode.TextDocument,
    readonly paste: Paste,
  ) {
    super('', title, kind); // all of it is in the additional edit
  }
}

const told = (
  names: readonly string[],
  one: (name: string) => string,
  many: (count: number) => string,
): string => (names[0] !== undefined && names.length === 1 ? one(names[0]) : many(names.length));

/** A text with keys, and where it goes. */
interface Offer {
  readonly paste: Paste;
  /** The variable of each key. */
  readonly names: readonly string[];
  /** Whether the text as it is comes first. */
  readonly yields: boolean;
}

/**
 * A key that is pasted or dropped into code may land in `.env` instead, with a lookup at the cursor. Whether there is one
 * is told from the text alone: every paste waits for the answer. Files are read once a paste is chosen; what is dropped with
 * a key in it has to be planned at once, for VS Code does not ask again (1.139).
 */
export class PasteKeys
  implements vscode.DocumentPasteEditProvider<PasteEdit>, vscode.DocumentDropEditProvider, vscode.Disposable
{
  readonly #store = new DisposableStore();
  readonly #drops: OfferedDrops;
  /** For the paste that was chosen and is not there yet. */
  #waiting: vscode.Disposable | undefined;

  constructor(
    private readonly scanner: DocumentScanner,
    private readonly settings: SettingsService,
    private readonly runner: FixRunner,
    private readonly workspaces: Workspaces,
    private readonly log: Log,
  ) {
    this.#drops = this.#store.add(new OfferedDrops(runner, log));
  }

  register(): void {
    const everywhere = { pattern: '**' };
    this.#store.add(
      vscode.languages.registerDocumentPasteEditProvider(everywhere, this, {
        providedPasteEditKinds: [kind],
        pasteMimeTypes: [mime],
      }),
    );
    this.#store.add(
      vscode.languages.registerDocumentDropEditProvider(everywhere, this, {
        providedDropEditKinds: [kind],
        dropMimeTypes: [mime],
      }),
    );
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<PasteEdit[]> {
    const offer = await this.#offer(document, ranges, data);
    if (offer === undefined) return [];
    const title = told(
      offer.names,
      (name) => vscode.l10n.t('Paste as {0} from .env', name),
      (count) => vscode.l10n.t('Paste with {0} keys in .env', count),
    );
    const edit = new PasteEdit(title, document, offer.paste);
    if (offer.yields) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit[]> {
    const offer = await this.#offer(document, [new vscode.Range(position, position)], data);
    if (offer === undefined) return [];
    const prepared = await this.#planned(document, offer.paste);
    // The text lands as it is, and the lightbulb says why it stays.
    if (prepared === undefined || isRefusal(prepared) || token.isCancellationRequested) return [];
    const title = told(
      offer.names,
      (name) => vscode.l10n.t('Insert as {0} from .env', name),
      (count) => vscode.l10n.t('Insert with {0} keys in .env', count),
    );
    const edit = new vscode.DocumentDropEdit('', title, kind);
    edit.additionalEdit = prepared.edit;
    if (offer.yields) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    this.#drops.add(document, prepared);
    return [edit];
  }

  /** VS Code applies what comes back as one step; what it stores is saved once that is there. */
  async resolveDocumentPasteEdit(edit: PasteEdit): Promise<PasteEdit> {
    const prepared = await this.#planned(edit.document, edit.paste);
    if (prepared === undefined || isRefusal(prepared)) {
      if (prepared !== undefined)
        void vscode.window.showErrorMessage(
          vscode.l10n.t('The text was pasted as it is. {0}', prepared.refused),
        );
      edit.additionalEdit = this.#plain(edit);
      return edit;
    }
    edit.additionalEdit = prepared.edit;
    this.#finishOnce(edit.document, prepared);
    return edit;
  }

  async #offer(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<Offer | undefined> {
    const settings = this.settings.for(document.uri);
    if (settings.paste === 'off' || !this.scanner.isScanned(document)) return undefined;
    if (this.workspaces.placeFor(document) === undefined) return undefined;
    const text = await data.get(mime)?.asString();
    if (text === undefined) return undefined;
    const snapshot = this.scanner.snapshot(document);
    if (!mayPasteKey(snapshot, text, settings)) return undefined;
    const spans = ranges
      .map((range) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }))
      .toSorted((a, b) => a.start - b.start);
    const paste = { text, spans };
    const keys = pastedKeys(snapshot, paste, this.scanner.factsOf(document), settings);
    if (keys.length === 0) return undefined;
    const names = new Map(keys.map((key) => [key.fingerprint, key.envName ?? ruleTitle(key.rule)]));
    return { paste, names: [...names.values()], yields: settings.paste === 'offer' };
  }

  /** Undefined after a bug, of which VS Code would log the message: it may quote what was read. */
  readonly #planned = (
    document: vscode.TextDocument,
    paste: Paste,
  ): Promise<PreparedFix | Refusal | undefined> =>
    guarded(this.log, 'plan a paste', () =>
      this.runner.exclusive(() => this.runner.preparePaste(document, paste)),
    )();

  #plain({ document, paste }: PasteEdit): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    for (const { span, newText } of plainPaste(this.scanner.snapshot(document), paste)) {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, newText);
    }
    return edit;
  }

  /** The document changes once VS Code pastes. */
  #finishOnce(document: vscode.TextDocument, prepared: PreparedFix): void {
    const finish = guarded(this.log, 'finish a paste', () =>
      this.runner.exclusive(() => this.runner.finishOnceStored(prepared)),
    );
    this.#waiting?.dispose(); // a paste that was left for another
    this.#waiting = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      this.#waiting?.dispose();
      this.#waiting = undefined;
      void finish();
    });
  }

  dispose(): void {
    this.#waiting?.dispose();
    this.#store.dispose();
  }
}
