import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, open, reset, uriOf, write } from '../support/editor';

const setLenses = (value: boolean | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('keystow').update('codeLens', value, vscode.ConfigurationTarget.Global);

/** The lenses of an env file, resolved: line and title. */
async function lenses(path: string): Promise<readonly string[]> {
  const { uri } = (await open(path)).document;
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return found.map(({ range, command }) => `${range.start.line}: ${command?.title}`).sort(); // they come as they are resolved
}

describe('lenses of env files', () => {
  before(activated);
  beforeEach(reset);
  afterEach(() => setLenses(undefined));
  after(reset);

  const files = {
    '.env': 'A_KEY=1\n\nB_KEY=2\nC_KEY=3\n',
    'a.js': 'f(process.env.A_KEY, process.env.A_KEY);\n',
    'app/a.py': 'import os\nf(os.environ["A_KEY"], os.environ["B_KEY"])\n',
    'app/.env.local': 'A_KEY=1\n',
  };

  it('are not there unless they are asked for', async () => {
    await write(files);
    assert.deepEqual(await lenses('.env'), []);
  });

  it('say what git does with the file and which files read a variable, and follow changes', async () => {
    await setLenses(true);
    await write(files);
    const [top, ...all] = await lenses('.env');
    assert.match(top ?? '', /^0: git /);
    assert.deepEqual(all, ['0: read in 2 files', '2: read in 1 file', '3: read in no file']);
    assert.equal((await lenses('app/.env.local')).at(-1), '0: read in 1 file');
    const editor = await open('a.js');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'f(process.env.C_KEY);\n'));
    assert.equal((await lenses('.env')).at(-1), '3: read in 1 file');
  });

  it('list the places', async () => {
    await setLenses(true);
    await write(files);
    const asked: unknown[][] = [];
    const { executeCommand } = vscode.commands;
    Object.assign(vscode.commands, {
      executeCommand: (command: string, ...args: unknown[]) => {
        if (command !== 'editor.action.showReferences') return executeCommand(command, ...args);
        asked.push(args);
        return Promise.resolve();
      },
    });
    try {
      const line = 0;
      await executeCommand('keystow.internal.showEnvUses', uriOf('.env').toString(), line, 'A_KEY');
    } finally {
      Object.assign(vscode.commands, { executeCommand });
    }
    const [uri, , places] = asked[0] ?? [];
    assert.equal(String(uri), uriOf('.env').toString());
    assert.ok(Array.isArray(places));
    assert.deepEqual(
      places.map(
        ({ uri, range }: vscode.Location) => `${vscode.workspace.asRelativePath(uri)}:${range.start.line}`,
      ),
      ['a.js:0', 'a.js:0', 'app/a.py:1'],
    );
  });
});
