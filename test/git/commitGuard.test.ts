import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { activated, errorShown, folder, reset, write } from '../support/editor';
import { madeKey } from '../support/keys';

/** A hook is a process that git starts: not for the browser. */
describe('Set Up Commit Guard', () => {
  const onDisk = (file: string): string => path.join(folder().fsPath, file);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd: folder().fsPath,
      encoding: 'utf8',
    });
  const fresh = async (): Promise<void> => {
    await reset();
    git('rm', '-rq', '--cached', '--ignore-unmatch', '.');
    for (const file of ['.git/hooks/pre-commit', '.git/keystow'])
      rmSync(onDisk(file), { recursive: true, force: true });
    spawnSync('git', ['config', '--unset', 'core.hooksPath'], { cwd: folder().fsPath });
  };
  before(activated);
  beforeEach(fresh);
  after(fresh);

  it('stops a commit that adds a key, with the node of the editor', async () => {
    const { showInformationMessage } = vscode.window;
    const said: string[] = [];
    Object.assign(vscode.window, {
      showInformationMessage: (message: string) => {
        said.push(message);
        return Promise.resolve(undefined);
      },
    });
    try {
      await vscode.commands.executeCommand('keystow.setUpCommitGuard');
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.deepEqual(said, ['A commit that adds a key is stopped from now on, by .git/hooks/pre-commit.']);
    await write({ 'a.ts': `f("${madeKey('openai-project-key')}");\n` });
    git('add', 'a.ts');
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', 'commit', '-q', '-m', 'x'],
      { cwd: folder().fsPath, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } },
    );
    assert.equal(status, 1, stderr);
    assert.match(stderr, /OpenAI project key/);
  });

  it('says why it cannot be set up', async () => {
    git('config', 'core.hooksPath', '/dev/null');
    await vscode.commands.executeCommand('keystow.setUpCommitGuard');
    assert.match(await errorShown(), /^Hooks are switched off here: core\.hooksPath is \/dev\/null/);
    assert.ok(!existsSync(onDisk('.git/keystow')));
  });
});
