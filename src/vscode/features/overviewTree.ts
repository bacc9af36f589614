import * as vscode from 'vscode';
import { type Finding, isRefusal, problemWords, toDo } from '../../engine/index';
import { auditedContext, viewIds } from '../contributions';
import { DisposableStore } from '../disposables';
import { UserError } from '../errors';
import type { Allowances } from '../services/allowances';
import type { DocumentScanner } from '../services/documentScanner';
import type { FindingsStore } from '../services/findingsStore';
import type { FixRunner } from '../services/fixRunner';
import type { Presentation } from '../services/presentation';
import type { SettingsService } from '../services/settings';
import { showFinding } from '../services/showFinding';
import type { WorkspaceAuditor } from '../services/workspaceAuditor';
import type { PlacedFinding, WorkspaceOverview } from '../services/workspaceOverview';
import type { Exceptions } from './exceptions';
import { OverviewNode, overviewNodes } from './overviewNodes';

export interface OverviewServices {
  readonly findings: FindingsStore;
  readonly overview: WorkspaceOverview;
  readonly allowances: Allowances;
  readonly settings: SettingsService;
  readonly auditor: WorkspaceAuditor;
  readonly presentation: Presentation;
  readonly scanner: DocumentScanner;
  readonly runner: FixRunner;
  readonly exceptions: Exceptions;
}

/** The one place to look: keys with all their places, problems by the chapters of the guide, what is let stand. */
export class OverviewTree implements vscode.TreeDataProvider<OverviewNode>, vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  #view: vscode.TreeView<OverviewNode> | undefined;

  constructor(private readonly services: OverviewServices) {}

  start(): void {
    const { overview, settings, presentation, auditor } = this.services;
    this.#view = this.#store.add(
      vscode.window.createTreeView(viewIds.overview, { treeDataProvider: this, showCollapseAll: true }),
    );
    for (const onDidChange of [overview.onDidChange, presentation.onDidChange])
      this.#store.add(onDidChange(() => this.#refresh()));
    this.#store.add(settings.onDidChange(() => this.#refresh()));
    this.#store.add(
      auditor.onDidAudit((isWhole) => {
        void vscode.commands.executeCommand('setContext', auditedContext, isWhole);
      }),
    );
  }

  #refresh(): void {
    const { overview, presentation } = this.services;
    const todo = toDo(overview.current);
    const count = presentation.isOn ? 0 : todo.keys + todo.others;
    if (this.#view !== undefined) {
      const tooltip = problemWords(todo);
      this.#view.badge = count === 0 ? undefined : { value: count, tooltip };
      this.#view.description = count === 0 ? '' : tooltip;
    }
    this.#changed.fire(undefined);
  }

  getChildren(parent?: OverviewNode): OverviewNode[] {
    return [...(parent?.children ?? this.#roots())];
  }

  getTreeItem({ item }: OverviewNode): vscode.TreeItem {
    return item;
  }

  /** Once the mouse rests on it: the words about a finding may be others than when it was listed. */
  resolveTreeItem(item: vscode.TreeItem): vscode.TreeItem {
    const placed = this.#node(item.id)?.placed;
    if (placed !== undefined) item.tooltip = this.#now(placed).message;
    return item;
  }

  /** A finding as it is known now: git may have answered since. */
  #now({ uri, finding }: PlacedFinding): Finding {
    const isSame = ({ rule, span }: Finding): boolean =>
      rule === finding.rule && span.start === finding.span.start;
    return this.services.findings.get(uri).find(isSame) ?? finding;
  }

  #node(id: unknown): OverviewNode | undefined {
    return flat(this.#roots()).find(({ item }) => item.id === id);
  }

  #roots(): readonly OverviewNode[] {
    const { overview, allowances, presentation } = this.services;
    if (presentation.isOn)
      return [new OverviewNode(new vscode.TreeItem(vscode.l10n.t('Covered while presenting')))];
    return overviewNodes(overview.current, allowances.weaker(), allowances.accepted());
  }

  /** Opens an entry; nothing where it is gone meanwhile. */
  async show(id: unknown): Promise<void> {
    const placed = this.#node(id)?.placed;
    if (placed !== undefined) await showFinding(this.services.scanner, placed);
  }

  /** Carries out the first fix of an entry, in its file. */
  async fix(node: unknown): Promise<void> {
    if (!(node instanceof OverviewNode) || node.placed === undefined) return;
    const { runner, scanner } = this.services;
    const { document, finding } = await showFinding(scanner, node.placed);
    await runner.exclusive(async () => {
      const prepared = await runner.prepare(document, finding);
      if (isRefusal(prepared)) throw new UserError(prepared.refused);
      await runner.apply(prepared);
    });
  }

  /** Asks how an entry may stand, in its file. */
  async ignore(node: unknown): Promise<void> {
    if (!(node instanceof OverviewNode) || node.placed === undefined) return;
    await showFinding(this.services.scanner, node.placed);
    await this.services.exceptions.choose();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

const flat = (nodes: readonly OverviewNode[]): readonly OverviewNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);
