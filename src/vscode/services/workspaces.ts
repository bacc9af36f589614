import * as vscode from 'vscode';
import type {
  Cancellation,
  Entry,
  FileFacts,
  FileRead,
  ListableWorkspace,
  ListedFile,
  Pause,
  Skipped,
  Sought,
} from '../../engine/index';
import { DisposableStore } from '../disposables';
import type { Platform } from '../platform';

/** A workspace folder whose open documents stand in for the files on disk. */
export class EditorWorkspace implements ListableWorkspace {
  constructor(
    readonly folder: vscode.Uri,
    /** What is on disk, whatever the editor holds. */
    readonly disk: ListableWorkspace,
  ) {}

  async glanceAll(paths: readonly string[], limit: number, sought: Sought): Promise<readonly number[]> {
    const told = (await this.disk.glanceAll?.(paths, limit, sought)) ?? [];
    const open = new Set(vscode.workspace.textDocuments.flatMap(({ uri }) => pathIn(this.folder, uri) ?? []));
    return paths.map((path, index) => (open.has(path) ? -1 : (told[index] ?? -1)));
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, path);
  }

  async read(path: string, limit?: number): Promise<FileRead> {
    const disk = await this.disk.read(path, limit);
    const open = openDocument(this.uriOf(path));
    if (disk.kind !== 'text' || open === undefined) return disk;
    if (disk.encoding !== 'latin1') await caughtUp(open, disk.text); // VS Code reads other bytes by a code page
    return { ...disk, encoding: disk.encoding === 'latin1' ? 'utf8' : disk.encoding, text: open.getText() };
  }

  facts(path: string): Promise<FileFacts> {
    return this.disk.facts(path);
  }

  entries(folder: string): Promise<readonly Entry[] | undefined> {
    return this.disk.entries(folder);
  }

  list(options: {
    ignored: boolean;
    cancel: Cancellation;
    pause?: Pause;
  }): Promise<{ readonly files: readonly ListedFile[]; readonly skipped: readonly Skipped[] }> {
    return this.disk.list(options);
  }
}

/** Where in a folder something lies; undefined outside of it. */
function pathIn(folder: vscode.Uri, { path }: vscode.Uri): string | undefined {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** Milliseconds in which the editor takes over what another program wrote; then its own text stands. */
const catchUpMs = 1000;

/**
 * Waits while an open document without changes of its own lags behind its file; the editor keeps what a fix has changed
 * open, unseen, for minutes.
 */
async function caughtUp(document: vscode.TextDocument, text: string): Promise<void> {
  const onDisk = withLineFeeds(text);
  const lags = (): boolean =>
    !document.isDirty && !document.isClosed && withLineFeeds(document.getText()) !== onDisk;
  if (!lags()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(end, catchUpMs);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && !lags()) end();
    });
  });
}

/** VS Code gives all lines of a document the same end. */
const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );

/** A document's place: its workspace, and its path in it. */
export interface Located {
  readonly workspace: EditorWorkspace;
  readonly path: string;
}

/** The workspace of each folder; made anew when trust is granted, because only then git may be asked. */
export class Workspaces implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #byFolder = new Map<string, EditorWorkspace>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor(private readonly platform: Platform) {
    const reset = (): void => {
      this.#byFolder.clear();
      this.#changed.fire();
    };
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(reset));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(reset));
  }

  all(): readonly EditorWorkspace[] {
    return (vscode.workspace.workspaceFolders ?? []).map((folder) => this.#of(folder.uri));
  }

  /** Undefined for documents outside every folder, and for those that are no file yet. */
  locate(document: vscode.Uri): Located | undefined {
    const uri = fileOf(document);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined || uri.scheme === 'untitled') return undefined;
    const path = pathIn(folder.uri, uri);
    return path === undefined ? undefined : { workspace: this.#of(folder.uri), path };
  }

  /** Where a document would have its env file: also one that is no file yet, beside a single folder. */
  placeFor(document: vscode.TextDocument): Located | undefined {
    const [folder, ...others] = this.all();
    if (!document.isUntitled || folder === undefined || others.length > 0) return this.locate(document.uri);
    return { workspace: folder, path: document.uri.path.replace(/^.*\//, '') };
  }

  /** A folder's place; the path of one that is open itself is empty. Undefined outside every folder that is open. */
  locateFolder(folder: vscode.Uri): Located | undefined {
    const open = this.all().find((one) => isSameFolder(one.folder, folder));
    return open === undefined ? this.locate(folder) : { workspace: open, path: '' };
  }

  #of(folder: vscode.Uri): EditorWorkspace {
    const key = folder.toString();
    const known = this.#byFolder.get(key);
    if (known !== undefined) return known;
    const made = new EditorWorkspace(folder, this.platform.workspace(folder, vscode.workspace.isTrusted));
    this.#byFolder.set(key, made);
    return made;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

const isSameFolder = (a: vscode.Uri, b: vscode.Uri): boolean =>
  a.toString().replace(/\/$/, '') === b.toString().replace(/\/$/, '');

/** The file a document belongs to: for a notebook's cell the notebook. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'vscode-notebook-cell') return uri;
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document.uri.toString() === uri.toString()),
  );
  return notebook?.uri ?? uri;
}
