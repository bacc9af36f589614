import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { changedFiles } from '../../src/git/changed';
import { activated, folder, problemsOf, reset, ruleOf, untilRules, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');
const text = `f("${openai}");\n`;

const gitIn =
  (cwd: string) =>
  (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd,
      encoding: 'utf8',
    });

/** What is changed is what git says: not for the browser. */
describe('Audit Changed Files', () => {
  const git = (...args: readonly string[]): string => gitIn(folder().fsPath)(...args);
  const audit = (): Thenable<string> => vscode.commands.executeCommand('keystow.auditChangedFiles');
  const fresh = async (): Promise<void> => {
    await reset();
    git('rm', '-rq', '--cached', '--ignore-unmatch', '.');
    rmSync(path.join(folder().fsPath, '.git/refs/heads'), { recursive: true, force: true });
    mkdirSync(path.join(folder().fsPath, '.git/refs/heads'), { recursive: true });
  };
  before(activated);
  beforeEach(fresh);
  after(fresh);

  it('looks at what is changed, staged or new, and leaves what was found elsewhere', async () => {
    await write({
      'same.ts': text,
      'changed.ts': 'f();\n',
      'gone.ts': text,
      '.gitignore': '.env\nout/\n',
    });
    git('add', '.');
    git('commit', '-q', '--no-verify', '-m', 'x');
    assert.equal(await audit(), 'Git says that no file is changed.');
    await vscode.commands.executeCommand('keystow.auditFolder', folder());
    await untilRules(uriOf('same.ts'), 'openai-project-key');
    await write({ 'changed.ts': text, 'staged ü.ts': text, 'new/a.ts': text, 'out/b.ts': text });
    git('add', 'staged ü.ts');
    await vscode.workspace.fs.delete(uriOf('gone.ts'));
    assert.equal(await audit(), '3 keys in 3 files.');
    for (const file of ['changed.ts', 'staged ü.ts', 'new/a.ts', 'same.ts'])
      await untilRules(uriOf(file), 'openai-project-key');
    assert.deepEqual(problemsOf(uriOf('out/b.ts')).map(ruleOf), []);
  });
});

describe('changedFiles', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-changed-'));
  const git = gitIn(dir);
  const put = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), content);
  };
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('knows nothing outside of a repository', async () => {
    assert.equal(await changedFiles(dir), undefined);
  });

  it('works before the first commit, and whatever a user has configured', async () => {
    git('init', '-q');
    git('config', 'status.showUntrackedFiles', 'no');
    git('config', 'status.renames', 'copies');
    put('a.ts', 'a\n'.repeat(50));
    put('sub/b.ts', 'b\n');
    git('add', 'a.ts');
    assert.deepEqual(await changedFiles(dir), ['a.ts', 'sub/b.ts']);
  });

  it('names files as the folder does, also where the repository is larger, and a renamed one by its new name', async () => {
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    git('mv', 'a.ts', 'sub/-> c.ts');
    git('rm', '-q', '--cached', 'sub/b.ts');
    put('sub/line\nbreak.ts', 'x');
    assert.deepEqual(await changedFiles(path.join(dir, 'sub')), ['-> c.ts', 'b.ts', 'line\nbreak.ts']);
    assert.deepEqual(await changedFiles(dir), ['sub/-> c.ts', 'sub/b.ts', 'sub/line\nbreak.ts']);
  });

  it('leaves out other repositories', async () => {
    mkdirSync(path.join(dir, 'other'));
    gitIn(path.join(dir, 'other'))('init', '-q');
    put('other/x.ts', 'x');
    assert.ok((await changedFiles(dir))?.every((file) => !file.startsWith('other')));
  });
});
