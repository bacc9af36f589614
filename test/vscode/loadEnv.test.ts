import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  activated,
  autoFix,
  exceptions,
  filesOnDisk,
  open,
  problemsOf,
  reset,
  untilFiles,
  untilRules,
  uriOf,
  write,
} from '../support/editor';

const rule = 'env-not-loaded';
const env = { '.env': 'A_KEY=some-words\n', '.gitignore': '.env\n' };
const js = 'f(process.env.A_KEY);\n';

describe('an env file that nothing loads', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('is told where the code reads it; the fix loads it, and one undo takes that back', async () => {
    const manifest = '{ "scripts": { "start": "node src/a.js" } }\n';
    const files = { ...env, 'package.json': manifest, 'src/a.js': js };
    await write(files);
    const editor = await open('src/a.js');
    const [problem] = await untilRules(uriOf('src/a.js'), rule);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(problem.message, 'Nothing loads .env: A_KEY is not set when this runs.');
    assert.equal(editor.document.getText(problem.range), 'process.env.A_KEY');
    const [action, ...more] = await actionsAt(uriOf('src/a.js'), problem.range);
    assert.deepEqual(
      [action?.title, more.length],
      ['Load .env: add --env-file-if-exists to the scripts', exceptions.length],
    );

    await autoFix(editor, problem.range);
    await untilRules(uriOf('src/a.js'));
    await untilFiles({
      ...files,
      'package.json': manifest.replace('node ', 'node --env-file-if-exists=.env '),
    });

    await vscode.commands.executeCommand('undo');
    await untilFiles(files);
    await untilRules(uriOf('src/a.js'), rule);
  });

  it('the fix in the code itself, and its undo', async () => {
    await write({ ...env, 'a.js': js });
    const editor = await open('a.js');
    const [problem] = await untilRules(uriOf('a.js'), rule);
    assert.ok(problem);
    await autoFix(editor, problem.range);
    await untilRules(uriOf('a.js'));
    assert.match(editor.document.getText(), /^try \{\n {2}process\.loadEnvFile\(\);\n/);
    assert.ok(editor.document.getText().endsWith(js));
    await vscode.commands.executeCommand('undo');
    await untilRules(uriOf('a.js'), rule);
    assert.equal(editor.document.getText(), js);
  });

  it('follows the text while it changes, and the files that decide', async () => {
    await write({ '.gitignore': '.env\n', 'a.js': '\n' });
    const editor = await open('a.js');
    const put = (text: string): Thenable<boolean> =>
      editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await put(js);
    await write({ '.env': 'A_KEY=some-words\n' });
    await untilRules(uriOf('a.js'), rule);
    await put('// one more line\n');
    await put('// and one more\n');
    const problems = await untilRules(uriOf('a.js'), rule);
    assert.ok(problems.length === 1);
    await write({ '.envrc': 'dotenv\n' });
    await untilRules(uriOf('a.js'));
    await write({ '.envrc': 'layout node\n' });
    const [problem] = await untilRules(uriOf('a.js'), rule);
    assert.ok(problem);
    assert.equal(editor.document.getText(problem.range), 'process.env.A_KEY');
    await put('process.loadEnvFile();\n');
    await untilRules(uriOf('a.js'));
  });

  it('the audit tells it of a closed file, until something loads it', async () => {
    await write({ ...env, 'a.js': js });
    await vscode.commands.executeCommand('keystow.auditWorkspace');
    await untilRules(uriOf('a.js'), rule);
    await write({ Makefile: 'run:\n\tset -a; . ./.env; set +a; node a.js\n' });
    await untilRules(uriOf('a.js'));
    assert.deepEqual(problemsOf(uriOf('.env')), []);
  });
});

describe('a variable that no env file names', () => {
  const severity = (value: unknown): Thenable<void> =>
    vscode.workspace
      .getConfiguration('keystow')
      .update('severity', value, vscode.ConfigurationTarget.Workspace);
  before(activated);
  beforeEach(reset);
  after(async () => {
    await severity(undefined);
    await reset();
  });

  it('is told once a setting says so, at each lookup; the fix names it, and another file ends it too', async () => {
    await write({ '.gitignore': '.env\n', '.env.example': 'A=\n', 'a.js': `${js}g(process.env.B_KEY);\n` });
    const editor = await open('a.js');
    await untilRules(uriOf('a.js'));
    await severity({ 'env-name-missing': 'info' });
    const problems = await untilRules(uriOf('a.js'), 'env-name-missing', 'env-name-missing');
    assert.deepEqual(problems.map(({ range }) => editor.document.getText(range)).sort(), [
      'process.env.A_KEY',
      'process.env.B_KEY',
    ]);
    const first = problems.find(({ range }) => range.start.line === 0);
    assert.ok(first);
    const [action] = await actionsAt(uriOf('a.js'), first.range);
    assert.equal(action?.title, 'Add A_KEY= to .env.example');
    await autoFix(editor, first.range);
    await untilRules(uriOf('a.js'), 'env-name-missing');
    assert.equal((await filesOnDisk())['.env.example'], 'A=\nA_KEY=\n');
    await write({ '.env': 'B_KEY=\n' });
    await untilRules(uriOf('a.js'));
  });
});
