import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, errorShown, filesOnDisk, open, reset, untilFiles, write } from '../support/editor';
import { madeKey, secretParts } from '../support/keys';

const openai = madeKey('openai-project-key');
const stripe = madeKey('stripe-live-secret-key');

/** What a tool answers, as a model gets it. No part of a secret is ever in it. */
async function answer(tool: string, input: object, token?: vscode.CancellationToken): Promise<string> {
  const result = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined }, token);
  const text = result.content
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('');
  for (const part of [...secretParts(openai), ...secretParts(stripe)]) assert.ok(!text.includes(part));
  return text;
}

describe('tools for language models', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  const files = {
    'src/a.ts': `f();\nf("${openai}");\n`,
    'src/deep/b.py': `import os\n\nK = "${stripe}"\n`,
    'other/c.rb': `K = "${openai}"\n`,
    '.gitignore': '.env\n',
    '.env': `OPENAI_API_KEY=${openai}\n`,
    '.env.example': 'OPENAI_API_KEY=\n',
  };

  it('are known to the editor', () => {
    const names = vscode.lm.tools.map(({ name }) => name);
    for (const name of ['keystow_audit', 'keystow_env_reference']) assert.ok(names.includes(name), name);
  });

  it('keystow_audit answers places, kinds and fixes', async () => {
    await write(files);
    const text = await answer('keystow_audit', {});
    assert.match(text, /^3 keys /);
    assert.match(
      text,
      /^src\/a\.ts:2: error: OpenAI project key\. .* Fix: Move to \.env as OPENAI_API_KEY\./m,
    );
    assert.match(text, /^src\/deep\/b\.py:3: error: Stripe /m);
  });

  it('keystow_audit takes a file, a folder, and both as absolute paths', async () => {
    await write(files);
    const places = async (path: string): Promise<readonly string[]> =>
      Array.from(
        (await answer('keystow_audit', { path })).matchAll(/^(\S+):\d+: error/gm),
        ([, file = '']) => file,
      );
    assert.deepEqual(await places('src/a.ts'), ['src/a.ts']);
    assert.deepEqual(await places('./src/'), ['src/a.ts', 'src/deep/b.py']);
    const { uri } = vscode.workspace.workspaceFolders?.[0] ?? assert.fail();
    assert.deepEqual(await places(vscode.Uri.joinPath(uri, 'src/deep').toString()), ['src/deep/b.py']);
    assert.deepEqual((await places(uri.toString())).length, 3);
  });

  it('keystow_audit reads what the editor holds', async () => {
    await write({ 'a.ts': 'f();\n' });
    const editor = await open('a.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `f("${openai}");\n`));
    assert.match(await answer('keystow_audit', { path: 'a.ts' }), /^a\.ts:1: error/m);
  });

  it('nothing outside of the folder is read', async () => {
    await write(files);
    for (const path of ['../', 'src/../../x', '/etc', 'file:///etc/passwd'])
      for (const [tool, more] of [
        ['keystow_audit', {}],
        ['keystow_env_reference', { name: 'A_KEY' }],
      ] as const)
        await assert.rejects(answer(tool, { path, ...more }), /outside of the open folders/, path);
    await assert.rejects(answer('keystow_audit', { path: 'nothing.ts' }), /no such file or folder/);
  });

  it('keystow_audit can be cancelled', async () => {
    await write(files);
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    await assert.rejects(answer('keystow_audit', {}, source.token));
    source.dispose();
  });

  it('keystow_env_reference answers the lookup, the files and git', async () => {
    await write(files);
    const text = await answer('keystow_env_reference', { name: 'openai', path: 'src/deep/b.py' });
    assert.match(text, /^Python reads OPENAI_API_KEY with: os\.environ\["OPENAI_API_KEY"\]$/m);
    assert.match(text, /^Defined in: \.env$/m);
    assert.match(text, /^Named without a value in: \.env\.example$/m);
    const other = await answer('keystow_env_reference', { name: 'STRIPE_KEY', language: 'typescript' });
    assert.match(other, /^TypeScript reads STRIPE_KEY with: process\.env\.STRIPE_KEY$/m);
    assert.match(other, /^No env file defines STRIPE_KEY\. It belongs in \.env:/m);
  });

  it('keystow_env_reference repeats no key that it is asked for, and takes no odd name', async () => {
    for (const name of [openai, 'NODE_OPTIONS', 'a b', 'NEXT_PUBLIC_KEY'])
      await assert.rejects(answer('keystow_env_reference', { name, language: 'python' }), (error) => {
        assert.ok(error instanceof Error);
        for (const part of secretParts(openai)) assert.ok(!error.message.includes(part));
        return true;
      });
  });
});

