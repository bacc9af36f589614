import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  activated,
  autoFix,
  errorShown,
  open,
  reset,
  resetLoaded,
  until,
  untilFiles,
  untilFixed,
  untilRules,
  untilSaved,
  uriOf,
  write,
} from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');
const source = `export const key = "${openai}";\n`;
const moved = 'export const key = process.env.OPENAI_API_KEY;\n';
const stored = `OPENAI_API_KEY=${openai}\n`;
const template = { '.env.example': 'OPENAI_API_KEY=\n' };

/** The one key of `a.ts`, moved by its lightbulb. */
async function move(): Promise<vscode.TextEditor> {
  const editor = await open('a.ts');
  const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
  assert.ok(problem);
  await autoFix(editor, problem.range);
  await untilRules(editor.document.uri);
  await untilFixed();
  return editor;
}

const step = (command: 'undo' | 'redo'): Thenable<unknown> => vscode.commands.executeCommand(command);

describe('a move and its undo, on disk', () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  const envs: Readonly<Record<string, string | undefined>> = {
    'where .env is absent': undefined,
    'where .env is there': 'OTHER=1\n',
    'where .env does not end its line': '# mine\nOTHER=1',
  };
  for (const [title, env] of Object.entries(envs)) {
    it(`${title}: undone and redone, twice`, async () => {
      const before = {
        '.gitignore': '.env\n',
        'a.ts': source,
        ...(env === undefined ? {} : { '.env': env }),
      };
      const rest = env === undefined ? '' : env.endsWith('\n') ? env : `${env}\n`;
      const after = { '.gitignore': '.env\n', '.env': rest + stored, ...template, 'a.ts': moved };
      await write(before);
      const editor = await move();
      await editor.document.save();
      await untilFiles(after);
      for (let round = 0; round < 2; round++) {
        await untilSaved();
        await step('undo');
        await untilFiles(before);
        await untilSaved();
        await step('redo');
        await editor.document.save();
        await untilFiles(after);
      }
    });
  }

  it('taken back, and .env is typed in at once: that is left to the user to save', async () => {
    const before = { '.gitignore': '.env\n', 'a.ts': source, '.env': 'OTHER=1\n' };
    await write(before);
    const editor = await move();
    await editor.document.save();
    const env = await vscode.workspace.openTextDocument(uriOf('.env'));
    const typed = new vscode.WorkspaceEdit();
    typed.insert(env.uri, new vscode.Position(0, 0), 'TYPED=2\n');
    const undone = until(() => env.getText() === 'OTHER=1\n', vscode.workspace.onDidChangeTextDocument);
    await step('undo');
    await undone;
    await vscode.workspace.applyEdit(typed);
    await untilFiles({ ...before, '.env': `OTHER=1\n${stored}` });
    // The next undo is carried out after this one.
    await editor.document.save();
    assert.equal(env.getText(), 'TYPED=2\nOTHER=1\n');
    assert.ok(env.isDirty);
  });

  it('leaves the source alone where something else is undone in .env', async () => {
    await write({ '.gitignore': '.env\n', 'a.ts': source, '.env': 'OTHER=1\n' });
    const editor = await move();
    await editor.document.save();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// not done\n'));
    const env = await open('.env');
    await env.edit((edit) => edit.insert(new vscode.Position(0, 0), 'TYPED=2\n'));
    await step('undo');
    await until(() => !env.document.getText().includes('TYPED'), vscode.workspace.onDidChangeTextDocument);
    // What is saved after an undo is saved within a moment; the next undo comes after it.
    await env.edit((edit) => edit.insert(new vscode.Position(0, 0), 'TYPED=3\n'));
    await env.document.save();
    assert.ok(editor.document.isDirty);
    await untilFiles({
      '.gitignore': '.env\n',
      ...template,
      'a.ts': moved,
      '.env': `TYPED=3\nOTHER=1\n${stored}`,
    });
  });

  it('where .env is open and not saved: what was typed there stays', async () => {
    const before = { '.gitignore': '.env\n', 'a.ts': source, '.env': 'OTHER=1\n' };
    await write(before);
    const env = await open('.env');
    await env.edit((edit) => edit.insert(new vscode.Position(1, 0), 'TYPED=2\n'));
    assert.ok(env.document.isDirty);
    const editor = await move();
    await editor.document.save();
    await untilFiles({ ...before, ...template, 'a.ts': moved, '.env': `OTHER=1\nTYPED=2\n${stored}` });
    await step('undo');
    await untilFiles({ ...before, '.env': 'OTHER=1\nTYPED=2\n' });
    assert.equal(env.document.getText(), 'OTHER=1\nTYPED=2\n');
  });

  it('where .env is not saved and has changed on disk as well: nothing is moved', async () => {
    const before = { '.gitignore': '.env\n', 'a.ts': source, '.env': 'OTHER=1\n' };
    await write(before);
    const env = await open('.env');
    await env.edit((edit) => edit.insert(new vscode.Position(1, 0), 'TYPED=2\n'));
    await write({ '.env': 'OTHER=1\nNEW=3\n# longer\n' });
    const editor = await open('a.ts');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    assert.ok(env.document.isDirty);
    await autoFix(editor, problem.range);
    assert.equal(await errorShown(), '.env could not be saved. Nothing was changed.');
    await untilFiles({ ...before, '.env': 'OTHER=1\nNEW=3\n# longer\n' });
    assert.equal(editor.document.getText(), source);
    assert.equal(env.document.getText(), 'OTHER=1\nTYPED=2\n');
  });

  it('where .env changes on disk after the lightbulb was opened: the change stays', async () => {
    const before = { '.gitignore': '.env\n', 'a.ts': source, '.env': 'OTHER=1\n' };
    await write(before);
    const editor = await open('a.ts');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    await actionsAt(editor.document.uri, problem.range);
    await write({ '.env': 'OTHER=1\nNEW=3\n' });
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    await editor.document.save();
    await untilFiles({ ...before, ...template, 'a.ts': moved, '.env': `OTHER=1\nNEW=3\n${stored}` });
  });

  it('where .env changes on disk after the move: an undo of the source loses neither key', async () => {
    await write({ '.gitignore': '.env\n', 'a.ts': source, '.env': 'OTHER=1\n' });
    const editor = await move();
    await editor.document.save();
    const rotated = `OTHER=1\nOPENAI_API_KEY=${madeKey('openai-project-key', 'rotated')}\n`;
    await write({ '.env': rotated });
    const env = await vscode.workspace.openTextDocument(uriOf('.env'));
    await until(() => env.getText() === rotated, vscode.workspace.onDidChangeTextDocument);
    await vscode.window.showTextDocument(editor.document);
    await step('undo');
    await until(
      () => editor.document.getText() === source || editor.document.getText() === moved,
      vscode.workspace.onDidChangeTextDocument,
    );
    assert.equal(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('.env'))),
      rotated,
      'what was written meanwhile is not taken back',
    );
  });
});
