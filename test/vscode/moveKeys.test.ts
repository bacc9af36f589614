import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  errorShown,
  open,
  reset,
  resetLoaded,
  until,
  untilFiles,
  untilSaved,
  uriOf,
  write,
} from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

type Pick = vscode.QuickPick<vscode.QuickPickItem>;
type Press = Parameters<Pick['onDidTriggerItemButton']>[0];

interface Shown {
  readonly pick: Pick;
  /** What a click on an item's button calls. */
  readonly press: Press;
  readonly done: Thenable<unknown>;
}

/** Runs a command and gives the list that it shows; the list is the editor's own. */
async function shown(command: string, ...args: unknown[]): Promise<Shown> {
  const { createQuickPick } = vscode.window;
  let press: Press = () => undefined;
  const pick = new Promise<Pick>((resolve) => {
    Object.assign(vscode.window, {
      createQuickPick: () => {
        const made = createQuickPick();
        const { show } = made;
        Object.defineProperty(made, 'onDidTriggerItemButton', {
          value: (listener: Press) => {
            press = listener;
            return new vscode.Disposable(() => {});
          },
        });
        made.show = () => {
          const listener = made.onDidChangeSelection(() => {
            listener.dispose();
            resolve(made);
          });
          show.call(made);
        };
        return made;
      },
    });
  });
  const done = vscode.commands.executeCommand(command, ...args);
  try {
    return { pick: await pick, press, done };
  } finally {
    Object.assign(vscode.window, { createQuickPick });
  }
}

const accept = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

const files = {
  '.gitignore': '.env\n',
  'src/a.ts': `f("${openai}");\n`,
  'src/deep/b.py': `import os\n\nK = "${anthropic}"\nL = "${openai}"\n`,
  'web/page.html': `<script>f("${openai}")</script>\n`,
  'tools/c.rb': `K = "${madeKey('openai-project-key', 'other')}"\n`,
};

