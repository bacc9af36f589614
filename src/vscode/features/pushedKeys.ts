import * as vscode from 'vscode';
import { rules, ruleTitle, scanDocument } from '../../engine/index';
import { DisposableStore } from '../disposables';
import { guarded } from '../errors';
import type { Platform } from '../platform';
import type { DocumentScanner } from '../services/documentScanner';
import type { Log } from '../services/log';
import type { SettingsService } from '../services/settings';
import { showFinding } from '../services/showFinding';
import type { PlacedFinding, WorkspaceOverview } from '../services/workspaceOverview';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';
import { watchFiles } from '../watch';

/** What a branch has, git tracks. */
const inGit = { inRepository: true, tracked: true } as const;

/** Under which a workspace remembers that it was told. */
const toldKey = 'keystow.toldOfPushedKey';

export interface PushedKeyServices {
  readonly pushed: NonNullable<Platform['git']>['pushed'];
  readonly overview: WorkspaceOverview;
  readonly workspaces: Workspaces;
  readonly settings: SettingsService;
  readonly scanner: DocumentScanner;
  readonly memory: vscode.Memento;
  readonly log: Log;
}

/**
 * The one thing that is told without being asked, once per workspace: a key that is found in a file has been pushed, so that
 * taking it out of the file is not enough.
 */
export class PushedKeys implements vscode.Disposable {
  readonly #store = new DisposableStore();
  /** Keys and files that were looked at. */
  readonly #asked = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly services: PushedKeyServices) {}

  start(): void {
    const { overview, memory, log } = this.services;
    if (memory.get(toldKey) === true) return;
    const look = guarded(log, 'look for pushed keys', () => this.#look());
    const lookSoon = (): void => {
      this.#last = this.#last.then(look);
    };
    this.#store.add(overview.onDidChange(lookSoon));
    const lookAgain = (): void => {
      this.#asked.clear();
      lookSoon();
    };
    this.#store.add(this.services.workspaces.onDidChange(lookAgain)); // also once the workspace is trusted
    // A push writes there what the remote has now.
    for (const folder of vscode.workspace.workspaceFolders ?? [])
      this.#store.add(watchFiles(new vscode.RelativePattern(folder, '.git/logs/refs/remotes/**'), lookAgain));
  }

  /** Folder by folder: git is asked once for all files of one. */
  async #look(): Promise<void> {
    // Without trust git is not asked.
    if (!vscode.workspace.isTrusted || this.services.memory.get(toldKey) === true) return;
    const byFolder = new Map<EditorWorkspace, Map<string, PlacedFinding[]>>();
    for (const place of this.services.overview.current.keys.flatMap(({ places }) => places)) {
      const name = `${place.uri} ${place.finding.fingerprint}`;
      if (place.finding.severity !== 'error' || this.#asked.has(name)) continue;
      this.#asked.add(name);
      const located = this.services.workspaces.locate(place.uri);
      if (located?.workspace.folder.scheme !== 'file') continue;
      const { workspace, path } = located;
      const byFile = byFolder.get(workspace) ?? new Map<string, PlacedFinding[]>();
      byFolder.set(workspace, byFile);
      byFile.set(path, [...(byFile.get(path) ?? []), place]);
    }
    for (const [workspace, byFile] of byFolder) {
      const pushed = await this.#pushedOf(workspace, byFile);
      if (pushed === undefined) continue;
      this.#store.dispose();
      await this.services.memory.update(toldKey, true);
      // Not awaited: it stands until somebody answers.
      void this.#tell(pushed);
      return;
    }
  }

  /** The first of the keys of a folder's files that a remote's branch has in the same file. */
  async #pushedOf(
    workspace: EditorWorkspace,
    byFile: ReadonlyMap<string, readonly PlacedFinding[]>,
  ): Promise<PlacedFinding | undefined> {
    const { settings, pushed, memory } = this.services;
    const largest = settings.for(workspace.folder).maxFileSize * 1024;
    for await (const { file, text } of pushed(workspace.folder, [...byFile.keys()], largest)) {
      if (memory.get(toldKey) === true) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 0)); // typing comes first
      // The values themselves, in memory alone: a fingerprint may tell a password's place only.
      const now = await workspace.read(file, largest);
      if (now.kind !== 'text') continue;
      const there = new Set(
        scanDocument({ path: file, text }, inGit, settings.for(workspace.uriOf(file))).map(({ span }) =>
          text.slice(span.start, span.end),
        ),
      );
      const same = byFile
        .get(file)
        ?.find(({ finding: { span } }) => there.has(now.text.slice(span.start, span.end)));
      if (same !== undefined) return same;
    }
    return undefined;
  }

  async #tell(place: PlacedFinding): Promise<void> {
    const rule = rules.find(({ id }) => id === place.finding.rule);
    const where = vscode.workspace.asRelativePath(place.uri);
    const keyButton = vscode.l10n.t('Show Key');
    const pageButton = vscode.l10n.t('Open Key Page');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} in {1} has been pushed. Revoke it: taking it out of the file is not enough.',
        ruleTitle(place.finding.rule),
        where,
      ),
      ...(rule?.manage === undefined ? [keyButton] : [pageButton, keyButton]),
    );
    if (chosen === keyButton) await showFinding(this.services.scanner, place);
    if (chosen === pageButton && rule?.manage !== undefined)
      await vscode.env.openExternal(vscode.Uri.parse(rule.manage));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
