import * as vscode from 'vscode';
import {
  edited,
  type LineRange,
  type Lines,
  type Plain,
  plainOf,
  reachOf,
  type Settings,
  type SourceDocument,
  together,
} from '../../engine/index';

/** Longer documents are scanned as a whole each time: what makes one plain is not asked in steps. */
const longest = 500_000;

/** Open documents in which nothing is found, whatever changes elsewhere: after an edit only the lines around it are read. */
export class PlainDocuments {
  readonly #known = new Map<string, Known>();

  /** All of a document was scanned, and nothing was found. */
  scanned({ uri }: vscode.TextDocument, document: SourceDocument, settings: Settings): void {
    const plain = document.text.length > longest ? undefined : plainOf(document, settings);
    if (plain === undefined) this.forget(uri);
    else this.#known.set(uri.toString(), { plain });
  }

  /** What is known of a document holds for its other lines. */
  changed({ uri }: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const known = this.#known.get(uri.toString());
    if (known === undefined) return;
    // Each is told as if it were the only one: from the last to the first they do not move each other.
    for (const { range, text } of changes.toSorted((a, b) => b.rangeOffset - a.rangeOffset))
      known.dirty = edited(known.dirty, {
        from: range.start.line,
        to: range.end.line + 1,
        count: text.split('\n').length,
      });
  }

  /** Whether a changed document is known to have no finding still, by the lines around its changes. */
  staysPlain(
    located: Pick<SourceDocument, 'path' | 'languageId'>,
    document: vscode.TextDocument,
    settings: Settings,
  ): boolean {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    this.#known.delete(key);
    if (known?.dirty === undefined) return false;
    const lines = linesOf(document);
    const range = reachOf(lines, known.dirty);
    const near = range && plainOf({ ...located, text: lines.textOf(range.from, range.to) }, settings);
    const plain = near && together(known.plain, near);
    if (plain !== undefined) this.#known.set(key, { plain });
    return plain !== undefined;
  }

  forget(uri: vscode.Uri): void {
    this.#known.delete(uri.toString());
  }
}

interface Known {
  readonly plain: Plain;
  /** The lines that have changed since. */
  dirty?: LineRange;
}

const linesOf = (document: vscode.TextDocument): Lines => ({
  count: document.lineCount,
  textOf: (from, to) =>
    to === from + 1
      ? document.lineAt(from).text
      : document.getText(new vscode.Range(new vscode.Position(from, 0), document.lineAt(to - 1).range.end)),
});
