import * as vscode from 'vscode';
import { DisposableStore } from '../disposables';
import type { PreparedFix } from './preparedFix';

/** Milliseconds in which an undo over several files reaches all of them. */
const settleMs = 50;

/** How often a save is asked for that another one is in the way of: ten seconds, should the disk be slow. */
const mostTries = 200;

/** Fixes that are remembered; an undo of one before them leaves its files unsaved, as VS Code does by itself. */
const remembered = 50;

/**
 * Keeps the files beside a source true to an undo and a redo: VS Code changes their buffers and leaves the disk as it
 * was, where `.env`, the ignore file and the manifest are read. At an undo the sources are saved first, where the fix had
 * found them saved, so that a key is always in one of the files; a redo leaves the sources to the user.
 */
export class Companions implements vscode.Disposable {
  readonly #store = new DisposableStore();
  #fixes: PreparedFix[] = [];
  readonly #touched = new Map<PreparedFix, vscode.TextDocumentChangeReason>();
  /** What the undo or redo has made of each document: what is typed after it is the user's to save. */
  readonly #texts = new Map<vscode.TextDocument, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
        if (reason !== undefined) this.#changed(document, reason);
      }),
    );
  }

  remember(fix: PreparedFix): void {
    this.#fixes = [...this.#fixes.slice(1 - remembered), fix];
  }

  #changed(document: vscode.TextDocument, reason: vscode.TextDocumentChangeReason): void {
    const uri = document.uri.toString();
    const text = document.getText();
    const isBack = (source: PreparedFix['sources'][number]): boolean =>
      source.document === document && text === (isUndo(reason) ? source.before : source.after);
    // What else is undone in one of the files concerns no fix.
    const isBeside = ({ uri: of, before = '', after }: PreparedFix['others'][number]): boolean =>
      of.toString() === uri && text === (isUndo(reason) ? before : after);
    const fix = this.#fixes.findLast(({ others, sources }) => others.some(isBeside) || sources.some(isBack));
    if (fix === undefined) return;
    this.#touched.set(fix, reason);
    this.#texts.set(document, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveAll(), settleMs);
  }

  async #saveAll(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    const texts = [...this.#texts];
    this.#texts.clear();
    for (const [fix, reason] of touched) {
      if (isUndo(reason) && !(await allSaved(fix))) continue;
      const uris = new Set(fix.others.map(({ uri }) => uri.toString()));
      for (const [document, text] of texts)
        if (uris.has(document.uri.toString())) await saved(document, text);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}

const isUndo = (reason: vscode.TextDocumentChangeReason): boolean =>
  reason === vscode.TextDocumentChangeReason.Undo;

/**
 * Saves the sources that the fix had found saved, and reads them back: a document that is undone while it is being saved
 * counts as saved, with the other text on disk.
 */
async function allSaved({ sources, workspace }: PreparedFix): Promise<boolean> {
  for (const { document, path, wasDirty } of sources) {
    if (wasDirty) continue;
    if (!(await saved(document))) return false;
    const read = await workspace.disk.read(path);
    if (read.kind !== 'text' || read.text !== document.getText()) return false;
  }
  return true;
}

/**
 * Saves a document, also where the editor has not told yet that it has changed; asked again where the user saves it at
 * the same moment, and VS Code drops one of the two. Not where it has another text than this by now.
 */
async function saved(document: vscode.TextDocument, text = document.getText()): Promise<boolean> {
  const isAsBefore = (): boolean => !document.isClosed && document.getText() === text;
  for (let tries = 0; tries < mostTries && isAsBefore(); tries++) {
    if ((await document.save()) && !document.isDirty) return true;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (!document.isDirty) return true;
  }
  return !document.isDirty;
}
