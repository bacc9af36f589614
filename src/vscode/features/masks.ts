import * as vscode from 'vscode';
import { isMaskedWhole, maskedSpans } from '../../engine/index';
import { type Cover, grown, isSame } from '../covers';
import { DisposableStore } from '../disposables';
import { type DocumentScanner, debounceMs } from '../services/documentScanner';
import type { Presentation } from '../services/presentation';
import type { SettingsService } from '../services/settings';

/** UTF-16 code units; keys in longer code are looked for when typing pauses. */
const longText = 200_000;

/** Takes the text out of sight and of the layout: neither a character nor how many there are can be told. */
const hidden: vscode.DecorationRenderOptions = {
  color: 'transparent',
  opacity: '0',
  letterSpacing: '0',
  textDecoration: 'none; font-size: 0 !important',
};

/** Beyond every line's end: what is typed there before the cover arrives is under it. */
const lineEnd = 1_000_000;

/**
 * Covers values in env files and keys in every other text that an editor shows, diffs and notebook cells too. The
 * window grows a cover with what is typed at its edges; it is set anew only where it has to be another, because the
 * text may have changed again by the time it arrives.
 */
export class Masks implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What each document's editors cover. */
  readonly #covers = new Map<vscode.TextDocument, readonly Cover[]>();
  readonly #covered = this.#store.add(
    new vscode.EventEmitter<{ readonly uri: vscode.Uri; readonly covers: readonly Cover[] }>(),
  );
  /** Fires whenever the covers of a document are set. */
  readonly onDidCover = this.#covered.event;
  readonly #cover = this.#store.add(
    vscode.window.createTextEditorDecorationType({
      ...hidden,
      rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
    }),
  );
  /** What stands in for a value that is covered: always the same. */
  readonly #dots = this.#store.add(
    vscode.window.createTextEditorDecorationType({
      before: { contentText: '••••••', color: new vscode.ThemeColor('descriptionForeground') },
      rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
    }),
  );

  constructor(
    private readonly presentation: Presentation,
    private readonly scanner: DocumentScanner,
    private readonly settings: SettingsService,
  ) {
    const { window, workspace } = vscode;
    this.#store.add(presentation.onDidChange(() => this.#showAll()));
    this.#store.add(window.onDidChangeVisibleTextEditors((editors) => this.#show(editors)));
    this.#store.add(workspace.onDidOpenTextDocument((document) => this.#show(editorsOf(document))));
    this.#store.add(workspace.onDidChangeTextDocument((event) => this.#changed(event)));
    this.#store.add(
      workspace.onDidCloseTextDocument((document) => {
        this.#covers.delete(document);
      }),
    );
    this.#store.add(settings.onDidChange(() => this.#showAll()));
  }

  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const editors = editorsOf(document);
    if (!this.presentation.isOn || contentChanges.length === 0 || editors.length === 0) return;
    const known = this.#covers.get(document);
    const tracked = known && grown(known, contentChanges);
    const isLong = !this.#isWhole(document) && document.getText().length > longText;
    if (isLong && tracked !== undefined) this.#covers.set(document, tracked);
    else {
      const covers = this.#coversOf(document);
      if (tracked === undefined || !isSame(tracked, covers)) this.#show(editors, covers);
      else this.#covers.set(document, covers);
    }
    // Once typing pauses nothing is under way any more: what is set then stays right.
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        this.#show(editorsOf(document));
      }, debounceMs),
    );
  }

  #isWhole(document: vscode.TextDocument): boolean {
    const { path } = this.scanner.snapshot(document);
    return isMaskedWhole({ path, languageId: document.languageId });
  }

  #coversOf(document: vscode.TextDocument): readonly Cover[] {
    const { policy } = this.settings.for(document.uri);
    return maskedSpans(this.scanner.snapshot(document), policy?.customRules);
  }

  #showAll(): void {
    if (this.presentation.isOn) {
      this.#show(vscode.window.visibleTextEditors);
      return;
    }
    this.#forget();
    for (const editor of vscode.window.visibleTextEditors)
      for (const type of [this.#cover, this.#dots]) editor.setDecorations(type, []);
  }

  #show(editors: readonly vscode.TextEditor[], known?: readonly Cover[]): void {
    if (!this.presentation.isOn) return;
    const documents = new Set(editors.map(({ document }) => document));
    for (const document of documents) {
      const covers = known ?? this.#coversOf(document);
      this.#covers.set(document, covers);
      const ranges = covers.map(({ start, end }) => rangeIn(document, start, end));
      const dotted = ranges.filter(({ isEmpty }) => !isEmpty);
      // A line that is made below the last one while this is under way.
      if (this.#isWhole(document)) ranges.push(below(document));
      for (const editor of editors.filter((one) => one.document === document)) {
        editor.setDecorations(this.#cover, ranges.map(toLineEnd(document)));
        editor.setDecorations(this.#dots, dotted);
      }
      this.#covered.fire({ uri: document.uri, covers });
    }
  }

  #forget(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#covers.clear();
  }

  dispose(): void {
    this.#forget();
    this.#store.dispose();
  }
}

const editorsOf = (document: vscode.TextDocument): readonly vscode.TextEditor[] =>
  vscode.window.visibleTextEditors.filter((editor) => editor.document === document);

const rangeIn = (document: vscode.TextDocument, start: number, end: number): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

const below = ({ lineCount }: vscode.TextDocument): vscode.Range =>
  new vscode.Range(lineCount, 0, lineCount + 1000, lineEnd);

/** A range that ends with its line goes on beyond it. */
const toLineEnd =
  (document: vscode.TextDocument) =>
  (range: vscode.Range): vscode.Range => {
    const { line, character } = range.end;
    const isAtEnd = line < document.lineCount && character === document.lineAt(line).text.length;
    return isAtEnd ? new vscode.Range(range.start, new vscode.Position(line, lineEnd)) : range;
  };
