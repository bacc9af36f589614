import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  activated,
  applyFirst,
  autoFix,
  errorShown,
  exceptions,
  filesOnDisk,
  open,
  reset,
  resetLoaded,
  until,
  untilFiles,
  untilRules,
  uriOf,
  write,
} from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

describe('quick fix', () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  it('moves the key, and one undo takes all of it back; redo moves it again', async () => {
    const text = `export const key = "${openai}";\n`;
    await write({ 'package.json': '{}\n', 'src/app.ts': text });
    const editor = await open('src/app.ts');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    const moved = {
      '.env': `OPENAI_API_KEY=${openai}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      '.gitignore': '.env\n',
      'package.json': '{}\n',
      'src/app.ts': 'export const key = process.env.OPENAI_API_KEY;\n',
    };
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    assert.equal(editor.document.getText(), moved['src/app.ts']);
    await untilFiles(moved);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      ['app.ts'],
      'no other tab opens',
    );

    await vscode.commands.executeCommand('undo');
    await untilRules(editor.document.uri, 'openai-project-key');
    assert.equal(editor.document.getText(), text);
    await editor.document.save();
    await untilFiles({ 'package.json': '{}\n', 'src/app.ts': text });

    await vscode.commands.executeCommand('redo');
    await untilRules(editor.document.uri);
    await editor.document.save();
    await untilFiles(moved);
  });

  it('declares the variable in another file, and one undo takes that back too', async () => {
    const text = `import { log } from './log';\n\nlog("${openai}");\n`;
    const declares = (more: string): string =>
      `import { z } from 'zod';\n\nexport const env = z\n  .object({\n    NAME: z.string(),\n${more}  })\n  .parse(process.env);\n`;
    const before = { 'package.json': '{}\n', 'src/app.ts': text, 'src/env.ts': declares('') };
    await write(before);
    const editor = await open('src/app.ts');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    const moved = {
      '.env': `OPENAI_API_KEY=${openai}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      '.gitignore': '.env\n',
      'package.json': '{}\n',
      'src/app.ts':
        "import { log } from './log';\nimport { env } from './env';\n\nlog(env.OPENAI_API_KEY);\n",
      'src/env.ts': declares('    OPENAI_API_KEY: z.string(),\n'),
    };
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    assert.equal(editor.document.getText(), moved['src/app.ts']);
    await editor.document.save();
    await untilFiles(moved);

    await vscode.commands.executeCommand('undo');
    await untilRules(editor.document.uri, 'openai-project-key');
    await editor.document.save();
    await untilFiles(before);
  });

  it('follows the settings: how the code reads a variable, and what a name does that is taken', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    const settings = vscode.workspace.getConfiguration('keystow', folder);
    const set = (key: string, value: unknown): Thenable<void> =>
      settings.update(key, value, vscode.ConfigurationTarget.Global);
    try {
      await set('lookupStyle', { python: 'plain' });
      await set('nameCollision', 'reuse');
      const env = `OPENAI_API_KEY=${madeKey('openai-project-key', 'other')}\n`;
      await write({ '.gitignore': '.env\n', '.env': env, 'a.py': `import os\n\nKEY = "${openai}"\n` });
      const editor = await open('a.py');
      const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
      assert.ok(problem);
      const [action] = await actionsAt(editor.document.uri, problem.range);
      assert.equal(action?.title, 'Use OPENAI_API_KEY from .env, which has another value');
      await autoFix(editor, problem.range);
      await untilRules(editor.document.uri);
      assert.equal(editor.document.getText(), 'import os\n\nKEY = os.environ.get("OPENAI_API_KEY")\n');
      assert.equal((await filesOnDisk())['.env'], env);
    } finally {
      await set('lookupStyle', undefined);
      await set('nameCollision', undefined);
    }
  });

  it('keeps what is in the files: names, values, comments, line endings', async () => {
    const env = `# mine\r\nOPENAI_API_KEY=${madeKey('openai-project-key', 'other')}\r\nLAST=1`;
    await write({
      '.gitignore': '# all\n.env\n',
      '.env': env,
      '.env.example': 'OPENAI_API_KEY=\n',
      'a.py': `"""Doc."""\r\nimport sys\r\n\r\nKEY = "${openai}"\r\n`,
    });
    const editor = await open('a.py');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    const [action] = await actionsAt(editor.document.uri, problem.range);
    assert.equal(action?.title, 'Move to .env as OPENAI_API_KEY_2');
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    await editor.document.save();
    await untilFiles({
      '.gitignore': '# all\n.env\n',
      '.env': `${env}\r\nOPENAI_API_KEY_2=${openai}\r\n`,
      '.env.example': 'OPENAI_API_KEY=\nOPENAI_API_KEY_2=\n',
      'a.py': '"""Doc."""\r\nimport os\r\nimport sys\r\n\r\nKEY = os.environ["OPENAI_API_KEY_2"]\r\n',
    });
  });

  it('ends all lines of an env file with LF, and an undo takes that back', async () => {
    await write({ '.gitignore': '.env*\n', '.env.local': 'A=1\r\nB=2\r\n' });
    const editor = await open('.env.local');
    const [problem] = await untilRules(editor.document.uri, 'env-crlf');
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Hint);
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    assert.equal(editor.document.eol, vscode.EndOfLine.LF);
    await editor.document.save();
    await untilFiles({ '.gitignore': '.env*\n', '.env.local': 'A=1\nB=2\n' });
    await vscode.commands.executeCommand('undo');
    await untilRules(editor.document.uri, 'env-crlf');
    assert.equal(editor.document.getText(), 'A=1\r\nB=2\r\n');
  });

  it('offers what else can be done, in order', async () => {
    await write({ 'a.ts': `const client = new OpenAI({ apiKey: "${openai}" });\n` });
    const editor = await open('a.ts');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    const actions = await actionsAt(editor.document.uri, problem.range);
    // The language's own server may have something to say of the same place.
    const ours = actions.filter(({ title }) => !/^(?:Change|Add|Import|Declare|Infer|Update) /.test(title));
    assert.deepEqual(
      ours.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['Move to .env as OPENAI_API_KEY', true],
        ['Move to .env as…', false],
        ['Remove the argument: the SDK reads OPENAI_API_KEY', false],
        ['Revoke the key on its page: OpenAI', false],
        ...exceptions.map((title) => [title, false]),
      ],
    );
    // The last one that was looked at, of those that Keystow carries out.
    await vscode.commands.executeCommand('keystow.internal.afterFix');
    await untilRules(editor.document.uri);
    assert.equal(editor.document.getText(), 'const client = new OpenAI();\n');
  });

  it('moves a string that no rule has found', async () => {
    const text = 'const dbPassword = "hunter2 and more";\n';
    await write({ 'a.ts': text });
    const editor = await open('a.ts');
    await until(() => editor.document.getText() === text, vscode.workspace.onDidChangeTextDocument);
    for (const [from, to] of [
      [19, 37],
      [20, 36],
    ] as const) {
      const actions: readonly vscode.CodeAction[] = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        new vscode.Range(0, from, 0, to),
        'refactor.extract.envVar',
        10,
      );
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Move to .env as DB_PASSWORD'],
      );
    }
    editor.selection = new vscode.Selection(0, 20, 0, 36);
    await applyFirst(editor, { kind: 'refactor.extract.envVar' });
    await until(
      () => editor.document.getText() === 'const dbPassword = process.env.DB_PASSWORD;\n',
      vscode.workspace.onDidChangeTextDocument,
    );
    await editor.document.save();
    await untilFiles({
      '.env': "DB_PASSWORD='hunter2 and more'\n",
      '.env.example': 'DB_PASSWORD=\n',
      '.gitignore': '.env\n',
      'a.ts': 'const dbPassword = process.env.DB_PASSWORD;\n',
    });
  });

  it('asks for the name, and says what is wrong with one', async () => {
    await write({ 'a.ts': `f("${openai}", "${openai}");\n` });
    const editor = await open('a.ts');
    await untilRules(editor.document.uri, 'openai-project-key', 'openai-project-key');
    editor.selection = new vscode.Selection(0, 5, 0, 5);
    const { showInputBox } = vscode.window;
    let asked: vscode.InputBoxOptions | undefined;
    Object.assign(vscode.window, {
      showInputBox: (options: vscode.InputBoxOptions) => {
        asked = options;
        return Promise.resolve('MY_OWN_KEY');
      },
    });
    try {
      await vscode.commands.executeCommand('keystow.internal.moveAs');
    } finally {
      Object.assign(vscode.window, { showInputBox });
    }
    await untilRules(editor.document.uri);
    assert.equal(editor.document.getText(), 'f(process.env.MY_OWN_KEY, process.env.MY_OWN_KEY);\n');
    assert.equal(asked?.value, 'OPENAI_API_KEY');
    assert.match(String(asked?.validateInput?.('NEXT_PUBLIC_KEY')), /browser/);
    assert.match(String(asked?.validateInput?.('PATH')), /other programs/);
    assert.equal(asked?.validateInput?.('FINE_KEY'), undefined);
    assert.equal((await filesOnDisk())['.env'], `MY_OWN_KEY=${openai}\n`);
  });

  it('moves all keys of a file where that is asked for on save', async () => {
    await write({ 'a.ts': `f("${openai}", "${anthropic}");\n` });
    const editor = await open('a.ts');
    await untilRules(editor.document.uri, 'openai-project-key', 'anthropic-api-key');
    const configuration = vscode.workspace.getConfiguration('editor');
    await configuration.update('codeActionsOnSave', { 'source.fixAll.keystow': 'explicit' });
    try {
      await vscode.commands.executeCommand('workbench.action.files.save');
      await untilRules(editor.document.uri);
    } finally {
      await configuration.update('codeActionsOnSave', undefined);
    }
    assert.equal(
      editor.document.getText(),
      'f(process.env.OPENAI_API_KEY, process.env.ANTHROPIC_API_KEY);\n',
    );
  });

  it('makes the program load the file in the same step, and one undo takes that back as well', async () => {
    const manifest = '{\n  "scripts": { "start": "node src/app.js" }\n}\n';
    const text = `f("${openai}");\n`;
    await vscode.workspace.fs.delete(uriOf('.envrc'));
    await write({ 'package.json': manifest, 'src/app.js': text, '.gitignore': '.env\n' });
    const editor = await open('src/app.js');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    await editor.document.save();
    await untilFiles({
      '.gitignore': '.env\n',
      '.env': `OPENAI_API_KEY=${openai}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      'package.json': '{\n  "scripts": { "start": "node --env-file-if-exists=.env src/app.js" }\n}\n',
      'src/app.js': 'f(process.env.OPENAI_API_KEY);\n',
    });
    await vscode.commands.executeCommand('undo');
    await untilRules(editor.document.uri, 'openai-project-key');
    await editor.document.save();
    await untilFiles({ '.gitignore': '.env\n', 'package.json': manifest, 'src/app.js': text });
  });

  it('asked for twice at once, moves the key once', async () => {
    const text = `f("${openai}"); // ${'-'.repeat(40)}\n`;
    await write({ 'a.js': text, '.env': 'OTHER=1\n' });
    const editor = await open('a.js');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    for (let stroke = 0; stroke < 2; stroke++) void vscode.commands.executeCommand('editor.action.autoFix');
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    await editor.document.save();
    const after = `f(process.env.OPENAI_API_KEY); // ${'-'.repeat(40)}\n`;
    assert.equal(editor.document.getText(), after);
    await untilFiles({
      'a.js': after,
      '.env': `OTHER=1\nOPENAI_API_KEY=${openai}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      '.gitignore': '.env\n',
    });
  });

  it('uses the name that has the value already', async () => {
    await write({
      '.gitignore': '.env\n',
      '.env': `MINE=${openai}\n`,
      '.env.example': 'MINE=\n',
      'a.js': `f("${openai}")`,
    });
    const editor = await open('a.js');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    assert.ok(problem);
    const [action] = await actionsAt(editor.document.uri, problem.range);
    assert.equal(action?.title, 'Use MINE from .env');
    await autoFix(editor, problem.range);
    await untilRules(editor.document.uri);
    assert.equal(editor.document.getText(), 'f(process.env.MINE)');
  });

  it('follows the key when the text changed after the diagnosis', async () => {
    await write({ 'a.ts': `const key = "${openai}";\n` });
    const editor = await open('a.ts');
    await untilRules(editor.document.uri, 'openai-project-key');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// a line above\n'));
    await autoFix(editor, new vscode.Range(1, 20, 1, 20)); // before the next scan
    await untilRules(editor.document.uri);
    assert.equal(editor.document.getText(), '// a line above\nconst key = process.env.OPENAI_API_KEY;\n');
  });

  it('says why, and changes nothing, where a move would not help', async () => {
    await write({ 'a.tsx': `const k = "${openai}";\n`, 'b.ts': `const k = 1; // ${openai}\n` });
    for (const [path, reason] of [
      ['a.tsx', /runs in the browser/],
      ['b.ts', /in a comment/],
    ] as const) {
      await open(path);
      const [problem] = await untilRules(uriOf(path), 'openai-project-key');
      assert.ok(problem);
      const [action, ...more] = await actionsAt(uriOf(path), problem.range);
      assert.deepEqual(
        more.map(({ title }) => title),
        ['Revoke the key on its page: OpenAI', ...exceptions],
      );
      assert.match(action?.title ?? '', /^Cannot move to \.env: /);
      assert.match(action?.title ?? '', reason);
      assert.deepEqual([action?.edit, action?.isPreferred], [undefined, false]);
    }
    assert.equal(Object.keys(await filesOnDisk()).length, 2);
  });

  it('stays away from what is no finding', async () => {
    await write({ 'a.ts': 'const k = process.env.OPENAI_API_KEY;\n' });
    await open('a.ts');
    assert.deepEqual(await actionsAt(uriOf('a.ts'), new vscode.Range(0, 0, 0, 10)), []);
  });

  it('takes an untitled document nowhere, and says what to do first', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'python',
      content: `K = "${openai}"\n`,
    });
    const [problem] = await untilRules(document.uri, 'openai-project-key');
    assert.ok(problem);
    const [action] = await actionsAt(document.uri, problem.range);
    assert.match(action?.title ?? '', /Save the file in a folder first/);
    assert.equal(action?.edit, undefined);
    assert.deepEqual(await filesOnDisk(), {});
  });

  it('takes everything back where .env cannot be saved as written', async () => {
    const files = { '.gitignore': '.env\n', '.env': 'A=1\n', 'a.ts': `f("${openai}");\n` };
    await write(files);
    const editor = await open('a.ts');
    const [problem] = await untilRules(uriOf('a.ts'), 'openai-project-key');
    assert.ok(problem);
    // As a formatter on save may do: it swallows what was appended.
    const spoiler = vscode.workspace.onWillSaveTextDocument((event) => {
      if (event.document.uri.toString() !== uriOf('.env').toString()) return;
      const all = new vscode.Range(0, 0, event.document.lineCount, 0);
      event.waitUntil(Promise.resolve([vscode.TextEdit.replace(all, 'A=1\n')]));
    });
    try {
      await autoFix(editor, problem.range);
      assert.equal(await errorShown(), '.env does not read back as written. Nothing was changed.');
    } finally {
      spoiler.dispose();
    }
    assert.equal(editor.document.getText(), files['a.ts']);
    await untilFiles(files);
  });

  it('shows no character of a key in any title', async () => {
    await write({ 'a.ts': `f("${openai}", "${anthropic}");\n`, Dockerfile: `FROM a\nENV K=${openai}\n` });
    for (const path of ['a.ts', 'Dockerfile']) {
      await open(path);
      await until(() => vscode.languages.getDiagnostics(uriOf(path)).length > 0);
      const actions = await actionsAt(uriOf(path), new vscode.Range(0, 0, 1, 400));
      assert.ok(actions.length > 0);
      const shown = actions
        .map(({ title, command }) => `${title} ${JSON.stringify(command ?? {})}`)
        .join('\n');
      for (const part of [openai, anthropic].flatMap(secretParts)) assert.ok(!shown.includes(part));
    }
  });
});

