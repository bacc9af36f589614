import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, activated, reset, resetLoaded, untilRules, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');

/** Its application, undo and redo are tested as a person does them, in `test/ui/moves.test.ts`. */
describe('a notebook', () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  it('is offered the move of a key in a cell', async () => {
    const cell = {
      cell_type: 'code',
      source: [`client = OpenAI(api_key="${openai}")`],
      metadata: {},
      outputs: [],
      execution_count: null,
    };
    const metadata = { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } };
    await write({
      'moved.ipynb': JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }),
    });
    const notebook = await vscode.workspace.openNotebookDocument(uriOf('moved.ipynb'));
    const editor = await vscode.window.showNotebookDocument(notebook);
    const { document } = editor.notebook.cellAt(0);
    const [problem] = await untilRules(document.uri, 'openai-project-key');
    assert.ok(problem);
    const [action] = await actionsAt(document.uri, problem.range);
    assert.equal(action?.title, 'Move to .env as OPENAI_API_KEY');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
