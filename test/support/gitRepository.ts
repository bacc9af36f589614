import assert from 'node:assert/strict';
import { madeKey, secretParts } from './keys';
import { keystow, TempFolder } from './temp';

export const openai = madeKey('openai-project-key');
export const other = madeKey('openai-project-key', 'other');
export const anthropic = madeKey('anthropic-api-key');

/** A report as JSON, as far as tests of git look at it. */
export interface GitReport {
  readonly findings: readonly {
    readonly file: string;
    readonly startLine: number;
    readonly rule: string;
    readonly severity: string;
    readonly fixes: readonly string[];
    readonly commit?: string;
    readonly author?: string;
    readonly date?: string;
    readonly versions?: number;
  }[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly stats: { readonly files: number; readonly bytes: number };
}

export interface Audited {
  readonly code: number | null;
  /** In short: `a.ts:1 openai-project-key`. */
  readonly found: readonly string[];
  readonly report: GitReport;
  readonly err: string;
}

/** Audits through git, and sees to it that nothing of the keys above is shown. */
export async function auditGit(
  cwd: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<Audited> {
  const { code, out, err } = await keystow(cwd, ['audit', '--format', 'json', ...args], options);
  assert.notEqual(out, '', err);
  for (const part of [openai, other, anthropic].flatMap(secretParts))
    assert.ok(!`${out}${err}`.includes(part));
  const report = JSON.parse(out) as GitReport;
  const found = report.findings.map(({ file, startLine, rule }) => `${file}:${startLine} ${rule}`);
  return { code, found, report, err };
}

/** Repositories that are removed after the tests. */
export class Repositories {
  readonly #made: TempFolder[] = [];

  /** A repository with one commit. */
  make(committed: Record<string, string | Uint8Array> = { 'a.txt': 'a\n' }): TempFolder {
    const made = this.empty(committed);
    made.git('add', '-A', '-f');
    made.git('commit', '-qm', 'first', '--allow-empty');
    return made;
  }

  /** A repository without a commit. */
  empty(files: Record<string, string | Uint8Array> = {}): TempFolder {
    const made = this.folder(files);
    made.git('init', '-q', '-b', 'main');
    return made;
  }

  folder(files: Record<string, string | Uint8Array> = {}): TempFolder {
    const made = new TempFolder(files);
    this.#made.push(made);
    return made;
  }

  remove(): void {
    for (const made of this.#made) made.remove();
  }
}

/** Writes files and stages them. */
export function add(repository: TempFolder, files: Record<string, string | Uint8Array>): void {
  repository.write(files);
  repository.git('add', '-f', '--', ...Object.keys(files));
}

/** Commits files, and gives the commit's id. */
export function commit(
  repository: TempFolder,
  files: Record<string, string | Uint8Array>,
  message = 'c',
): string {
  add(repository, files);
  repository.git('commit', '-qm', message);
  return repository.git('rev-parse', 'HEAD').trim();
}

/** Where a loose object is stored. */
export function objectFile(repository: TempFolder, revision: string): string {
  const id = repository.git('rev-parse', revision).trim();
  return repository.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
}
