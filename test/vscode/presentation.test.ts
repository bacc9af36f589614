import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Running } from '../../src/vscode/start';
import { activated, open, reset, type, until, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');

describe('presentation mode', () => {
  let events: Running['events'];
  const covers = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
  const said: string[] = [];
  const { showInformationMessage } = vscode.window;

  before(async () => {
    events = await activated();
    events.onDidCover(({ uri, covers: now }) => covers.set(uri.toString(), now));
    Object.assign(vscode.window, {
      showInformationMessage: (message: string) => {
        said.push(message);
        return Promise.resolve(undefined);
      },
    });
  });
  beforeEach(async () => {
    await reset();
    covers.clear();
  });
  after(async () => {
    Object.assign(vscode.window, { showInformationMessage });
    await reset();
  });

  const toggle = (): Thenable<unknown> => vscode.commands.executeCommand('keystow.togglePresentationMode');
  const covered = ({ document }: vscode.TextEditor): readonly string[] | undefined =>
    covers
      .get(document.uri.toString())
      ?.map(({ start, end }) => document.getText().slice(start, end))
      .filter((text) => text !== '');
  const untilCovered = (editor: vscode.TextEditor, ...expected: readonly string[]): Promise<unknown> =>
    until(() => covered(editor)?.join('\n') === expected.join('\n'), events.onDidCover);

  it('covers what is open and what is opened, until it is ended, and says once what it cannot cover', async () => {
    await write({ '.env': 'A=one # note\nB=two\n', 'a.ts': `f("${openai}");\n` });
    const env = await open('.env');
    assert.equal(covered(env), undefined, 'it is off at first');
    await toggle();
    await untilCovered(env, 'one # note', 'two');
    await untilCovered(await open('a.ts'), openai);
    await toggle();
    covers.clear();
    await toggle();
    await toggle();
    await write({ 'b.env': 'A=one\n' });
    await open('b.env');
    assert.equal(covers.get(uriOf('b.env').toString()), undefined);
    // Other tests of the same window may have turned it on before.
    assert.ok(said.length <= 1, said.join('\n'));
    for (const one of said) assert.match(one, /Not covered: .*minimap.*search results.*terminals/);
  });

  it('writes no setting', async () => {
    const all = (): string => JSON.stringify(vscode.workspace.getConfiguration());
    const before = all();
    await toggle();
    assert.equal(all(), before);
    await toggle();
  });

  it('covers what is typed', async () => {
    await write({ '.env': '' });
    const editor = await open('.env');
    await toggle();
    try {
      await type('NAME=abc');
      await untilCovered(editor, 'abc');
      await type('\nsecond');
      await untilCovered(editor, 'abc', 'second');
      await type('=');
      await untilCovered(editor, 'abc');
    } finally {
      await toggle();
    }
  });

  it('covers an env file that has no name yet', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dotenv', content: 'A=one\n' });
    const editor = await vscode.window.showTextDocument(document);
    await toggle();
    await untilCovered(editor, 'one').finally(toggle);
  });

  it('covers keys in the cells of a notebook', async () => {
    const data = new vscode.NotebookData([
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, `KEY = "${openai}"`, 'python'),
    ]);
    await toggle();
    try {
      const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
      await vscode.window.showNotebookDocument(notebook);
      const [cell] = notebook.getCells();
      assert.ok(cell);
      await until(
        () => covers.get(cell.document.uri.toString())?.length === 1,
        events.onDidCover,
        vscode.window.onDidChangeVisibleTextEditors,
      );
    } finally {
      await toggle();
    }
  });
});
