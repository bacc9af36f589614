import * as vscode from 'vscode';
import {
  type Cancellation,
  decode,
  type Entry,
  type FileFacts,
  type FileRead,
  ignoredBy,
  type ListableWorkspace,
  type ListedFile,
  type ReadDirectory,
  type Skipped,
  walk,
  withoutLinks,
} from '../../engine/index';

/** A folder read through VS Code's file system: in the browser, and for schemes other than `file`. Git is not asked. */
export class VirtualWorkspace implements ListableWorkspace {
  constructor(private readonly folder: vscode.Uri) {}

  async read(path: string, limit = Number.POSITIVE_INFINITY): Promise<FileRead> {
    const uri = vscode.Uri.joinPath(this.folder, path);
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      if ((stat.type & vscode.FileType.SymbolicLink) !== 0)
        return { kind: 'skipped', reason: 'symbolic link' };
      if (stat.type !== vscode.FileType.File) return { kind: 'skipped', reason: 'not a file' };
      if (stat.size > limit) return { kind: 'skipped', reason: 'too large' };
      const bytes = await vscode.workspace.fs.readFile(uri);
      const decoded = decode(bytes);
      if (decoded.kind === 'binary') return { kind: 'skipped', reason: 'binary' };
      const readOnly =
        ((stat.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0 ||
        vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
      return { ...decoded, bytes: bytes.length, readOnly };
    } catch (error) {
      const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      return isMissing ? { kind: 'missing' } : { kind: 'skipped', reason: 'unreadable' };
    }
  }

  async facts(path: string): Promise<FileFacts> {
    if (!(await this.#inRepository())) return { inRepository: false };
    return { inRepository: true, ignored: await ignoredBy(this, path) };
  }

  async list(options: {
    ignored: boolean;
    cancel: Cancellation;
  }): Promise<{ files: ListedFile[]; skipped: Skipped[] }> {
    return walk({
      ...options,
      inRepository: await this.#inRepository(),
      read: (path) => this.read(path),
      readDirectory: (dir) => this.#entries(dir),
    });
  }

  async entries(folder: string): Promise<readonly Entry[] | undefined> {
    return withoutLinks(await this.#entries(folder));
  }

  /** Undefined where the folder cannot be read. */
  async #entries(dir: string): ReturnType<ReadDirectory> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(this.folder, dir));
      return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
    } catch {
      return undefined;
    }
  }

  async #inRepository(): Promise<boolean> {
    return (await this.read('.git/HEAD')).kind === 'text';
  }
}

function kindOf(type: vscode.FileType): 'file' | 'directory' | 'link' | 'other' {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
  if (type === vscode.FileType.Directory) return 'directory';
  return type === vscode.FileType.File ? 'file' : 'other';
}
