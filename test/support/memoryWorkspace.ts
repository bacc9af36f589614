import {
  baseName,
  type Cancellation,
  decode,
  type Entry,
  type FileFacts,
  type FileRead,
  frameworkThatCommits,
  ignoredBy,
  isEnvFile,
  type ListableWorkspace,
  type ListedFile,
  type Skipped,
} from '../../src/engine/index';

export interface MemoryOptions {
  /** A git repository; its answers come from the `ignore` library and `tracked`. */
  readonly repository?: boolean;
  readonly tracked?: readonly string[];
  readonly readOnly?: readonly string[];
  readonly modes?: Readonly<Record<string, number>>;
}

/** A workspace in memory: texts, or bytes for what is no UTF-8. */
export class MemoryWorkspace implements ListableWorkspace {
  constructor(
    readonly files: Readonly<Record<string, string | Uint8Array>>,
    private readonly options: MemoryOptions = {},
  ) {}

  async read(path: string, limit = Number.POSITIVE_INFINITY): Promise<FileRead> {
    const content = this.files[path];
    if (content === undefined) return { kind: 'missing' };
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    if (bytes.length > limit) return { kind: 'skipped', reason: 'too large' };
    const decoded = decode(bytes);
    if (decoded.kind === 'binary') return { kind: 'skipped', reason: 'binary' };
    const mode = this.options.modes?.[path];
    return {
      ...decoded,
      bytes: bytes.length,
      readOnly: this.options.readOnly?.includes(path) ?? false,
      ...(mode === undefined ? {} : { mode }),
    };
  }

  async facts(path: string): Promise<FileFacts> {
    if (this.options.repository !== true) return { inRepository: false };
    const committedBy = isEnvFile(baseName(path)) ? await frameworkThatCommits(this, path) : undefined;
    return {
      inRepository: true,
      tracked: this.options.tracked?.includes(path) ?? false,
      ignored: await ignoredBy(this, path),
      ...(committedBy === undefined ? {} : { committedBy }),
    };
  }

  async entries(folder: string): Promise<readonly Entry[] | undefined> {
    const inside = Object.keys(this.files).filter((path) => folder === '' || path.startsWith(`${folder}/`));
    const [names, folders] = [new Set<string>(), new Set<string>()];
    for (const path of inside) {
      const [first = '', ...more] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
      (more.length > 0 ? folders : names).add(first);
    }
    return [
      ...[...names].map((name) => ({ name, isFolder: false })),
      ...[...folders].map((name) => ({ name, isFolder: true })),
    ];
  }

  async list({
    cancel,
  }: {
    ignored: boolean;
    cancel: Cancellation;
  }): Promise<{ files: ListedFile[]; skipped: Skipped[] }> {
    const files: ListedFile[] = [];
    for (const path of Object.keys(this.files).sort()) {
      if (cancel.cancelled) break;
      const facts = await this.facts(path);
      if (facts.ignored !== true) files.push({ path, facts });
    }
    return { files, skipped: [] };
  }
}
