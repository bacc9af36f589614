import * as vscode from 'vscode';
import {
  type Finding,
  type FixPlan,
  fixIdFor,
  type Host,
  isFixedWithAll,
  isRefusal,
  type MoveOptions,
  mergeEdits,
  type Offers,
  offersFor,
  type Parsers,
  type Paste,
  planFix,
  planMoveOfValue,
  planMoveToEnv,
  planPaste,
  type Refusal,
  readableFrom,
  type SourceDocument,
  selectedValue,
} from '../../engine/index';
import { UserError } from '../errors';
import type { Companions } from './companions';
import type { DocumentScanner } from './documentScanner';
import type { FolderChecks } from './folderChecks';
import type { Notes } from './notes';
import { isStored, isUndone, type PreparedFix, prepared } from './preparedFix';
import type { SettingsService } from './settings';
import type { EditorWorkspace, Located, Workspaces } from './workspaces';

/** Milliseconds between looks at whether VS Code has changed every file of a fix. */
const waits = [0, 50, 100, 200, 400, 800, 1600];

/** Plans fixes on live documents and carries the transaction to its end. */
export class FixRunner {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly workspaces: Workspaces,
    private readonly parsers: Parsers,
    private readonly settings: SettingsService,
    private readonly scanner: DocumentScanner,
    private readonly checks: FolderChecks,
    private readonly companions: Companions,
    private readonly notes: Notes,
  ) {}

  /** Runs one after the other what must not overlap: a plan must see what the fix before it has changed. */
  exclusive<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => {}); // the next one runs all the same; whoever asked gets the error
    return result;
  }

  /** What a finding of a document is offered, or why it is not. */
  async offers(document: vscode.TextDocument, finding: Finding): Promise<Offers> {
    if (fixIdFor(finding) === undefined) return { main: undefined, more: [] };
    const located = this.workspaces.locate(document.uri);
    if (located === undefined) return { main: { refused: notInFolder(document) }, more: [] };
    return offersFor(this.#host(located.workspace, document), this.scanner.snapshot(document), finding);
  }

  /** What a selection is offered that no rule has found: undefined where it cannot be moved. */
  async offerForSelection(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<{ readonly finding: Finding; readonly title: string } | undefined> {
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const finding = selectedValue(this.scanner.snapshot(document), span);
    if (finding === undefined) return undefined;
    const { main } = await this.offers(document, finding);
    return main === undefined || isRefusal(main) ? undefined : { finding, title: main.title };
  }

  /** A plan for one finding, found again in the text as it is now. */
  async prepare(
    document: vscode.TextDocument,
    finding: Finding,
    options: MoveOptions = {},
  ): Promise<PreparedFix | Refusal> {
    return this.#prepare(document, (workspace, snapshot) => {
      const host = this.#host(workspace, document);
      if (fixIdFor(finding) !== 'move-to-env') return planFix(host, snapshot, finding);
      const all = this.scanner.scan(document);
      const now = isSelected(finding) ? selectedValue(snapshot, finding.span) : relocated(all, finding);
      if (now === undefined)
        return {
          refused: vscode.l10n.t('The text changed and the key is no longer there. Nothing was moved.'),
        };
      return planMoveOfValue(host, snapshot, now, options.dropArgument === true ? [] : all, options);
    });
  }

  /** A plan that pastes, and leaves lookups in place of the keys. */
  async preparePaste(document: vscode.TextDocument, paste: Paste): Promise<PreparedFix | Refusal> {
    const located = this.workspaces.placeFor(document);
    if (located === undefined) return { refused: notInFolder(document) };
    const facts = this.scanner.factsOf(document);
    return this.#prepareIn(located, document, (workspace, snapshot) =>
      planPaste(this.#host(workspace, document), snapshot, paste, facts, this.settings.for(document.uri)),
    );
  }

  /** A plan for every value of a document that can be moved, and how many stay; undefined where there is none. */
  async prepareAll(
    document: vscode.TextDocument,
  ): Promise<{ readonly fix: PreparedFix | Refusal; readonly left: number } | undefined> {
    const findings = this.scanner
      .scan(document)
      .filter((finding) => fixIdFor(finding) === 'move-to-env' && isFixedWithAll(finding));
    if (findings.length === 0) return undefined;
    let left = 0;
    const fix = await this.#prepare(document, async (workspace, snapshot) => {
      const plan = await planMoveToEnv(this.#host(workspace, document), snapshot, findings);
      if (!isRefusal(plan)) left = plan.left.length;
      return plan;
    });
    return { fix, left };
  }

  #host(workspace: EditorWorkspace, { uri }: vscode.TextDocument): Host {
    return { workspace, parsers: this.parsers, settings: this.settings.for(uri) };
  }

  async #prepare(
    document: vscode.TextDocument,
    plan: (workspace: EditorWorkspace, snapshot: SourceDocument) => Promise<FixPlan | Refusal> | Refusal,
  ): Promise<PreparedFix | Refusal> {
    const located = this.workspaces.locate(document.uri);
    return located === undefined
      ? { refused: notInFolder(document) }
      : this.#prepareIn(located, document, plan);
  }

  async #prepareIn(
    { workspace }: Located,
    document: vscode.TextDocument,
    plan: (workspace: EditorWorkspace, snapshot: SourceDocument) => Promise<FixPlan | Refusal> | Refusal,
  ): Promise<PreparedFix | Refusal> {
    const snapshot = this.scanner.snapshot(document);
    const made = await plan(workspace, snapshot);
    return isRefusal(made) ? made : prepared(workspace, made, new Map([[snapshot.path, document]]));
  }

  /** The plans of several files of a folder as one fix. */
  async prepareMany(
    workspace: EditorWorkspace,
    plans: readonly { readonly path: string; readonly plan: FixPlan }[],
  ): Promise<PreparedFix | Refusal> {
    const sources = new Map<string, vscode.TextDocument>();
    const stored = new Set(plans.flatMap((one) => one.plan.stored.map(({ path }) => path)));
    // What gets a value is saved before anything loses it.
    for (const { path } of plans.filter((one) => !stored.has(one.path)))
      sources.set(path, await vscode.workspace.openTextDocument(workspace.uriOf(path)));
    const install = plans.find((one) => one.plan.install !== undefined)?.plan.install;
    const plan = {
      edits: mergeEdits(plans.flatMap((one) => one.plan.edits)),
      stored: plans.flatMap((one) => one.plan.stored),
      notes: [...new Set(plans.flatMap((one) => one.plan.notes))],
      ...(install === undefined ? {} : { install }),
    };
    return prepared(workspace, plan, sources);
  }

  /** A plan that no document asks for. */
  prepareFiles(workspace: EditorWorkspace, plan: FixPlan): PreparedFix | Refusal {
    return prepared(workspace, plan, new Map());
  }

  /**
   * Finishes a fix that VS Code applies by itself: the files beside the document may follow a moment later.
   *
   * @returns whether they came.
   * @throws UserError
   */
  async finishOnceStored(fix: PreparedFix): Promise<boolean> {
    for (const wait of waits) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!(await isStored(fix))) continue;
      await this.finish(fix);
      return true;
    }
    return false;
  }

  /**
   * Applies the edit and finishes it.
   *
   * @throws UserError
   */
  async apply(fix: PreparedFix): Promise<void> {
    if (!(await vscode.workspace.applyEdit(fix.edit, { isRefactoring: true }))) {
      throw new UserError(vscode.l10n.t('A file changed meanwhile. Nothing was changed.'));
    }
    await this.finish(fix);
  }

  /**
   * After the edit: saves the ignore file, `.env` and the template, reads the values back from disk, and takes
   * everything back where that fails. The source is left to VS Code and the user.
   *
   * @throws UserError
   */
  async finish(fix: PreparedFix): Promise<void> {
    this.companions.remember(fix);
    const failed = await this.#save(fix);
    if (failed !== undefined && isUndone(fix)) return; // the user was faster: the key is where it was
    if (failed !== undefined) {
      const restored = await this.#takeBack(fix);
      throw new UserError(
        restored
          ? vscode.l10n.t('{0} Nothing was changed.', failed)
          : vscode.l10n.t('{0} Undo the change to get the key back.', failed),
      );
    }
    this.checks.schedule();
    this.notes.tell(fix);
  }

  async #save({ plan, workspace, others }: PreparedFix): Promise<string | undefined> {
    for (const { uri } of others) {
      const document = await vscode.workspace.openTextDocument(uri);
      const name = vscode.workspace.asRelativePath(uri);
      // Where it has changed on disk as well, VS Code may say that it has saved, and asks which of the two is to stay.
      if (document.isDirty && (!(await document.save()) || document.isDirty))
        return vscode.l10n.t('{0} could not be saved.', name);
    }
    for (const path of new Set(plan.stored.map((item) => item.path))) {
      const read = await workspace.disk.read(path);
      const here = plan.stored.filter((item) => item.path === path);
      if (read.kind !== 'text' || !readableFrom(read.text, here))
        return vscode.l10n.t('{0} does not read back as written.', path);
    }
    return undefined;
  }

  /** Gives every touched document its text back; a file that was created goes. */
  async #takeBack({ sources, others }: PreparedFix): Promise<boolean> {
    const back = new vscode.WorkspaceEdit();
    const replace = (document: vscode.TextDocument, text: string): void => {
      const end = document.lineAt(document.lineCount - 1).range.end;
      back.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
    };
    for (const { document, before } of sources) replace(document, before);
    for (const { uri, before } of others) {
      if (before === undefined) back.deleteFile(uri, { ignoreIfNotExists: true });
      else replace(await vscode.workspace.openTextDocument(uri), before);
    }
    if (!(await vscode.workspace.applyEdit(back))) return false;
    for (const { document, wasDirty } of sources)
      if (!wasDirty && document.isDirty && !(await document.save())) return false;
    return true;
  }
}

/** What was selected is where it was, or it is gone: nothing else tells it. */
const isSelected = ({ provider, message }: Finding): boolean => provider === null && message === '';

/** A finding in the text as it is now: the nearest with its value. */
const relocated = (all: readonly Finding[], { fingerprint, rule, span }: Finding): Finding | undefined =>
  all
    .filter((now) => now.fingerprint === fingerprint && now.rule === rule)
    .sort((a, b) => Math.abs(a.span.start - span.start) - Math.abs(b.span.start - span.start))[0];

/** Why a document without a workspace folder cannot be fixed, and what to do first. */
const notInFolder = (document: vscode.TextDocument): string =>
  document.isUntitled
    ? vscode.l10n.t('Save the file in a folder first: .env has to be beside it.')
    : vscode.l10n.t('Open the folder of this file first: .env has to be beside it.');
