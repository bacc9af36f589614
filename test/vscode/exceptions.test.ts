import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  activated,
  errorShown,
  exceptions,
  filesOnDisk,
  open,
  problemsOf,
  reset,
  until,
  untilFiles,
  untilRules,
  uriOf,
  write,
} from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const rule = 'openai-project-key';
const program = `function f() {\n  g("${openai}");\n}\n`;

type Answer = string | undefined;

/** Runs a command while a person answers: the inputs get the texts in order, the lists the items of these labels. */
async function answering(command: string, ...answers: readonly Answer[]): Promise<vscode.InputBoxOptions[]> {
  const { showInputBox, showQuickPick } = vscode.window;
  const left = [...answers];
  const asked: vscode.InputBoxOptions[] = [];
  Object.assign(vscode.window, {
    showInputBox: async (options: vscode.InputBoxOptions) => {
      asked.push(options);
      return left.shift();
    },
    showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
      const label = left.shift();
      return items.find((item) => item.label === label);
    },
  });
  try {
    await vscode.commands.executeCommand(command);
  } finally {
    Object.assign(vscode.window, { showInputBox, showQuickPick });
  }
  assert.deepEqual(left, [], 'everything is asked');
  return asked;
}

async function atKey(path: string, text = program): Promise<vscode.TextEditor> {
  await write({ [path]: text });
  const editor = await open(path);
  const [problem] = await untilRules(editor.document.uri, rule);
  assert.ok(problem);
  editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
  return editor;
}

const policy = async (): Promise<string> => (await filesOnDisk())['.keystow.json'] ?? '';

describe('what lets a finding stand', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('is offered last, wherever something is found', async () => {
    const editor = await atKey('src/a.js');
    const titles = (await actionsAt(editor.document.uri, editor.selection)).map(({ title }) => title);
    assert.deepEqual(titles.slice(-3), [...exceptions]);
  });

  it('a comment with the reason, in the language’s own form; one undo takes it back', async () => {
    const editor = await atKey('src/a.js');
    const [asked] = await answering('keystow.internal.ignoreLine', 'a sample');
    await untilRules(editor.document.uri);
    assert.equal(
      editor.document.getText(),
      program.replace('  g(', `  // keystow-ignore-next-line ${rule} -- a sample\n  g(`),
    );
    assert.match(String(asked?.validateInput?.('')), /reason is needed/);
    assert.match(String(asked?.validateInput?.(`see ${openai}`)), /holds a key/);
    await vscode.commands.executeCommand('undo');
    await untilRules(editor.document.uri, rule);
    assert.equal(editor.document.getText(), program);
  });

  it('no comment where there are none: the reason why is told', async () => {
    await atKey('a.json', `{ "k": "${openai}" }\n`);
    await answering('keystow.internal.ignoreLine', 'a sample');
    assert.match(await errorShown(), /no comments\. Accept it in the policy/);
  });

  it('a line of the policy: with the reason, where and until when; nothing of the key is in it', async () => {
    const editor = await atKey('test/a/b.js');
    await answering('keystow.internal.acceptFinding', 'a sample', 'test', '30 days');
    await untilRules(editor.document.uri);
    const { salt, accepted } = JSON.parse(await policy());
    assert.match(salt, /^[0-9a-f]{32}$/);
    const [{ fingerprint, reason, path, date, expires }] = accepted;
    assert.match(fingerprint, /^[0-9a-f]{32}$/);
    assert.deepEqual([reason, path], ['a sample', 'test/**']);
    assert.ok(date < expires);
    for (const part of secretParts(openai)) assert.ok(!(JSON.stringify(accepted) + salt).includes(part));
    // The same key elsewhere is found.
    await write({ 'src/c.js': program });
    await open('src/c.js');
    await untilRules(uriOf('src/c.js'), rule);
  });

  it('a rule that is off in a folder, beside what the policy has already', async () => {
    await write({ '.keystow.json': '{\n  // ours\n  "exclude": ["a/**"]\n}\n' });
    const editor = await atKey('docs/a.js');
    await answering('keystow.internal.turnRuleOff', 'docs', 'samples');
    await untilRules(editor.document.uri);
    assert.equal(
      await policy(),
      `{\n  // ours\n  "exclude": ["a/**"],\n  "overrides": [\n    {\n      "path": "docs/**",\n      "severity": {\n        "${rule}": "off"\n      },\n      "reason": "samples"\n    }\n  ]\n}\n`,
    );
  });

  it('nothing, where somebody thinks better of it, or the policy is broken', async () => {
    const editor = await atKey('a.js');
    for (const answers of [[undefined], ['a', undefined], ['a', 'This file', undefined]] as const)
      await answering('keystow.internal.acceptFinding', ...answers);
    await answering('keystow.internal.turnRuleOff', undefined);
    await answering('keystow.internal.ignoreLine', undefined);
    assert.deepEqual(await filesOnDisk(), { 'a.js': program });
    await write({ '.keystow.json': '{ "accepted": [' });
    await answering('keystow.internal.acceptFinding', 'a', 'This file', 'No end');
    assert.match(await errorShown(), /The policy is no JSON object/);
    await untilFiles({ 'a.js': program, '.keystow.json': '{ "accepted": [' });
    await untilRules(editor.document.uri, rule);
  });

  it('a policy tells what is wrong with it, in its file', async () => {
    await write({ '.keystow.json': '{\n  "severity": { "openai-project-key": "loud" }\n}\n' });
    const [problem] = await until(() => {
      const problems = problemsOf(uriOf('.keystow.json'));
      return problems.some(({ message }) => /a severity is/.test(message)) && problems;
    }, vscode.languages.onDidChangeDiagnostics);
    assert.deepEqual([problem?.range.start.line, problem?.range.start.character], [1, 38]);
    assert.match(problem?.message ?? '', /^This part of the policy was left out: a severity is/);
    await write({ '.keystow.json': '{}\n' });
    await until(
      () => problemsOf(uriOf('.keystow.json')).length === 0,
      vscode.languages.onDidChangeDiagnostics,
    );
  });
});
