import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  errorShown,
  filesOnDisk,
  folder,
  problemsOf,
  reset,
  ruleOf,
  untilRules,
  uriOf,
  write,
} from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const rule = 'openai-project-key';
const audit = (): Thenable<string> => vscode.commands.executeCommand('keystow.auditWorkspace');
const auditFolder = (path: string): Thenable<string> =>
  vscode.commands.executeCommand('keystow.auditFolder', path === '' ? folder() : uriOf(path));

/** Runs something with other functions in the place of VS Code's own. */
async function withWindow<T>(stubs: object, run: () => Thenable<T>): Promise<T> {
  const before = Object.fromEntries(
    Object.keys(stubs).map((name) => [name, Reflect.get(vscode.window, name) as unknown]),
  );
  Object.assign(vscode.window, stubs);
  try {
    return await run();
  } finally {
    Object.assign(vscode.window, before);
  }
}

describe('Audit Folder', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('tells of what lies below it, and leaves what was found elsewhere', async () => {
    await write({
      'a/one.ts': `f("${openai}");\n`,
      'a/deep/two.ts': `f("${openai}");\n`,
      'ab/three.ts': `f("${openai}");\n`,
      '.gitignore': '.env\n',
    });
    assert.equal(await auditFolder('a'), '2 keys in 2 files.');
    await untilRules(uriOf('a/deep/two.ts'), rule);
    assert.deepEqual(problemsOf(uriOf('ab/three.ts')), []);
    assert.equal(await auditFolder('ab'), '1 key in 1 file.');
    await untilRules(uriOf('ab/three.ts'), rule);
    assert.deepEqual(problemsOf(uriOf('a/one.ts')).map(ruleOf), [rule]);
    assert.equal(await auditFolder(''), '3 keys in 4 files.');
  });

  it('drops what the last audit said of the folder and no longer holds', async () => {
    await write({ 'a/one.ts': `f("${openai}");\n`, 'b/one.ts': `f("${openai}");\n`, '.gitignore': '.env\n' });
    await audit();
    await untilRules(uriOf('a/one.ts'), rule);
    await write({ '.gitignore': '.env\na/\nb/\n' });
    assert.equal(await auditFolder('a'), 'No problems in 0 files.');
    await untilRules(uriOf('a/one.ts'));
    assert.deepEqual(problemsOf(uriOf('b/one.ts')).map(ruleOf), [rule]);
  });

  it('says what was skipped and why, and lists it where that is asked for', async () => {
    await write({ 'a/x.bin': Uint8Array.from([0, 1]), 'a/y.bin': Uint8Array.from([0, 1]), 'a/z.ts': '\n' });
    let buttons: readonly string[] = [];
    const shown = new Promise<vscode.TextDocument>((resolve) => {
      const listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.uri.scheme !== 'keystow') return;
        listener.dispose();
        resolve(editor.document);
      });
    });
    const said = await withWindow(
      {
        showInformationMessage: (_: string, ...items: readonly string[]) => {
          buttons = items;
          return Promise.resolve('Show Skipped');
        },
      },
      () => auditFolder('a'),
    );
    assert.equal(said, 'No problems in 1 file. Skipped: 2 binary.');
    assert.deepEqual(buttons, ['Show Problems', 'Show Skipped']);
    assert.equal((await shown).getText(), 'binary: a/x.bin\nbinary: a/y.bin\n');
  });

  it('is for the explorer, and for folders that are open', async () => {
    await vscode.commands.executeCommand('keystow.auditFolder');
    assert.equal(await errorShown(), 'Choose a folder in the explorer.');
    await vscode.commands.executeCommand('keystow.auditFolder', vscode.Uri.file('/elsewhere'));
    assert.equal(await errorShown(), 'Open the folder in the workspace first.');
  });
});

