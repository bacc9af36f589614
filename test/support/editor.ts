import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { KeystowApi } from '../../src/vscode/bootstrap';
import type { Running } from '../../src/vscode/start';
import { endWaits, waitingFor } from './waits';

/** The open folder. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

export const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

const errors: string[] = [];
const errorEvent = new vscode.EventEmitter<void>();

/** The next error message that the extension shows; the test's timeout is the limit. */
export const errorShown = (): Promise<string> => until(() => errors.shift(), errorEvent.event);

/** The extension's events; activates it. Error messages are collected: a test that expects none must see none. */
export async function activated(): Promise<Running['events']> {
  Object.assign(vscode.window, {
    showErrorMessage: (message: string) => {
      errors.push(message);
      errorEvent.fire();
      return Promise.resolve(undefined);
    },
  });
  const extension = vscode.extensions.getExtension<KeystowApi>('keystow.keystow');
  assert.ok(extension, 'the extension is not installed');
  return (await extension.activate()).ready;
}

type AnyEvent = (listener: () => void) => vscode.Disposable;

/** Waits for `condition`, asked now and after each event. The test's own timeout is the limit; nothing sleeps. */
export const until = <T>(
  condition: () => T | undefined | false,
  ...events: readonly AnyEvent[]
): Promise<T> => untilSaid(() => condition.toString(), condition, events);

/** The same; `what` tells at a timeout what it was about. */
function untilSaid<T>(
  what: () => string,
  condition: () => T | undefined | false,
  events: readonly AnyEvent[],
): Promise<T> {
  return new Promise((resolve) => {
    const listeners: vscode.Disposable[] = [];
    const end = waitingFor(what, () => {
      for (const listener of listeners) listener.dispose();
    });
    const ask = (): void => {
      const value = condition();
      if (value === undefined || value === false) return;
      end();
      resolve(value);
    };
    for (const event of [vscode.languages.onDidChangeDiagnostics, ...events]) listeners.push(event(ask));
    ask();
  });
}

/** Keystow's diagnostics of a file. */
export const problemsOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'keystow');

export const ruleOf = ({ code }: vscode.Diagnostic): unknown =>
  typeof code === 'object' ? code.value : code;

/** Waits until a file has exactly these rules, in any order. */
export function untilRules(
  uri: vscode.Uri,
  ...rules: readonly string[]
): Promise<readonly vscode.Diagnostic[]> {
  const has = (): readonly unknown[] => problemsOf(uri).map(ruleOf).sort();
  const what = (): string => {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    const state =
      document === undefined ? 'closed' : `version ${document.version}, dirty ${document.isDirty}`;
    return `the rules [${rules}] of ${uri.path}, which has [${has()}] and is ${state}`;
  };
  return untilSaid(what, () => has().join() === [...rules].sort().join() && problemsOf(uri), []);
}

/** Writes files; documents that are open of them, without changes of their own, have the same text then. */
export async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(uriOf(path), bytes);
  }
  for (const [path, content] of Object.entries(files))
    if (typeof content === 'string') await takenOver(uriOf(path), content);
}

/** VS Code keeps documents for minutes after their editors are closed, and may miss that a deleted file is there again. */
async function takenOver(uri: vscode.Uri, content: string): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (document === undefined) return;
  const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lags = (): boolean =>
    !document.isClosed && !document.isDirty && plain(document.getText()) !== plain(content);
  for (let tries = 0; tries < 60 && lags(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!lags()) return;
  const isShown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  if (!isShown) await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}

/** Says that direnv loads `.env`: what loads it is not the matter of most tests, and gets tests of its own. */
const loader = '.envrc';

/** What is on disk, `.git` and the loader apart. */
export async function filesOnDisk(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  const read = async (dir: string): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(uriOf(dir))) {
      const path = dir === '' ? name : `${dir}/${name}`;
      if (name === '.git' || name === loader) continue;
      if (type === vscode.FileType.Directory) await read(path);
      else {
        const bytes = await bytesOf(path);
        if (bytes !== undefined) files[path] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      }
    }
  };
  await read('');
  return files;
}

/** Undefined for a file that goes while the folder is read. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uriOf(path));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** The same, and something loads `.env`. */
export async function resetLoaded(): Promise<void> {
  await reset();
  await write({ [loader]: 'dotenv\n' });
}

/** Waits until no fix is at work: its text is there before what it stores is saved and read back. */
export async function untilFixed(): Promise<void> {
  const extension = vscode.extensions.getExtension<KeystowApi>('keystow.keystow');
  if (extension?.isActive === true) await (await extension.exports.ready).fixed();
}