/** Runs the command; the list is the editor's own, and what is chosen in it is accepted. */
async function protect(
  choose: (pick: vscode.QuickPick<vscode.QuickPickItem>) => void,
): Promise<readonly string[]> {
  const { createQuickPick, showInformationMessage } = vscode.window;
  const infos: string[] = [];
  Object.assign(vscode.window, {
    showInformationMessage: (message: string) => {
      infos.push(message);
      return Promise.resolve(undefined);
    },
    createQuickPick: () => {
      const made = createQuickPick();
      let accept: () => void = () => {};
      Object.defineProperty(made, 'onDidAccept', {
        value: (listener: () => void) => {
          accept = listener;
          return new vscode.Disposable(() => {});
        },
      });
      made.show = () => {
        choose(made);
        accept();
      };
      return made;
    },
  });
  try {
    await vscode.commands.executeCommand('keystow.protectEnv');
  } finally {
    Object.assign(vscode.window, { createQuickPick, showInformationMessage });
  }
  return infos;
}

describe('Protect .env from AI Agents', () => {
  before(activated);
  beforeEach(reset);
  after(reset);

  it('writes for the agents that the project uses, in one step; a second run changes nothing', async () => {
    const before = {
      '.claude/settings.json': '{\r\n  "permissions": {\r\n    "allow": ["Bash(ls)"]\r\n  }\r\n}\r\n',
      '.cursor/rules.mdc': 'x\n',
      '.env': `A=${openai}\n`,
    };
    await write(before);
    let chosen: readonly string[] = [];
    const infos = await protect((pick) => {
      chosen = pick.selectedItems.map(({ label }) => label);
      assert.ok(pick.items.length > 10);
    });
    assert.deepEqual(chosen, ['Claude Code', 'Cursor']);
    assert.deepEqual(infos, [
      '.claude/settings.json, .cursorignore are written. What an agent runs in a terminal can still read env files.',
    ]);
    const after = await filesOnDisk();
    assert.deepEqual(Object.keys(after).sort(), [...Object.keys(before), '.cursorignore'].sort());
    const settings = after['.claude/settings.json'] ?? '';
    assert.ok(JSON.parse(settings).permissions.deny.includes('Read(**/.env)'));
    assert.deepEqual(JSON.parse(settings).permissions.allow, ['Bash(ls)']);
    assert.ok(!/[^\r]\n/.test(settings));
    assert.match(after['.cursorignore'] ?? '', /^\.env$[\s\S]*^!\.env\*\.example$/m);

    const again = await protect((pick) => {
      assert.deepEqual(pick.selectedItems, []);
      assert.ok(pick.items.every(({ label }) => !chosen.includes(label)));
    });
    assert.match(again[0] ?? '', /^Nothing was written\./);
    assert.deepEqual(await filesOnDisk(), after);

    await open('.claude/settings.json');
    await vscode.commands.executeCommand('undo');
    await untilFiles(before);
  });

  it('keeps a byte order mark', async () => {
    const before = '\uFEFFdist/\n';
    await write({ '.rooignore': before });
    await protect(() => {});
    const text = (await filesOnDisk())['.rooignore'] ?? '';
    assert.ok(text.startsWith(before) && text.includes('\n.env\n'));
  });

  it('refuses broken settings by name, and writes the others', async () => {
    const broken = '{ "permissions": ';
    await write({ '.claude/settings.json': broken, 'GEMINI.md': '' });
    const error = errorShown();
    await protect(() => {});
    assert.match(await error, /^\.claude\/settings\.json is no JSON object/);
    const files = await filesOnDisk();
    assert.equal(files['.claude/settings.json'], broken);
    assert.match(files['.geminiignore'] ?? '', /^\.env$/m);
  });

  it('writes nothing where the list is accepted empty', async () => {
    await write({ 'a.txt': 'x' });
    assert.match((await protect(() => {}))[0] ?? '', /^Nothing was written\./);
    assert.deepEqual(await filesOnDisk(), { 'a.txt': 'x' });
  });
});
