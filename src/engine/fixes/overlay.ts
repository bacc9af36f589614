import type { FileFacts } from '../model/document';
import type { FileEdit } from '../model/fix';
import type { Entry, FileRead, Workspace } from '../model/ports';
import { applyEdits } from '../text/edit';
import { baseName, dirName } from '../text/path';
import { ignoredBy } from './ignoreEntry';

/** A workspace with edits laid over it in memory: plans can build on each other while nothing is written. */
export class OverlayWorkspace implements Workspace {
  readonly #texts = new Map<string, string>();

  constructor(private readonly base: Workspace) {}

  apply(edits: readonly FileEdit[]): void {
    for (const edit of edits) {
      this.#texts.set(edit.path, edit.kind === 'create' ? edit.text : applyEdits(edit.before, edit.edits));
    }
  }

  async read(path: string, limit?: number): Promise<FileRead> {
    const base = await this.base.read(path, limit);
    const text = this.#texts.get(path);
    if (text === undefined) return base;
    if (base.kind === 'text') return { ...base, text };
    return { kind: 'text', text, encoding: 'utf8', bytes: text.length, readOnly: false };
  }

  async facts(path: string): Promise<FileFacts> {
    const base = await this.base.facts(path);
    if (base.ignored !== false || !this.#texts.has('.gitignore')) return base;
    return { ...base, ignored: await ignoredBy(this, path) };
  }

  async entries(folder: string): Promise<readonly Entry[] | undefined> {
    const own = [...this.#texts.keys()].filter((path) => dirName(path) === folder).map(baseName);
    const base = await this.base.entries(folder);
    const added = own.filter((name) => base?.every((entry) => entry.name !== name));
    return base && [...base, ...added.map((name) => ({ name, isFolder: false }))];
  }
}
