import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { activated, folder, open, reset, until, untilRules, write } from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const other = madeKey('openai-project-key', 'other');

describe('a key that has been pushed', () => {
  const remote = mkdtempSync(path.join(os.tmpdir(), 'keystow-remote-'));
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd: folder().fsPath,
    });
  const told: { readonly message: string; readonly buttons: readonly string[] }[] = [];
  const { showWarningMessage } = vscode.window;
  const said = new vscode.EventEmitter<void>();

  before(async () => {
    await activated();
    await reset();
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
    git('remote', 'add', 'origin', remote);
    Object.assign(vscode.window, {
      showWarningMessage: (message: string, ...buttons: readonly string[]) => {
        told.push({ message, buttons });
        said.fire();
        return Promise.resolve('Show Key');
      },
    });
  });
  after(async () => {
    Object.assign(vscode.window, { showWarningMessage });
    await reset();
    git('remote', 'remove', 'origin');
    rmSync(remote, { recursive: true, force: true });
  });

  it('is told of once, and of no other key', async () => {
    await write({ 'pushed.ts': `f("${openai}");\n`, 'changed.ts': 'f();\n', '.gitignore': '.env\n' });
    git('add', '.');
    git('commit', '-q', '--no-verify', '-m', 'x');
    git('push', '-q', '--no-verify', 'origin', 'HEAD:refs/heads/main');
    git('fetch', '-q', 'origin');
    // Here, and not there.
    await write({ 'changed.ts': `f("${other}");\n` });
    const changed = await open('changed.ts');
    await untilRules(changed.document.uri, 'openai-project-key');
    const pushed = await open('pushed.ts');
    await untilRules(pushed.document.uri, 'openai-project-key');
    await until(() => told.length > 0, said.event);
    // The key is shown.
    await until(
      () => vscode.window.activeTextEditor?.selection.isEmpty === false,
      vscode.window.onDidChangeTextEditorSelection,
    );
    assert.deepEqual(told, [
      {
        message:
          'OpenAI project key in pushed.ts has been pushed. Revoke it: taking it out of the file is not enough.',
        buttons: ['Open Key Page', 'Show Key'],
      },
    ]);
    for (const part of secretParts(openai)) assert.ok(!JSON.stringify(told).includes(part));
    await write({ 'again.ts': `f("${openai}");\n` });
    git('add', '.');
    git('commit', '-q', '--no-verify', '-m', 'y');
    git('push', '-q', '--no-verify', 'origin', 'HEAD:refs/heads/main');
    const again = await open('again.ts');
    await untilRules(again.document.uri, 'openai-project-key');
    assert.equal(told.length, 1, 'a workspace is told once');
  });
});
