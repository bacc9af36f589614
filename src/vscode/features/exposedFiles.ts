import * as vscode from 'vscode';
import { stopsCommit } from '../../engine/index';
import { DisposableStore } from '../disposables';
import type { FindingsStore } from '../services/findingsStore';
import type { FolderChecks } from '../services/folderChecks';
import type { Workspaces } from '../services/workspaces';
import type { StagedKeys } from './stagedKeys';

/** Milliseconds in which files gather that git is asked about together. */
const gatherMs = 200;

/** Of an event with more than 250 files VS Code takes one per folder. */
const mostAtOnce = 200;

/**
 * Marks files that hold a key and that git tracks, in the explorer and on tabs: their keys go where the repository goes.
 * What is staged is marked already.
 */
export class ExposedFiles implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri | vscode.Uri[]>());
  readonly onDidChangeFileDecorations = this.#changed.event;

  /** Files that hold one. */
  readonly #withKey = new Set<string>();
  /** Those whose marks VS Code is to ask for soon. */
  readonly #waiting = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly findings: FindingsStore,
    private readonly checks: FolderChecks,
    private readonly workspaces: Workspaces,
    private readonly staged: StagedKeys | undefined,
  ) {}

  register(): void {
    this.#store.add(this.findings.onDidChange((uri) => this.#found(uri)));
    // What git tracks may be something else by now.
    this.#store.add(
      this.checks.onDidCheck(() => {
        for (const key of this.#withKey) this.#markSoon(key);
      }),
    );
    if (this.staged !== undefined)
      this.#store.add(this.staged.onDidChangeFileDecorations((uris) => this.#changed.fire(uris)));
    this.#store.add(vscode.window.registerFileDecorationProvider(this));
  }

  /** Asked anew only where a first key comes or the last one goes: git is asked for each answer. */
  #found(uri: vscode.Uri): void {
    const key = uri.toString();
    const hasKey = this.findings.get(uri).some((one) => one.category === 'key' && stopsCommit(one));
    if (hasKey === this.#withKey.has(key)) return;
    if (hasKey) this.#withKey.add(key);
    else this.#withKey.delete(key);
    this.#markSoon(key);
  }

  #markSoon(key: string): void {
    this.#waiting.add(key);
    this.#timer ??= setTimeout(() => this.#mark(), gatherMs);
  }

  #mark(): void {
    this.#timer = undefined;
    const uris = [...this.#waiting].map((key) => vscode.Uri.parse(key, true));
    this.#waiting.clear();
    for (let from = 0; from < uris.length; from += mostAtOnce)
      this.#changed.fire(uris.slice(from, from + mostAtOnce));
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (!this.#withKey.has(uri.toString()) || this.staged?.provideFileDecoration(uri) !== undefined)
      return undefined;
    const located = this.workspaces.locate(uri);
    if (located === undefined || (await located.workspace.facts(located.path)).tracked !== true)
      return undefined;
    return {
      badge: 'K',
      tooltip: vscode.l10n.t('A key in a file that git tracks'),
      color: new vscode.ThemeColor('list.warningForeground'),
    };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}
