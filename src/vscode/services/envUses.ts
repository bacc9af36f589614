import * as vscode from 'vscode';
import { type Cancellation, globs, namedReads, readsEnvironment, SourceText } from '../../engine/index';
import { cancelledWhen } from '../cancellation';
import { toRange } from '../convert';
import { DisposableStore } from '../disposables';
import { watchFiles } from '../watch';
import type { SettingsService } from './settings';
import type { EditorWorkspace, Workspaces } from './workspaces';

/** More files than this are not read. */
const mostFiles = 2000;
const mostBytes = 256 * 1024;
/** Files that are read at once. */
const atOnce = 8;
/** Milliseconds after the last change before who shows this is told. */
const delayMs = 1000;

/** A place where a file reads a variable. */
export interface EnvUse {
  readonly path: string;
  readonly range: vscode.Range;
}

export interface UsesByName {
  readonly byName: ReadonlyMap<string, readonly EnvUse[]>;
  /** Every file was read. */
  readonly isWhole: boolean;
}

interface Known {
  readonly workspace: EditorWorkspace;
  /** The files that may read a variable; undefined where that has to be asked. */
  paths?: readonly string[];
  readonly reads: Map<string, readonly (readonly [name: string, range: vscode.Range])[]>;
  /** How often something has changed: what was read before does not count. */
  turn: number;
  job?: { readonly tokens: vscode.CancellationToken[]; readonly uses: Promise<UsesByName> };
}

/**
 * Where code reads environment variables. Nothing is read before somebody asks, each file once, and again when it has
 * changed; a search that nobody waits for any more ends.
 */
export class EnvUses implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** Fires some time after files have changed whose uses were asked for. */
  readonly onDidChange = this.#changed.event;
  readonly #known = new Map<string, Known>();
  #watching: vscode.Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
  ) {
    const forget = (): void => {
      if (this.#known.size === 0) return;
      this.#known.clear();
      this.#tell();
    };
    this.#store.add(workspaces.onDidChange(forget));
    this.#store.add(settings.onDidChange(forget));
  }

  of(workspace: EditorWorkspace, token: vscode.CancellationToken): Promise<UsesByName> {
    this.#watching ??= this.#watch();
    const key = workspace.folder.toString();
    const known: Known = this.#known.get(key) ?? { workspace, reads: new Map(), turn: 0 };
    this.#known.set(key, known);
    const running = known.job?.tokens.every((one) => one.isCancellationRequested) === false;
    if (running) known.job?.tokens.push(token);
    else {
      const tokens = [token];
      const cancel = cancelledWhen(() => tokens.every((one) => one.isCancellationRequested));
      const job = { tokens, uses: this.#find(known, cancel) };
      known.job = job;
      const end = (): void => {
        if (known.job === job) delete known.job;
      };
      job.uses.then(end, end);
    }
    return known.job?.uses ?? Promise.resolve({ byName: new Map(), isWhole: false });
  }

  async #find(known: Known, cancel: Cancellation): Promise<UsesByName> {
    const { workspace, turn } = known;
    const reads = new Map(known.reads);
    const paths = known.paths ?? (await this.#list(workspace, cancel));
    if (!cancel.cancelled && known.turn === turn) known.paths = paths;
    const some = paths.slice(0, mostFiles);
    const missing = some.filter((path) => !reads.has(path));
    while (missing.length > 0 && !cancel.cancelled) {
      await Promise.all(
        missing.splice(0, atOnce).map(async (path) => {
          const read = await workspace.read(path, mostBytes);
          const text = read.kind === 'text' ? read.text : '';
          const source = new SourceText(text);
          const found = namedReads({ path, text }).map(
            ({ name, span }) => [name, toRange(source.rangeOf(span))] as const,
          );
          reads.set(path, found);
          if (known.turn === turn) known.reads.set(path, found);
        }),
      );
    }
    const byName = new Map<string, EnvUse[]>();
    for (const path of some)
      for (const [name, range] of reads.get(path) ?? []) {
        const uses = byName.get(name) ?? [];
        byName.set(name, [...uses, { path, range }]);
      }
    return { byName, isWhole: paths.length <= mostFiles };
  }

  async #list(workspace: EditorWorkspace, cancel: Cancellation): Promise<readonly string[]> {
    const isExcluded = globs(this.settings.for(workspace.folder).exclude);
    const { files } = await workspace.list({ ignored: false, cancel });
    return files.map(({ path }) => path).filter((path) => readsEnvironment(path) && !isExcluded(path));
  }

  #watch(): vscode.Disposable {
    const changed = (uri: vscode.Uri, isListed: boolean): void => {
      const located = this.workspaces.locate(uri);
      const known = located && this.#known.get(located.workspace.folder.toString());
      if (known === undefined || (!readsEnvironment(located?.path ?? '') && isListed)) return;
      known.reads.delete(located?.path ?? '');
      known.turn++;
      delete known.job;
      // A file that is made or deleted, or other rules for what is ignored.
      if (!isListed) delete known.paths;
      this.#tell();
    };
    return this.#store.add(
      vscode.Disposable.from(
        watchFiles('**/*', (uri) => {
          const path = this.workspaces.locate(uri)?.path ?? '';
          const known = this.#known.get(this.workspaces.locate(uri)?.workspace.folder.toString() ?? '');
          changed(uri, known?.paths?.includes(path) === true || !mayChangeList(path));
        }),
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          if (contentChanges.length > 0) changed(document.uri, true);
        }),
      ),
    );
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), delayMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}

/** Not what git and package managers write all the time. */
const mayChangeList = (path: string): boolean =>
  !/(?:^|\/)(?:\.git|node_modules)\//.test(path) &&
  (readsEnvironment(path) || /(?:^|\/)\.gitignore$/.test(path));
