import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, reset, untilRules } from '../support/editor';

describe('Open Sample', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  for (const [asked, languageId] of [
    [undefined, 'javascript'],
    ['web', 'html'],
    ['docker', 'dockerfile'],
    ['nothing like it', 'javascript'],
  ] as const)
    it(`${asked}: a document in ${languageId} with a made key, and nothing on disk`, async () => {
      await vscode.commands.executeCommand('keystow.openSample', asked);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, languageId);
      assert.ok(document.isUntitled);
      await untilRules(document.uri, 'openai-project-key');
    });
});
