import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, open, reset, untilRules, write } from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');

/** Keystow's hovers at the first place of a text: of all that is shown there, what begins as they do. */
async function hoverAt(editor: vscode.TextEditor, part: string): Promise<readonly vscode.MarkdownString[]> {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf(part) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content) => content instanceof vscode.MarkdownString)
    .filter(({ value }) => /A key, because|Make or revoke it|sets it|names it|everybody gets/.test(value));
}

/** The text as it is read, escapes apart. */
const plain = ({ value }: vscode.MarkdownString): string =>
  value.replace(/\\(.)/g, '$1').replace(/\n+/g, '\n').trim();

describe('hovers', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('of a lookup say which file sets it, with a link, and never the value', async () => {
    await write({
      '.env': `OTHER=1\nOPENAI_API_KEY=${openai}\n`,
      '.gitignore': '.env\n',
      'src/ask.py': 'import os\n\nask(os.environ["OPENAI_API_KEY"], os.environ["GONE_KEY"])\n',
    });
    const editor = await open('src/ask.py');
    const [hover] = await hoverAt(editor, 'OPENAI_API_KEY');
    assert.ok(hover);
    assert.match(plain(hover), /^\[\.env\]\(.*\/\.env#L2\) sets it\./);
    assert.ok(!hover.isTrusted);
    for (const part of secretParts(openai)) assert.ok(!hover.value.includes(part));
    const [gone] = await hoverAt(editor, 'GONE_KEY');
    assert.ok(gone);
    assert.equal(plain(gone), 'No env file beside or above this file sets it.');
    assert.deepEqual(await hoverAt(editor, 'import'), []);
  });

  it('take no markup from the name of a folder', async () => {
    const dir = 'a](command:x) <b>';
    await write({ [`${dir}/.env`]: 'A_KEY=1\n', [`${dir}/a.js`]: 'f(process.env.A_KEY);\n' });
    const [hover] = await hoverAt(await open(`${dir}/a.js`), 'A_KEY');
    assert.ok(hover);
    assert.ok(hover.value.startsWith('[a\\]\\(command:x\\) \\<b\\>/.env]('), hover.value);
    assert.doesNotMatch(hover.value, /\]\(command/);
  });

  it('of one among several names say what is known of that one', async () => {
    await write({ '.env': 'B_KEY=1\n', 'a.js': 'const { A_KEY, B_KEY } = process.env;\n' });
    const editor = await open('a.js');
    assert.match(plain((await hoverAt(editor, 'B_KEY'))[0] ?? new vscode.MarkdownString()), /sets it/);
    assert.match(plain((await hoverAt(editor, 'A_KEY'))[0] ?? new vscode.MarkdownString()), /^No env file/);
  });

  it('of a key say what its problem does not; less while somebody presents', async () => {
    await write({ 'a.ts': `f("${openai}");\n` });
    const editor = await open('a.ts');
    const [problem] = await untilRules(editor.document.uri, 'openai-project-key');
    const [hover] = await hoverAt(editor, openai);
    assert.ok(hover);
    assert.match(plain(hover), /^A key, because it begins with sk-proj-; /);
    assert.match(plain(hover), /\[Make or revoke it\]\(https:\/\/platform\.openai\.com\S+\)/);
    assert.ok(!hover.value.includes(problem?.message ?? ''));
    for (const part of secretParts(openai)) assert.ok(!hover.value.includes(part));
    await vscode.commands.executeCommand('keystow.togglePresentationMode');
    const [presented] = await hoverAt(editor, openai);
    await vscode.commands.executeCommand('keystow.togglePresentationMode');
    assert.match(presented?.value ?? '', /^\[Make or revoke it\]/);
  });
});
