import * as vscode from 'vscode';
import { type AuditedFinding, ruleTitle, stopsCommit } from '../../engine/index';
import { cancelledWhen } from '../cancellation';
import { internalCommandIds, stagedKeysContext, viewIds } from '../contributions';
import { toRange } from '../convert';
import { DisposableStore } from '../disposables';
import { guarded } from '../errors';
import type { Platform } from '../platform';
import type { DocumentScanner } from '../services/documentScanner';
import { type GitApi, type Repository, withGit } from '../services/gitApi';
import type { Log } from '../services/log';
import type { Presentation } from '../services/presentation';
import type { SettingsService } from '../services/settings';
import { showKey } from '../services/showKey';

/** Milliseconds after the last news of an index: git's extension tells one change several times. */
const delayMs = 300;

/** What is staged and would be stopped by the commit guard. */
interface StagedKey {
  readonly finding: AuditedFinding;
  readonly file: vscode.Uri;
}

/** What is known of a repository's index. */
interface Watched {
  readonly listener: vscode.Disposable;
  timer?: ReturnType<typeof setTimeout>;
  /** How often it was asked about: an older answer does not count. */
  turn: number;
  /** Of the index that `found` tells of. */
  stamp: string | undefined;
  found: readonly StagedKey[];
}

/**
 * What the commit guard would stop, shown beside the changes before anybody commits: its files are marked, and a view of
 * source control is there while such a thing is staged. It holds up nothing.
 */