describe('Move All Keys in File to .env', () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  it('moves every key that can be moved in one edit', async () => {
    const text = `f("${openai}");\ng("${anthropic}");\nh("Bearer ${openai}");\nf("${openai}");\n`;
    await write({ 'a.js': text });
    const { document } = await open('a.js');
    await vscode.commands.executeCommand('keystow.moveAllKeys');
    assert.equal(
      document.getText(),
      `f(process.env.OPENAI_API_KEY);\ng(process.env.ANTHROPIC_API_KEY);\nh(\`Bearer \${process.env.OPENAI_API_KEY}\`);\nf(process.env.OPENAI_API_KEY);\n`,
    );
    assert.equal((await filesOnDisk())['.env'], `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('run twice at once moves each key once', async () => {
    await write({ 'a.js': `f("${openai}");\ng("${anthropic}");\n` });
    const { document } = await open('a.js');
    await Promise.all([1, 2].map(() => vscode.commands.executeCommand('keystow.moveAllKeys')));
    assert.equal(document.getText(), 'f(process.env.OPENAI_API_KEY);\ng(process.env.ANTHROPIC_API_KEY);\n');
    const files = await filesOnDisk();
    assert.equal(files['.env'], `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`);
    assert.equal(files['.gitignore'], '.env\n');
  });
});
