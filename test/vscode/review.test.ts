import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, errorShown, filesOnDisk, open, reset, untilFiles, write } from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');

/** Runs a command and gives the information it shows; a list takes the item with this label. */
async function told(command: string, choice?: string): Promise<readonly string[]> {
  const { showInformationMessage, showQuickPick } = vscode.window;
  const infos: string[] = [];
  Object.assign(vscode.window, {
    showInformationMessage: (message: string) => {
      infos.push(message);
      return Promise.resolve(undefined);
    },
    showQuickPick: (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label === choice)),
  });
  try {
    await vscode.commands.executeCommand(command);
  } finally {
    Object.assign(vscode.window, { showInformationMessage, showQuickPick });
  }
  return infos;
}

describe('Copy Review Checklist', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('copies findings, the checklist and owners that are missing, without a value', async () => {
    const files = {
      'src/a.ts': `f("${openai}");\n`,
      '.gitignore': '.env\n',
      '.env': `A=${openai}\n`,
      '.env.example': 'A=\n',
      '.keystow.json': '{}\n',
      'odd name#[1]/.env.example': 'B=\n',
    };
    await write(files);
    const infos = await told('keystow.copyReviewChecklist');
    assert.equal(infos.length, 1);
    assert.match(infos[0] ?? '', /^The checklist is in the clipboard\. 1 key /);
    const text = await vscode.env.clipboard.readText();
    assert.ok(text.startsWith('## Key safety\n\n**1 key '), text);
    assert.match(text, /\| `src\/a\.ts`:1 \| error \| \[OpenAI project key\].*\| Move to \.env as /);
    assert.ok(text.includes('- [ ] No key stands in code or text: **1 found**\n'));
    assert.ok(text.includes('- [x] Git tracks no env file\n'));
    assert.ok(
      text.includes(
        '```\n/.env.example @your-team\n/.keystow.json @your-team\n/odd\\ name\\#\\[1\\]/.env.example @your-team\n```\n',
      ),
    );
    for (const part of secretParts(openai)) assert.ok(!text.includes(part));
    assert.deepEqual(await filesOnDisk(), files);
  });

  it('names no owners for what has some', async () => {
    await write({
      '.github/CODEOWNERS': '# owners\n* @all\n.env.example\n/.keystow.json @security # the policy\n',
      '.env.example': 'A=\n',
      '.keystow.json': '{}\n',
    });
    await told('keystow.copyReviewChecklist');
    assert.ok(!(await vscode.env.clipboard.readText()).includes('CODEOWNERS'));
    await write({ '.github/CODEOWNERS': 'src/ @all\n' });
    await told('keystow.copyReviewChecklist');
    assert.match(await vscode.env.clipboard.readText(), /^\/\.keystow\.json @your-team$/m);
  });
});

describe('Add CI Check', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  const npm = {
    'package.json': '{ "devDependencies": { "keystow": "0.1.0" } }\n',
    'package-lock.json': '{ "packages": { "node_modules/keystow": { "version": "0.1.0" } } }\n',
  };

  it('writes a workflow and shows it; what is there stays', async () => {
    await write(npm);
    const path = '.github/workflows/keystow.yml';
    assert.deepEqual(await told('keystow.addCiCheck', 'GitHub Actions'), [
      `${path} is ready to be committed.`,
    ]);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.ok(document.uri.path.endsWith(path));
    assert.ok(document.getText().includes('npx --no-install keystow audit'));
    assert.equal((await filesOnDisk())[path], document.getText());
    assert.deepEqual(await told('keystow.addCiCheck'), [`${path} is there already. It stays as it is.`]);
    assert.equal((await filesOnDisk())[path], document.getText());
  });

  it('joins .gitlab-ci.yml, and one undo takes it back', async () => {
    const before = '# ours\nbuild:\n  script: [make]\n';
    await write({ ...npm, '.gitlab-ci.yml': before });
    await told('keystow.addCiCheck');
    const after = (await filesOnDisk())['.gitlab-ci.yml'] ?? '';
    assert.ok(after.startsWith(before) && after.includes('\nkeystow:\n'));
    await vscode.commands.executeCommand('undo');
    await vscode.workspace.saveAll();
    await untilFiles({ ...npm, '.gitlab-ci.yml': before });
  });

  it('leaves changes that are not saved to the user', async () => {
    await write({ ...npm, '.gitlab-ci.yml': 'build:\n  script: [make]\n' });
    const editor = await open('.gitlab-ci.yml');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    await told('keystow.addCiCheck');
    assert.ok(editor.document.isDirty);
    assert.match(editor.document.getText(), /^# mine\nbuild:\n[\s\S]*\nkeystow:\n/);
    assert.equal((await filesOnDisk())['.gitlab-ci.yml'], 'build:\n  script: [make]\n');
  });

  it('writes nothing where the project does not pin keystow, and says how to', async () => {
    await write({ 'package.json': '{}\n' });
    const error = errorShown();
    await told('keystow.addCiCheck', 'GitHub Actions');
    assert.match(await error, /Add it with: npm install --save-dev --save-exact keystow$/);
    assert.deepEqual(await filesOnDisk(), { 'package.json': '{}\n' });
  });
});