/** Closes every editor without saving and empties the folder. */
export async function reset(): Promise<void> {
  endWaits();
  await untilFixed();
  const unexpected = errors.splice(0);
  for (const document of vscode.workspace.textDocuments) {
    const isOurs = document.isUntitled || vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    if (!document.isDirty || !isOurs) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  if (vscode.workspace.workspaceFolders === undefined) return;
  for (const [name] of await vscode.workspace.fs.readDirectory(folder())) {
    if (name !== '.git') await vscode.workspace.fs.delete(uriOf(name), { recursive: true });
  }
  assert.equal(unexpected.join('\n'), '', 'an error message that no test expects');
}

/** Opens as the explorer does: `openTextDocument` would keep the document open for minutes after its editor closes. */
export async function open(path: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uriOf(path));
  const written = asUtf8(await vscode.workspace.fs.readFile(uriOf(path)));
  return until(
    () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.uri.toString() !== uriOf(path).toString()) return false;
      // A document that is still known from before takes over what is on disk a little later.
      const isThere =
        written === undefined || editor.document.isDirty || editor.document.getText() === written;
      return isThere && editor;
    },
    vscode.window.onDidChangeActiveTextEditor,
    vscode.workspace.onDidChangeTextDocument,
  );
}

/** Undefined for a text in another encoding. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Types as a person does: through the editor's own command, at the cursor. */
export const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text });

/** The titles of the actions that let a key stand: the last ones of every lightbulb at one. */
export const exceptions = ['Ignore on this line…', 'Accept this key…', 'Turn this rule off for…'] as const;

/** The actions of the lightbulb at a place, resolved. Asked for again where VS Code drops the request, as while a language server starts. */
export async function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  for (let tries = 0; ; tries++) {
    try {
      return await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        'quickfix',
        10,
      );
    } catch (error) {
      if (tries === 100 || !(error instanceof Error) || !/^(?:Canceled|Illegal argument)/.test(error.message))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Puts the cursor into `range` and applies the preferred quick fix, as `Auto Fix` does. */
export function autoFix(editor: vscode.TextEditor, range: vscode.Range): Promise<void> {
  editor.selection = new vscode.Selection(range.start, range.start);
  return applyFirst(editor, { kind: 'quickfix', preferred: true });
}

/**
 * Applies the first action at the selection. Asked for again where VS Code drops the request, as it does when another
 * extension's diagnostics arrive meanwhile.
 */
export async function applyFirst(
  editor: vscode.TextEditor,
  action: { readonly kind: string; readonly preferred?: boolean },
): Promise<void> {
  const before = editor.document.getText();
  for (let tries = 0; tries < 4; tries++) {
    const done = new Promise<boolean>((resolve) => {
      const end = (value: boolean) => () => {
        clearTimeout(timer);
        listeners.dispose();
        resolve(value);
      };
      const timer = setTimeout(end(false), 6000);
      const listeners = vscode.Disposable.from(
        vscode.workspace.onDidSaveTextDocument((document) => {
          const isOurs = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
          if (isOurs && document !== editor.document) end(true)(); // the web saves what is edited by itself
        }),
        vscode.workspace.onDidCreateFiles(end(true)),
        vscode.workspace.onDidChangeTextDocument(() => {
          if (editor.document.getText() !== before) end(true)();
        }),
        errorEvent.event(end(true)),
      );
    });
    // Not awaited: a request that is dropped never ends.
    void vscode.commands.executeCommand('editor.action.codeAction', { apply: 'first', ...action });
    if (await done) return;
  }
  throw new Error(`no ${action.kind} was applied`);
}

/** Waits until no document is left to save: what is undone while it is being saved counts as saved for VS Code. */
export const untilSaved = (): Promise<unknown> =>
  until(
    () => vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty),
    vscode.workspace.onDidChangeTextDocument,
    vscode.workspace.onDidSaveTextDocument,
  );

/**
 * Waits until the files on disk are these: asked after each event of a file that is saved, made or deleted, and now and
 * then besides, for a file that is made and deleted at once makes no event.
 */
export async function untilFiles(expected: Readonly<Record<string, string>>): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const started = Date.now();
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        const once = vscode.Disposable.from(
          ...[
            watcher.onDidChange,
            watcher.onDidCreate,
            watcher.onDidDelete,
            vscode.workspace.onDidSaveTextDocument,
          ].map((event) => event(() => end())),
        );
        const timer = setTimeout(() => end(), 1000);
        const end = (): void => {
          clearTimeout(timer);
          once.dispose();
          resolve();
        };
      });
      const last = await filesOnDisk();
      if (JSON.stringify(Object.entries(last).sort()) === JSON.stringify(Object.entries(expected).sort()))
        return;
      // Says what is different: the timeout's own message would not.
      if (Date.now() - started > mostWait) assert.deepEqual(last, expected);
      await changed;
    }
  } finally {
    watcher.dispose();
  }
}

/** Milliseconds. */
const mostWait = 60_000;