describe('an audit that is running', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('tells what it finds at once; one that is cancelled says how far it came, and what it found stays', async () => {
    const total = 300;
    const path = (index: number): string => `f/${String(index).padStart(4, '0')}.ts`;
    await write(
      Object.fromEntries(Array.from({ length: total }, (_, index) => [path(index), `f("${openai}");\n`])),
    );
    const source = new vscode.CancellationTokenSource();
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.path.includes('/f/'))) source.cancel();
    });
    const said = await withWindow(
      {
        withProgress: (_: unknown, task: (progress: object, token: vscode.CancellationToken) => unknown) =>
          task({ report: () => {} }, source.token),
      },
      () => auditFolder('f'),
    );
    listener.dispose();
    const [, done = '', found = ''] =
      /^Stopped after (\d+) of 300 files\. (\d+) keys? until then\.$/.exec(said) ?? [];
    assert.ok(Number(done) > 0 && Number(done) < total, said);
    assert.equal(found, done);
    const known = Array.from({ length: total }, (_, index) => problemsOf(uriOf(path(index))).length);
    assert.equal(known.filter((count) => count === 1).length, Number(done));
  }).timeout(60_000);

  it('is stopped by a newer one', async () => {
    await write({ 'a/one.ts': `f("${openai}");\n`, 'b/two.ts': `f("${openai}");\n` });
    const [older, newer] = await Promise.all([audit(), auditFolder('b')]);
    assert.match(older, /^Stopped after /);
    assert.equal(newer, '1 key in 1 file.');
  });
});

describe('Export Audit Report', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  interface Exported {
    readonly said: readonly string[];
    readonly offered: readonly string[];
    readonly proposed: string;
  }

  /** Chooses a format and a file; without a file the dialog is left. */
  async function exported(label: string, target: string | undefined): Promise<Exported> {
    const said: string[] = [];
    let offered: readonly string[] = [];
    let proposed = '';
    await withWindow(
      {
        showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
          offered = items.map((item) => item.label);
          return Promise.resolve(items.find((item) => item.label === label));
        },
        showSaveDialog: ({ defaultUri }: vscode.SaveDialogOptions) => {
          proposed = defaultUri?.toString() ?? '';
          return Promise.resolve(target === undefined ? undefined : uriOf(target));
        },
        showInformationMessage: (message: string) => {
          said.push(message);
          return Promise.resolve(undefined);
        },
      },
      () => vscode.commands.executeCommand('keystow.exportReport'),
    );
    return { said, offered, proposed };
  }

  const files = { 'src/a.ts': `f("${openai}");\n`, '.gitignore': '.env\n' };

  it('writes each format, without a value, and no report is found to hold a key', async () => {
    await write(files);
    const cases: readonly (readonly [label: string, ending: string, part: RegExp])[] = [
      [
        'HTML',
        'html',
        /<h1>Keystow audit of [\s\S]*<h2>What to do first<\/h2>[\s\S]*Move to \.env as OPENAI_API_KEY/,
      ],
      ['Markdown', 'md', /^# Keystow audit of .*\n\n\d{4}-\d\d-\d\d\n\n\*\*1 key in \d files/],
      ['JSON', 'json', /"fixes": \[\n\s+"move-to-env"/],
      ['SARIF 2.1.0', 'sarif', /"version": "2\.1\.0"/],
    ];
    for (const [label, ending, part] of cases) {
      const { said, offered, proposed } = await exported(label, `reports/audit.${ending}`);
      assert.deepEqual(said, [
        `The report is written. 1 key in ${2 + cases.findIndex((one) => one[1] === ending)} files.`,
      ]);
      assert.deepEqual(
        offered,
        cases.map(([one]) => one),
      );
      assert.equal(proposed, uriOf(`keystow-report.${ending}`).toString());
      const text = (await filesOnDisk())[`reports/audit.${ending}`] ?? '';
      assert.match(text, part);
      assert.ok(text.includes('src/a.ts'));
      for (const secret of secretParts(openai)) assert.ok(!text.includes(secret), label);
    }
    assert.equal(await audit(), '1 key in 6 files.');
  });

  it('writes nothing where no file is chosen', async () => {
    await write(files);
    assert.deepEqual((await exported('HTML', undefined)).said, []);
    assert.deepEqual(await filesOnDisk(), files);
  });
});
