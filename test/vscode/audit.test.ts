import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, open, problemsOf, reset, until, untilRules, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');
const audit = (): Thenable<string> => vscode.commands.executeCommand('keystow.auditWorkspace');

describe('Audit Workspace', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('says in one line that an empty workspace is clean', async () => {
    assert.equal(await audit(), 'No problems in 0 files.');
  });

  it('lists closed files too, and says what it skipped', async () => {
    await write({
      'a/one.ts': `f("${openai}");\n`,
      'two.py': `K = "${openai}"\n`,
      Dockerfile: 'FROM a\nENV DB_PASSWORD=correct-horse-9\n',
      'binary.bin': Uint8Array.from([0, 1, 2]),
      'node_modules/x/y.js': `"${openai}"`,
      'huge.txt': 'x'.repeat(5121 * 1024),
      'ignored/z.ts': `"${openai}"`,
      '.gitignore': 'ignored/\n.env\n',
    });
    assert.equal(
      await audit(),
      '2 keys and 1 other problem in 4 files. Skipped: 1 binary, 1 excluded, 1 too large.',
    );
    await untilRules(uriOf('a/one.ts'), 'openai-project-key');
    await untilRules(uriOf('two.py'), 'openai-project-key');
    await untilRules(uriOf('Dockerfile'), 'dockerfile-env-key');
    assert.deepEqual(problemsOf(uriOf('ignored/z.ts')), []);
  });

  it('stays true: a file that is mended, deleted or opened', async () => {
    await write({
      'a.ts': `f("${openai}");\n`,
      'b.ts': `f("${openai}");\n`,
      'c.ts': `f("${openai}");\n`,
      '.gitignore': '.env\n',
    });
    await audit();
    for (const path of ['a.ts', 'b.ts', 'c.ts']) await untilRules(uriOf(path), 'openai-project-key');
    await vscode.workspace.fs.delete(uriOf('a.ts'));
    await untilRules(uriOf('a.ts'));
    await write({ 'b.ts': 'f();\n' });
    await untilRules(uriOf('b.ts'));
    const editor = await open('c.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// one more\n'));
    await untilRules(uriOf('c.ts'), 'openai-project-key');
    assert.equal(await audit(), '1 key in 3 files.');
  });

  it('finds a key again where an open file is deleted and made anew with the same text', async () => {
    const files = { 'a.ts': `f("${openai}");\n`, '.gitignore': '.env\n' };
    await write(files);
    await audit();
    const { document } = await open('a.ts');
    await vscode.workspace.fs.delete(uriOf('a.ts'));
    await untilRules(document.uri);
    await write(files);
    await open('a.ts'); // the browser has closed it
    await untilRules(document.uri, 'openai-project-key');
  });

  it('leaves the keys of an open notebook to its cells, and what is in none of them to its file', async () => {
    const other = madeKey('anthropic-api-key');
    const cell = {
      ...{ cell_type: 'code', execution_count: null, id: 'a', metadata: {} },
      outputs: [{ name: 'stdout', output_type: 'stream', text: [`${other}\n`] }],
      source: [`key = "${openai}"`],
    };
    const metadata = { language_info: { name: 'python' } };
    await write({
      'book.ipynb': JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }),
      '.gitignore': '.env\n',
    });
    const uri = uriOf('book.ipynb');
    await audit();
    await untilRules(uri, 'anthropic-api-key', 'openai-project-key');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'jupyter-notebook');
    const notebook = await until(
      () => vscode.workspace.notebookDocuments.find((one) => one.uri.toString() === uri.toString()),
      vscode.workspace.onDidOpenNotebookDocument,
    );
    await untilRules(notebook.cellAt(0).document.uri, 'openai-project-key');
    await untilRules(uri, 'anthropic-api-key');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await untilRules(uri, 'anthropic-api-key', 'openai-project-key');
  });

  it('goes with a file that is renamed, and with its folder', async () => {
    await write({ 'x/a.ts': `f("${openai}");\n`, '.gitignore': '.env\n' });
    await audit();
    await untilRules(uriOf('x/a.ts'), 'openai-project-key');
    for (const [from, to, file] of [
      ['x/a.ts', 'x/b.ts', 'x/b.ts'],
      ['x', 'y', 'y/b.ts'],
    ] as const) {
      const renamed = new vscode.WorkspaceEdit();
      renamed.renameFile(uriOf(from), uriOf(to));
      await vscode.workspace.applyEdit(renamed);
      await untilRules(uriOf(file), 'openai-project-key');
    }
    await untilRules(uriOf('x/a.ts'));
    assert.equal(await audit(), '1 key in 2 files.');
  });

  it('is made anew where a policy comes while it runs', async () => {
    const files = Array.from({ length: 60 }, (_, index) => [`a${index}.ts`, `f("${openai}");\n`] as const);
    await write({ ...Object.fromEntries(files), '.gitignore': '.env\n' });
    const running = audit();
    await write({ '.keystow.json': '{ "severity": { "openai-project-key": "off" } }\n' });
    await running;
    for (const [file] of files) await untilRules(uriOf(file));
    await write({ '.keystow.json': '{}\n' });
  });

  it('sees what is typed and not yet saved', async () => {
    await write({ 'a.ts': '\n', '.gitignore': '.env\n' });
    const editor = await open('a.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `f("${openai}");`));
    assert.equal(await audit(), '1 key in 2 files.');
  });
});