describe('Move Keys in Workspace to .env', () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  it('lists what would change, moves what is chosen, and one undo takes all of it back', async () => {
    await write(files);
    const editor = await open('src/a.ts');
    const { pick, done } = await shown('keystow.moveWorkspaceKeys');
    assert.deepEqual(
      pick.items.map(({ label, description, detail }) => [label, description, detail]),
      [
        ['src/a.ts', 'read OPENAI_API_KEY from the environment', 'also changes .env, .env.example'],
        [
          'src/deep/b.py',
          'read ANTHROPIC_API_KEY, OPENAI_API_KEY from the environment',
          'also changes .env, .env.example',
        ],
        ['tools/c.rb', 'read OPENAI_API_KEY_2 from the environment', 'also changes .env, .env.example'],
      ],
    );
    assert.deepEqual(pick.selectedItems, pick.items, 'all are chosen at first');
    pick.selectedItems = pick.items.slice(0, 2);
    await accept();
    await done;
    await untilFiles({
      ...files,
      '.env': `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`,
      '.env.example': 'OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n',
      'src/a.ts': 'f(process.env.OPENAI_API_KEY);\n',
      'src/deep/b.py': 'import os\n\nK = os.environ["ANTHROPIC_API_KEY"]\nL = os.environ["OPENAI_API_KEY"]\n',
    });

    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await untilFiles(files);
    await untilSaved();
    await vscode.commands.executeCommand('redo');
    const python = await vscode.workspace.openTextDocument(uriOf('src/deep/b.py'));
    await until(
      () => python.getText().includes('os.environ') && !editor.document.getText().includes(openai),
      vscode.workspace.onDidChangeTextDocument,
    );
    await editor.document.save();
    await python.save();
    await untilFiles({
      ...files,
      '.env': `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`,
      '.env.example': 'OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n',
      'src/a.ts': 'f(process.env.OPENAI_API_KEY);\n',
      'src/deep/b.py': 'import os\n\nK = os.environ["ANTHROPIC_API_KEY"]\nL = os.environ["OPENAI_API_KEY"]\n',
    });
  });

  it('shows what changes in a file, without a character of a key', async () => {
    await write(files);
    // Documents that the test before has left open, unseen, come to what is on disk now.
    await until(
      () =>
        vscode.workspace.textDocuments.every((document) => {
          const text = Object.entries(files).find(
            ([path]) => uriOf(path).toString() === document.uri.toString(),
          );
          return document.isClosed || text === undefined || document.getText() === text[1];
        }),
      vscode.workspace.onDidChangeTextDocument,
      vscode.workspace.onDidCloseTextDocument,
    );
    const { pick, press, done } = await shown('keystow.moveFolderKeys', uriOf('src'));
    assert.deepEqual(
      pick.items.map(({ label }) => label),
      ['src/a.ts', 'src/deep/b.py'],
    );
    const opened = new Promise<string>((resolve) => {
      const listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.uri.scheme !== 'keystow') return;
        listener.dispose();
        resolve(editor.document.getText());
      });
    });
    const [item] = pick.items;
    const [button] = item?.buttons ?? [];
    assert.ok(item && button);
    assert.equal(button.tooltip, 'Show what changes');
    press({ item, button });
    const text = await opened;
    assert.match(text, /\+f\(process\.env\.OPENAI_API_KEY\);/);
    for (const part of [openai, anthropic].flatMap(secretParts)) assert.ok(!text.includes(part));
    pick.hide();
    await done;
    await untilFiles(files);
  });

  it('says why where none can be moved, and where there is none', async () => {
    await write({ 'web/page.html': files['web/page.html'] });
    const done = vscode.commands.executeCommand('keystow.moveWorkspaceKeys');
    assert.equal(await errorShown(), '1 key cannot be moved; the lightbulb at each says why.');
    await done;
    await reset();
    await vscode.commands.executeCommand('keystow.moveWorkspaceKeys');
  });

  it('looks again where a file changed meanwhile', async () => {
    await write({ '.gitignore': '.env\n', 'a.ts': files['src/a.ts'] });
    const { done } = await shown('keystow.moveWorkspaceKeys');
    await write({ 'a.ts': `// new\n${files['src/a.ts']}` });
    await accept();
    await done;
    await untilFiles({
      '.gitignore': '.env\n',
      '.env': `OPENAI_API_KEY=${openai}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      'a.ts': '// new\nf(process.env.OPENAI_API_KEY);\n',
    });
    await write({ 'a.ts': files['src/a.ts'] });
    const second = await shown('keystow.moveWorkspaceKeys');
    await write({ 'a.ts': 'f();\n' });
    await accept();
    assert.equal(await errorShown(), 'The files changed meanwhile. Nothing was moved.');
    await second.done;
  });
});

describe('Fix All', () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  it('lists everything that has a fix which asks nothing, and carries it out', async () => {
    const project = {
      '.gitignore': '.env\n',
      '.env.example': 'A_KEY=\n',
      Dockerfile: 'FROM node\nCOPY . .\n',
      'print.js': 'console.log(process.env.A_KEY);\n',
      'src/a.ts': `f("${openai}");\n`,
    };
    await write(project);
    const { pick, done } = await shown('keystow.fixAll');
    assert.deepEqual(
      pick.items.map(({ label, detail }) => [label, detail]),
      [
        ['src/a.ts', 'also changes .env, .env.example'],
        ['Dockerfile', 'also changes .dockerignore'],
        ['print.js', undefined],
      ],
    );
    await accept();
    await done;
    await untilFiles({
      ...project,
      '.dockerignore': '**/.env\n**/.env.*\n!**/.env.example\n',
      '.env': `OPENAI_API_KEY=${openai}\n`,
      '.env.example': 'A_KEY=\nOPENAI_API_KEY=\n',
      'print.js': 'console.log(Boolean(process.env.A_KEY));\n',
      'src/a.ts': 'f(process.env.OPENAI_API_KEY);\n',
    });
  });
});
