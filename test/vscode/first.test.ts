import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { print } from '../support/report';

describe('first', () => {
  it('runs', () => {
    print(
      `${vscode.version} ${vscode.env.appHost} ${vscode.workspace.workspaceFolders?.[0]?.uri} ${vscode.extensions.getExtension('keystow.keystow')?.extensionUri} ${vscode.workspace.isTrusted}`,
    );
    assert.ok(vscode.version);
  });
});
