import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, activated, exceptions, reset, untilRules } from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');

describe('without a folder', () => {
  before(activated);
  after(reset);

  it('a key is underlined, and the fix says what to do first', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'javascript',
      content: `f("${openai}")`,
    });
    await vscode.window.showTextDocument(document);
    const [problem] = await untilRules(document.uri, 'openai-project-key');
    assert.ok(problem);
    assert.equal(document.getText(problem.range), openai);
    const [action, ...more] = await actionsAt(document.uri, problem.range);
    assert.match(action?.title ?? '', /Save the file in a folder first/);
    assert.deepEqual([more.map(({ title }) => title), action?.edit], [[...exceptions], undefined]);
  });

  it('commands that need a folder do nothing', async () => {
    const before = vscode.workspace.textDocuments.map((document) => document.getText());
    assert.equal(await vscode.commands.executeCommand('keystow.auditWorkspace'), undefined);
    assert.equal(await vscode.commands.executeCommand('keystow.moveAllKeys'), undefined);
    assert.deepEqual(
      vscode.workspace.textDocuments.map((document) => document.getText()),
      before,
    );
  });
});
