import * as vscode from 'vscode';
import type { Finding } from '../../engine/index';

/** What is found, by the files' addresses. */
type Results = ReadonlyMap<string, readonly Finding[]>;

/** What is asked of a folder as a whole: how git treats its env files, and what loads them. */
type FolderCheck = 'git' | 'loading';

interface Wide {
  readonly folder: string;
  readonly results: Results;
}

/**
 * What is known of every file, from three sources: the scan of an open document, the last audit, and what concerns
 * a folder as a whole. Everything shown reads it here.
 */
export class FindingsStore implements vscode.Disposable {
  readonly #live = new Map<string, readonly Finding[]>();
  readonly #audit = new Map<string, readonly Finding[]>();
  readonly #folders = new Map<string, Wide>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  /** The scan of an open document. It stands before the audit's result for the same file. */
  setLive(uri: vscode.Uri, findings: readonly Finding[]): void {
    this.#live.set(uri.toString(), findings);
    this.#changed.fire(uri);
    this.#fireNotebookOf(uri);
  }

  /** A closed document keeps what the last audit said of its file, if there was one. */
  deleteLive(uri: vscode.Uri): void {
    if (!this.#live.delete(uri.toString())) return;
    this.#changed.fire(uri);
    this.#fireNotebookOf(uri);
  }

  /** What is shown for a notebook's file depends on its cells. */
  #fireNotebookOf({ scheme, path }: vscode.Uri): void {
    if (scheme !== 'vscode-notebook-cell') return;
    for (const key of this.#audit.keys()) {
      const uri = vscode.Uri.parse(key, true);
      if (uri.path === path) this.#changed.fire(uri);
    }
  }

  /** Replaces the results of the last audit as a whole. */
  setAudit(results: Results): void {
    const touched = new Set([...this.#audit.keys(), ...results.keys()]);
    this.#audit.clear();
    for (const [key, findings] of results) this.#audit.set(key, findings);
    for (const key of touched) this.#changed.fire(vscode.Uri.parse(key, true));
  }

  /** What an audit that is running says of one file, instead of what the last one said. */
  putAudit(uri: vscode.Uri, findings: readonly Finding[]): void {
    const key = uri.toString();
    if (findings.length === 0) {
      if (!this.#audit.delete(key)) return;
    } else this.#audit.set(key, findings);
    this.#changed.fire(uri);
  }

  /** What the same audit says of the file besides. */
  addAudit(uri: vscode.Uri, findings: readonly Finding[]): void {
    if (findings.length > 0) this.putAudit(uri, [...(this.#audit.get(uri.toString()) ?? []), ...findings]);
  }

  /** Drops what earlier audits said of all other files. */
  keepAudit(isKept: (uri: vscode.Uri) => boolean): void {
    for (const key of [...this.#audit.keys()]) {
      const uri = vscode.Uri.parse(key, true);
      if (!isKept(uri)) this.putAudit(uri, []);
    }
  }

  /** Whether the last audit found something in this file. */
  isAudited(uri: vscode.Uri): boolean {
    return this.#audit.has(uri.toString());
  }

  /** The files at or below a place in which the last audit found something. */
  auditedBelow(uri: vscode.Uri): readonly vscode.Uri[] {
    const key = uri.toString();
    return [...this.#audit.keys()]
      .filter((known) => isBelow(known, key))
      .map((known) => vscode.Uri.parse(known, true));
  }

  /** A file that the audit found something in was scanned again; an empty list forgets it. */
  updateAudit(uri: vscode.Uri, findings: readonly Finding[]): void {
    const key = uri.toString();
    if (!this.#audit.has(key)) return;
    if (findings.length === 0) this.#audit.delete(key);
    else this.#audit.set(key, findings);
    this.#changed.fire(uri);
  }

  /** Forgets folders that are no longer open. */
  keepFolders(open: readonly vscode.Uri[]): void {
    const keep = new Set(open.map((uri) => uri.toString()));
    for (const [key, { folder, results }] of [...this.#folders]) {
      if (keep.has(folder)) continue;
      this.#folders.delete(key);
      for (const uri of results.keys()) this.#changed.fire(vscode.Uri.parse(uri, true));
    }
    const isOpen = (file: string): boolean => open.some((uri) => isBelow(file, uri.toString()));
    this.keepAudit((uri) => isOpen(uri.toString()));
  }

  /** Replaces what one kind of check says of a folder as a whole. */
  setFolder(check: FolderCheck, uri: vscode.Uri, results: Results): void {
    const folder = uri.toString();
    const key = `${check} ${folder}`;
    const touched = new Set([...(this.#folders.get(key)?.results.keys() ?? []), ...results.keys()]);
    this.#folders.set(key, { folder, results });
    for (const uri of touched) this.#changed.fire(vscode.Uri.parse(uri, true));
  }

  /** Forgets a file or folder that is gone, with everything below it. What is `edited` in an unsaved document stays. */
  forget(uri: vscode.Uri, edited: ReadonlySet<string>): void {
    const key = uri.toString();
    for (const source of [this.#live, this.#audit]) {
      for (const known of [...source.keys()]) {
        if (!isBelow(known, key)) continue;
        if (source === this.#live && edited.has(known)) continue;
        source.delete(known);
        this.#changed.fire(vscode.Uri.parse(known, true));
      }
    }
  }

  /** What is shown for a file: one finding per rule and place. */
  get(uri: vscode.Uri): readonly Finding[] {
    const key = uri.toString();
    const own = this.#live.get(key) ?? this.#audited(key);
    const wide = [...this.#folders.values()].flatMap(({ results }) => results.get(key) ?? []);
    const isNew = (finding: Finding): boolean =>
      !own.some(
        ({ rule, span }) =>
          rule === finding.rule && (span.start === finding.span.start || rule.startsWith('env-')),
      );
    return [...own, ...wide.filter(isNew)];
  }

  /** The cells of an open notebook are scanned as they are: its file tells of what is in none of them, such as outputs. */
  #audited(key: string): readonly Finding[] {
    const all = this.#audit.get(key) ?? [];
    if (all.length === 0) return all;
    const notebook = vscode.workspace.notebookDocuments.find(({ uri }) => uri.toString() === key);
    if (notebook === undefined) return all;
    const cells = notebook
      .getCells()
      .flatMap(({ document }) => this.#live.get(document.uri.toString()) ?? []);
    const inCells = new Set(cells.map(({ fingerprint }) => fingerprint));
    return all.filter(({ place, fingerprint }) => place !== 'code' && !inCells.has(fingerprint));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export const isBelow = (uri: string, folder: string): boolean =>
  uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