export class StagedKeys
  implements vscode.TreeDataProvider<StagedKey>, vscode.FileDecorationProvider, vscode.Disposable
{
  readonly #store = new DisposableStore();
  readonly #watched = new Map<Repository, Watched>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #marked = this.#store.add(new vscode.EventEmitter<vscode.Uri[]>());
  readonly onDidChangeFileDecorations = this.#marked.event;
  #git: GitApi | undefined;
  #view: vscode.TreeView<StagedKey> | undefined;

  constructor(
    private readonly audit: NonNullable<Platform['git']>['staged'],
    private readonly scanner: DocumentScanner,
    private readonly settings: SettingsService,
    private readonly presentation: Presentation,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#view = this.#store.add(vscode.window.createTreeView(viewIds.staged, { treeDataProvider: this }));
    this.#view.message = vscode.l10n.t(
      'The next commit would hold these. Mend the files, then stage them again.',
    );
    this.#store.add(vscode.window.registerFileDecorationProvider(this));
    this.#store.add(withGit((git) => this.#follow(git)));
    this.#store.add(this.presentation.onDidChange(() => this.#changed.fire(undefined)));
    this.#store.add(
      this.settings.onDidChange(() => {
        for (const [repository, watched] of this.#watched) {
          watched.stamp = undefined;
          this.#schedule(repository);
        }
      }),
    );
  }

  getChildren(parent?: StagedKey): StagedKey[] {
    return parent === undefined ? [...this.#watched.values()].flatMap(({ found }) => found) : [];
  }

  getTreeItem(key: StagedKey): vscode.TreeItem {
    const { rule, message } = key.finding;
    const label = ruleTitle(rule);
    const place = placeOf(key);
    const item = new vscode.TreeItem(label);
    item.id = idOf(key);
    item.description = place;
    const said = this.presentation.isOn ? '' : message; // it may name a variable
    item.tooltip = said;
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    item.command = {
      command: internalCommandIds.showStagedKey,
      title: vscode.l10n.t('Show'),
      arguments: [item.id],
    };
    item.accessibilityInformation = { label: `${label}, ${place}. ${said}` };
    return item;
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const file = uri.toString();
    if (!this.getChildren().some((key) => key.file.toString() === file)) return undefined;
    const color = new vscode.ThemeColor('list.errorForeground');
    return { badge: 'K', tooltip: vscode.l10n.t('A key is staged'), color };
  }

  /** Opens an entry; nothing where it is gone meanwhile. */
  async show(id: unknown): Promise<void> {
    const key = this.getChildren().find((one) => idOf(one) === id);
    if (key === undefined || this.#git === undefined) return;
    const { file, finding } = key;
    const { rule, fingerprint } = finding;
    await showKey(this.#git, this.scanner, {
      file,
      ref: '',
      range: toRange(finding.range),
      fits: (one) => one.rule === rule && one.fingerprint === fingerprint,
    });
  }

  #follow(git: GitApi): vscode.Disposable {
    this.#git = git;
    const watch = (repository: Repository): void => {
      const listener = repository.state.onDidChange(() => this.#schedule(repository));
      this.#watched.set(repository, { listener, turn: 0, stamp: undefined, found: [] });
      this.#schedule(repository);
    };
    const forget = (repository: Repository): void => this.#forget(repository);
    git.repositories.forEach(watch);
    return vscode.Disposable.from(git.onDidOpenRepository(watch), git.onDidCloseRepository(forget), {
      dispose: () => [...this.#watched.keys()].forEach(forget),
    });
  }

  /** Soon, and once for many changes. */
  #schedule(repository: Repository): void {
    const watched = this.#watched.get(repository);
    if (watched === undefined) return;
    clearTimeout(watched.timer);
    const check = guarded(this.log, 'look at what is staged', () => this.#check(repository, watched));
    watched.timer = setTimeout(() => void check(), delayMs);
  }

  async #check(repository: Repository, watched: Watched): Promise<void> {
    const turn = ++watched.turn;
    const isOld = (): boolean => watched.turn !== turn || this.#watched.get(repository) !== watched;
    if (repository.state.indexChanges.length === 0) {
      watched.stamp = undefined;
      this.#show(watched, []);
      return;
    }
    const stamp = await stampOf(repository);
    if (isOld() || (stamp !== undefined && stamp === watched.stamp)) return;
    const found = await this.#find(repository, isOld);
    if (isOld()) return;
    watched.stamp = stamp;
    this.#show(watched, found);
  }

  async #find({ rootUri }: Repository, isOld: () => boolean): Promise<readonly StagedKey[]> {
    const cancel = cancelledWhen(isOld);
    const { findings } = await this.audit(rootUri, this.settings.withoutPolicy(rootUri), cancel);
    return findings
      .filter(stopsCommit)
      .map((finding) => ({ finding, file: vscode.Uri.joinPath(rootUri, finding.file) }));
  }

  #show(watched: Watched, found: readonly StagedKey[]): void {
    const before = watched.found;
    watched.found = found;
    if (before.length > 0 || found.length > 0) this.#refresh([...before, ...found]);
  }

  #refresh(touched: readonly StagedKey[]): void {
    const all = this.getChildren();
    void vscode.commands.executeCommand('setContext', stagedKeysContext, all.length > 0);
    // VS Code shows the view of an extension folded up at first: its head tells the most.
    const [first] = all;
    const place = first === undefined ? '' : placeOf(first);
    if (this.#view !== undefined)
      this.#view.description =
        all.length > 1 ? vscode.l10n.t('{0}, the first in {1}', all.length, place) : place;
    this.#changed.fire(undefined);
    this.#marked.fire(touched.map(({ file }) => file));
  }

  #forget(repository: Repository): void {
    const watched = this.#watched.get(repository);
    if (watched === undefined) return;
    clearTimeout(watched.timer);
    watched.listener.dispose();
    this.#watched.delete(repository);
    this.#refresh(watched.found);
  }

  dispose(): void {
    this.#store.dispose();
  }
}

const placeOf = ({ file, finding }: StagedKey): string =>
  `${vscode.workspace.asRelativePath(file)}:${finding.range.start.line + 1}`;

const idOf = ({ file, finding: { rule, span } }: StagedKey): string => `${file} ${span.start} ${rule}`;

/** The same where neither the index nor what is checked out has changed; undefined where that is not known. */
async function stampOf({ rootUri, state }: Repository): Promise<string | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(rootUri, '.git/index'));
    return `${mtime} ${size} ${state.HEAD?.commit}`;
  } catch {
    return undefined; // a work tree of its own, or a submodule: the index lies elsewhere
  }
}
