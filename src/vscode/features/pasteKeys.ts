import * as vscode from 'vscode';
import { isRefusal, mayPasteKey, type Paste, pastedKeys, plainPaste, ruleTitle } from '../../engine/index';
import { DisposableStore } from '../disposables';
import { guarded } from '../errors';
import type { DocumentScanner } from '../services/documentScanner';
import type { FixRunner, PreparedFix } from '../services/fixRunner';
import type { Log } from '../services/log';
import type { SettingsService } from '../services/settings';
import type { Workspaces } from '../services/workspaces';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('text', 'keystow', 'envVar');
const mime = 'text/plain';

/** Milliseconds between looks at whether a paste is there; then something else was done. */
const waits = [0, 50, 100, 200, 400, 800, 1600];

class PasteEdit extends vscode.DocumentPasteEdit {
  constructor(
    title: string,
    readonly document: vscode.TextDocument,
    readonly paste: Paste,
  ) {
    super('', title, kind); // all of it is in the additional edit
  }
}

class DropEdit extends vscode.DocumentDropEdit {
  constructor(
    title: string,
    readonly document: vscode.TextDocument,
    readonly paste: Paste,
  ) {
    super('', title, kind); // all of it is in the additional edit
  }
}

/**
 * A key that is pasted or dropped into code may land in `.env` instead, with a lookup at the cursor. Whether there is one
 * is told from the text alone: every paste waits for the answer. Files are read once it is chosen.
 */
export class PasteKeys
  implements
    vscode.DocumentPasteEditProvider<PasteEdit>,
    vscode.DocumentDropEditProvider<DropEdit>,
    vscode.Disposable
{
  readonly #store = new DisposableStore();
  /** For the paste that was chosen and is not there yet. */
  #waiting: vscode.Disposable | undefined;

  constructor(
    private readonly scanner: DocumentScanner,
    private readonly settings: SettingsService,
    private readonly runner: FixRunner,
    private readonly workspaces: Workspaces,
    private readonly log: Log,
  ) {}

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
    const edit = new PasteEdit(offer.title, document, offer.paste);
    if (offer.yields) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
  ): Promise<DropEdit[]> {
    const offer = await this.#offer(document, [new vscode.Range(position, position)], data);
    if (offer === undefined) return [];
    const edit = new DropEdit(offer.title, document, offer.paste);
    if (offer.yields) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  async resolveDocumentPasteEdit(edit: PasteEdit): Promise<PasteEdit> {
    return this.#resolve(edit);
  }

  async resolveDocumentDropEdit(edit: DropEdit): Promise<DropEdit> {
    return this.#resolve(edit);
  }

  async #offer(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<{ readonly title: string; readonly paste: Paste; readonly yields: boolean } | undefined> {
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
    const [first] = keys;
    if (first === undefined) return undefined;
    const values = new Set(keys.map(({ fingerprint }) => fingerprint));
    const title =
      values.size === 1
        ? vscode.l10n.t('Paste as {0} from .env', first.envName ?? ruleTitle(first.rule))
        : vscode.l10n.t('Paste with {0} keys in .env', values.size);
    return { title, paste, yields: settings.paste === 'offer' };
  }

  /** VS Code applies what comes back as one step; what it stores is saved once that is there. */
  async #resolve<T extends PasteEdit | DropEdit>(edit: T): Promise<T> {
    const prepared = await this.runner.exclusive(() => this.runner.preparePaste(edit.document, edit.paste));
    if (isRefusal(prepared)) {
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

  #plain({ document, paste }: PasteEdit | DropEdit): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    for (const { span, newText } of plainPaste(this.scanner.snapshot(document), paste)) {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, newText);
    }
    return edit;
  }

  /** The document changes once VS Code pastes; the other files of the same step may follow a moment later. */
  #finishOnce(document: vscode.TextDocument, prepared: PreparedFix): void {
    const finish = guarded(this.log, 'finish a paste', () =>
      this.runner.exclusive(async () => {
        for (const wait of waits) {
          await new Promise((resolve) => setTimeout(resolve, wait));
          if (await this.runner.isStored(prepared)) return this.runner.finish(prepared);
        }
      }),
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
