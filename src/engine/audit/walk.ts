import ignore, { type Ignore } from 'ignore';
import type { Cancellation, Entry, FileRead, ListedFile, Skipped } from '../model/ports';
import { join } from '../text/path';

/** One folder's entries, or undefined where it cannot be read. Never throws. */
export type ReadDirectory = (dir: string) => Promise<readonly DirectoryEntry[] | undefined>;

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** What is nothing but a file or a folder. */
export const withoutLinks = (entries: readonly DirectoryEntry[] | undefined): readonly Entry[] | undefined =>
  entries
    ?.filter(({ kind }) => kind === 'file' || kind === 'directory')
    .map(({ name, kind }) => ({ name, isFolder: kind === 'directory' }));

export interface WalkOptions {
  readonly readDirectory: ReadDirectory;
  readonly read: (path: string) => Promise<FileRead>;
  /** Also what ignore files exclude. */
  readonly ignored: boolean;
  readonly cancel: Cancellation;
  /** Whether the folder lies in a repository: then each file's facts say whether it is ignored. */
  readonly inRepository: boolean;
}

interface Level {
  readonly dir: string;
  readonly rules: Ignore;
}

/**
 * Lists files where git cannot be asked, honouring every `.gitignore` on the way as the `ignore` library reads it.
 * Links are listed as skipped and never followed, so that nothing outside is read and no loop is walked.
 */
export async function walk(options: WalkOptions): Promise<{ files: ListedFile[]; skipped: Skipped[] }> {
  const files: ListedFile[] = [];
  const skipped: Skipped[] = [];
  await walkInto('', [], false);
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
  return { files: files.sort(byPath), skipped };

  async function walkInto(dir: string, above: readonly Level[], within: boolean): Promise<void> {
    if (options.cancel.cancelled) return;
    const entries = await options.readDirectory(dir);
    if (entries === undefined) {
      skipped.push({ file: dir === '' ? '.' : dir, reason: 'unreadable' });
      return;
    }
    const levels = entries.some(({ name }) => name === '.gitignore') ? [...above, await levelOf(dir)] : above;
    for (const { name, kind } of entries) {
      const path = join(dir, name);
      if (name === '.git') continue;
      const ignored = within || isIgnored(levels, kind === 'directory' ? `${path}/` : path);
      if (ignored && !options.ignored) continue;
      if (kind === 'directory') await walkInto(path, levels, ignored);
      else if (kind === 'file')
        files.push({ path, facts: options.inRepository ? { inRepository: true, ignored } : {} });
      else skipped.push({ file: path, reason: kind === 'link' ? 'symbolic link' : 'not a file' });
    }
  }

  async function levelOf(dir: string): Promise<Level> {
    const read = await options.read(join(dir, '.gitignore'));
    const usable = read.kind === 'text' && !read.encoding.startsWith('utf16');
    return { dir, rules: ignore().add(usable ? read.text : '') };
  }
}

/** The nearest ignore file that says anything decides. */
function isIgnored(levels: readonly Level[], path: string): boolean {
  for (const { dir, rules } of levels.toReversed()) {
    const result = rules.test(dir === '' ? path : path.slice(dir.length + 1));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
