import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  filesOnDisk,
  open,
  problemsOf,
  reset,
  ruleOf,
  type,
  until,
  untilRules,
  uriOf,
  write,
} from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

describe('diagnostics', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('underline a key that is typed, exactly, and say what it is', async () => {
    await write({ 'app.ts': '' });
    const editor = await open('app.ts');
    await type(`const key = "${openai}";`);
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    assert.equal(editor.document.getText(problem.range), openai);
    assert.match(problem.message, /^OpenAI project key in .*\. Move it to \.env\.$/);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof problem.code === 'object');
    assert.match(problem.code.target.toString(), /docs\/rules\.md#openai-project-key$/);
    await vscode.commands.executeCommand('undo');
    await untilRules(editor.document.uri);
  });

  it("follow the rules of the folder's policy, as it is written and changed", async () => {
    const own = `acme_${madeKey('mistral-api-key')}`;
    await write({ 'own.ts': `const k = "${own}";\n` });
    const editor = await open('own.ts');
    await untilRules(editor.document.uri);
    const rule = { id: 'acme-api-key', title: 'Acme API key', prefix: 'acme_', envName: 'ACME_KEY' };
    await write({ '.keystow.json': JSON.stringify({ rules: [rule] }) });
    const [problem] = await untilRules(editor.document.uri, 'acme-api-key');
    assert.equal(editor.document.getText(problem?.range), own);
    assert.equal(problem?.code, 'acme-api-key', 'no page explains it');
    await write({ '.keystow.json': '{ "rules": [' });
    await untilRules(editor.document.uri);
  });

  it('follow every change, and count positions as the editor does', async () => {
    await write({ 'a.py': `\uFEFF# é 😀\r\nKEY = "${openai}"\r\n` });
    const editor = await open('a.py');
    const [first] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.equal(editor.document.getText(first?.range), openai);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# 😀 above\n'));
    const moved = await until(() =>
      problemsOf(editor.document.uri).find(({ range }) => range.start.line === 2),
    );
    assert.equal(editor.document.getText(moved.range), openai);
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), `OTHER = "${anthropic}"\n`));
    await untilRules(editor.document.uri, 'openai-project-key', 'anthropic-api-key');
  });

  it('follow edits of a long program, of which only the lines around them are read', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => `  const value${n} = compute(${n}, 'a text');`);
    await write({ 'long.ts': `// begin\n${lines.join('\n')}\n` });
    const editor = await open('long.ts');
    const { uri } = editor.document;
    const { onDidScan } = await activated();
    const edit = async (...changes: readonly (readonly [line: number, text: string])[]): Promise<void> => {
      const scanned = new Promise<void>((resolve) => {
        const listener = onDidScan((one) => {
          if (one.toString() !== uri.toString()) return;
          listener.dispose();
          resolve();
        });
      });
      await editor.edit((builder) => {
        for (const [line, text] of changes) builder.insert(new vscode.Position(line, 0), text);
      });
      await scanned;
    };
    await edit([150, '// one\n']);
    await edit([20, '// two\n']);
    await edit([280, '// three\n'], [40, '// four\n// five\n']);
    assert.deepEqual(problemsOf(uri), []);
    await edit([200, `const key = "${openai.slice(0, 30)}" +\n`]);
    assert.deepEqual(problemsOf(uri), []);
    await edit([10, '// six\n'], [201, `  "${openai.slice(30)}";\n`], [100, '// seven\n']);
    const [problem] = await untilRules(uri, 'openai-project-key');
    assert.equal(problem?.range.start.line, 202);
    await vscode.commands.executeCommand('undo');
    await untilRules(uri);
    await edit([90, '// eight\n'], [250, `const other = "${anthropic}";\n`]);
    await untilRules(uri, 'anthropic-api-key');
  });

  it('are made once for many keystrokes', async () => {
    await write({ 'a.ts': '' });
    const editor = await open('a.ts');
    const { onDidScan } = await activated();
    let scans = 0;
    const listener = onDidScan((uri) => {
      if (uri.toString() === editor.document.uri.toString()) scans++;
    });
    const text = `const key = "${openai}`;
    for (const character of text) await type(character);
    await untilRules(editor.document.uri, 'openai-project-key');
    listener.dispose();
    assert.ok(scans < text.length / 4, `${scans} scans for ${text.length} keystrokes`);
  });

  it('stand in untitled documents and in cells of a notebook', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'python',
      content: `K = "${openai}"\n`,
    });
    await untilRules(untitled.uri, 'openai-project-key');
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilRules(untitled.uri);

    const cell = {
      cell_type: 'code',
      source: [`K = "${openai}"`],
      metadata: {},
      outputs: [],
      execution_count: null,
    };
    const metadata = { language_info: { name: 'python' } };
    await write({ 'a.ipynb': JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }) });
    const notebook = await vscode.workspace.openNotebookDocument(uriOf('a.ipynb'));
    await vscode.window.showNotebookDocument(notebook);
    await untilRules(notebook.cellAt(0).document.uri, 'openai-project-key');
    // The policy of the folder is the cells' as well.
    await write({ '.keystow.json': '{ "severity": { "openai-project-key": "off" } }\n' });
    await untilRules(notebook.cellAt(0).document.uri);
    await write({ '.keystow.json': '{}\n' });
    await untilRules(notebook.cellAt(0).document.uri, 'openai-project-key');
  });

  it('go with a file that is closed, deleted or renamed', async () => {
    await write({ 'a.ts': `"${openai}"`, 'b.ts': `"${openai}"`, 'c.ts': `"${openai}"` });
    await open('a.ts');
    await untilRules(uriOf('a.ts'), 'openai-project-key');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await untilRules(uriOf('a.ts'));

    const change = async (edit: (edit: vscode.WorkspaceEdit) => void): Promise<void> => {
      const all = new vscode.WorkspaceEdit();
      edit(all);
      assert.ok(await vscode.workspace.applyEdit(all));
    };
    await open('b.ts');
    await untilRules(uriOf('b.ts'), 'openai-project-key');
    await change((edit) => edit.deleteFile(uriOf('b.ts')));
    await untilRules(uriOf('b.ts'));

    await open('c.ts');
    await untilRules(uriOf('c.ts'), 'openai-project-key');
    await change((edit) => edit.renameFile(uriOf('c.ts'), uriOf('d.ts')));
    await untilRules(uriOf('c.ts'));
    await untilRules(uriOf('d.ts'), 'openai-project-key');
  });

  it('follow the settings at once', async () => {
    await write({ 'a.ts': `"${openai}"`, 'gen/b.ts': `"${openai}"` });
    await open('a.ts');
    await untilRules(uriOf('a.ts'), 'openai-project-key');
    const set = (key: string, value: unknown): Thenable<void> =>
      vscode.workspace.getConfiguration('keystow').update(key, value, vscode.ConfigurationTarget.Workspace);
    try {
      await set('severity', { 'openai-project-key': 'warning' });
      await until(() => problemsOf(uriOf('a.ts'))[0]?.severity === vscode.DiagnosticSeverity.Warning);
      await set('severity', { 'openai-project-key': 'off' });
      await untilRules(uriOf('a.ts'));
      await set('severity', 'nonsense');
      await untilRules(uriOf('a.ts'), 'openai-project-key');
      await set('exclude', ['a.ts']);
      await untilRules(uriOf('a.ts'));
      await set('exclude', undefined);
      await untilRules(uriOf('a.ts'), 'openai-project-key');
      await set('maxFileSize', 0.01);
      await untilRules(uriOf('a.ts'));
      await set('maxFileSize', undefined);
      await untilRules(uriOf('a.ts'), 'openai-project-key');
      await set('enable', false);
      await untilRules(uriOf('a.ts'));
    } finally {
      for (const key of ['severity', 'exclude', 'maxFileSize', 'enable']) await set(key, undefined);
    }
    await untilRules(uriOf('a.ts'), 'openai-project-key');
  });

  it('read a text in whatever encoding the editor read it', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...`k = "${openai}"`].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
    await write({
      'utf16.js': utf16,
      'broken.ts': `const k = { "${openai}`,
      'crlf.ts': `\r\nconst k = "${openai}";\r\n`,
    });
    for (const [path, line] of [
      ['utf16.js', 0],
      ['broken.ts', 0],
      ['crlf.ts', 1],
    ] as const) {
      const { document } = await open(path);
      const [problem] = await untilRules(document.uri, 'openai-project-key');
      assert.equal(problem?.range.start.line, line);
      assert.equal(document.getText(problem.range), openai);
    }
    assert.equal(Object.keys(await filesOnDisk()).length, 3, 'looking changes nothing');
  });

  it('show no character of a key beyond its public prefix', async () => {
    const rules = ['openai-project-key', 'anthropic-api-key', 'aws-access-key-id', 'slack-webhook-url'];
    const keys = rules.map((rule) => madeKey(rule));
    await write({ 'a.ts': keys.map((key, index) => `const k${index} = "${key}";`).join('\n') });
    await open('a.ts');
    const problems = await untilRules(uriOf('a.ts'), ...rules);
    const shown = problems.map((problem) => `${problem.message} ${String(ruleOf(problem))}`).join('\n');
    for (const part of keys.flatMap(secretParts)) assert.ok(!shown.includes(part));
  });
});
