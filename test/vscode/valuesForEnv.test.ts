import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activated,
  errorShown,
  filesOnDisk,
  open,
  reset,
  untilFiles,
  untilSaved,
  uriOf,
  write,
} from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

interface Told {
  readonly asked: vscode.InputBoxOptions[];
  readonly infos: string[];
  readonly questions: string[];
}

/** Runs the command with these answers to its boxes; `undefined` leaves it, as Escape does. */
async function fill(answers: readonly (string | undefined)[], allow = true): Promise<Told> {
  const { showInputBox, showInformationMessage, showWarningMessage } = vscode.window;
  const told: Told = { asked: [], infos: [], questions: [] };
  const left = [...answers];
  Object.assign(vscode.window, {
    showInputBox: (options: vscode.InputBoxOptions) => {
      told.asked.push(options);
      return Promise.resolve(left.shift());
    },
    showInformationMessage: (message: string) => {
      told.infos.push(message);
      return Promise.resolve(undefined);
    },
    showWarningMessage: (message: string, _: vscode.MessageOptions, button: string) => {
      told.questions.push(message);
      return Promise.resolve(allow ? button : undefined);
    },
  });
  try {
    await vscode.commands.executeCommand('keystow.fillEnv');
  } finally {
    Object.assign(vscode.window, { showInputBox, showInformationMessage, showWarningMessage });
  }
  assert.equal(left.length, 0, 'every answer was asked for');
  return told;
}

// Last of its folder: the editor remembers an undo of files that were made and then deleted outside of it, and takes back
// only a part of what another test does with files of the same names.
describe('Fill .env from .env.example', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  const template = 'OPENAI_API_KEY=\nANTHROPIC_API_KEY=your-key-here\nPORT=3000\nVITE_TITLE=\nSET=\n';
  const files = { '.gitignore': '.env\n', '.env': 'SET=1\n', '.env.example': template };

  it('asks for each value that is missing, in a box that hides it, and stores all as one step', async () => {
    await write(files);
    const { asked, infos } = await fill([` ${openai} `, anthropic, '', 'Shop']);
    await untilFiles({
      ...files,
      '.env': `SET=1\nOPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\nPORT=3000\nVITE_TITLE=Shop\n`,
    });
    assert.deepEqual(
      asked.map(({ title }) => title),
      ['OPENAI_API_KEY (1 of 4)', 'ANTHROPIC_API_KEY (2 of 4)', 'PORT (3 of 4)', 'VITE_TITLE (4 of 4)'],
    );
    for (const { password, ignoreFocusOut, value } of asked)
      assert.deepEqual([password, ignoreFocusOut, value], [true, true, undefined]);
    assert.equal(asked[0]?.prompt, 'Goes into .env. Empty leaves it out.');
    assert.equal(asked[2]?.prompt, 'Goes into .env. Empty takes the value of .env.example.');
    assert.match(asked[3]?.prompt ?? '', /Browser code gets it: no secret here\./);
    assert.deepEqual(infos, ['4 values stored in .env.']);

    await vscode.commands.executeCommand('undo');
    await untilFiles(files);
    await vscode.commands.executeCommand('redo');
    await untilSaved();
  });

  it('writes nothing where it is left in the middle', async () => {
    await write(files);
    const { asked, infos } = await fill([openai, undefined]);
    assert.deepEqual([asked.length, infos], [2, []]);
    assert.deepEqual(await filesOnDisk(), files);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  });

  it('says at once what no env file can hold, and nothing of the value', async () => {
    await write(files);
    const { asked } = await fill([undefined]);
    const bad = `${openai}'"`;
    const reason = String(asked[0]?.validateInput?.(bad));
    assert.match(reason, /env files do not read alike/);
    for (const part of secretParts(openai)) assert.ok(!reason.includes(part));
    assert.equal(asked[0]?.validateInput?.(openai), undefined);
    assert.equal(asked[0]?.validateInput?.(''), undefined);
  });

  it('adds the ignore entry where it is missing, once that is allowed', async () => {
    const bare = { '.env.example': 'OPENAI_API_KEY=\n' };
    await write(bare);
    const refused = await fill([], false);
    assert.deepEqual(refused.questions, ['.env is not in .gitignore: git would add its values.']);
    assert.deepEqual(await filesOnDisk(), bare);
    await fill([openai]);
    await untilFiles({ ...bare, '.gitignore': '.env\n', '.env': `OPENAI_API_KEY=${openai}\n` });
    await vscode.commands.executeCommand('undo');
    await untilFiles(bare);
  });

  it('says that nothing is missing, and that nothing was given', async () => {
    await write({ ...files, '.env.example': 'SET=\n' });
    assert.deepEqual((await fill([])).infos, ['.env has a value for every name in .env.example.']);
    await write({ '.env.example': 'OTHER=\n' });
    assert.deepEqual((await fill([''])).infos, ['No value was given.']);
    assert.equal((await filesOnDisk())['.env'], 'SET=1\n');
  });

  it('takes the template in the editor, and its own folder', async () => {
    const all = {
      '.gitignore': '.env\n',
      '.env.example': 'A=\n',
      'apps/web/.env.example': 'OPENAI_API_KEY=\n',
    };
    await write(all);
    await open('apps/web/.env.example');
    await fill([openai]);
    await untilFiles({ ...all, 'apps/web/.env': `OPENAI_API_KEY=${openai}\n` });
  });

  it('refuses an env file that cannot be read, and a folder without a template', async () => {
    await write({ 'a.ts': '\n' });
    const none = errorShown();
    await fill([]);
    assert.equal(await none, 'There is no .env.example to fill a file from.');
    await write({ ...files, '.env': Uint8Array.from([0, 1, 2]) });
    const binary = errorShown();
    await fill([]);
    assert.equal(await binary, '.env could not be read: binary.');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(uriOf('.env')))], [0, 1, 2]);
  });
});
