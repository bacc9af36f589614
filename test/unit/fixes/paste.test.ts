import assert from 'node:assert/strict';
import {
  applyEdits,
  defaultSettings,
  isRefusal,
  mayPasteKey,
  type Paste,
  pastedKeys,
  planPaste,
} from '../../../src/engine/index';
import { composeEdits, type TextEdit } from '../../../src/engine/text/edit';
import { madeKey } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';
import { seeded } from '../../support/random';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

/** Where the cursors are is marked by `|`, a selection by two. */
function at(marked: string, isSelection = false): { readonly text: string; readonly spans: Paste['spans'] } {
  const parts = marked.split('|');
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  const [start = 0, end = 0] = offsets;
  return {
    text: parts.join(''),
    spans: isSelection ? [{ start, end }] : offsets.map((offset) => ({ start: offset, end: offset })),
  };
}

interface Pasted {
  readonly text: string;
  readonly env: string | undefined;
}

/** The document and the env file after a paste; the reason where it is refused, undefined where it is not offered. */
async function paste(
  path: string,
  marked: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
  isSelection = false,
): Promise<Pasted | string | undefined> {
  const { text: before, spans } = at(marked, isSelection);
  const document = { path, text: before };
  if (!mayPasteKey(document, text, defaultSettings)) return undefined;
  const one = { text, spans };
  if (pastedKeys(document, one, {}, defaultSettings).length === 0) return undefined;
  const workspace = new MemoryWorkspace({ '.envrc': 'dotenv\n', [path]: before, ...files });
  const plan = await planPaste({ workspace, parsers }, document, one, {}, defaultSettings);
  if (isRefusal(plan)) return plan.refused;
  const own = plan.edits.find((edit) => edit.path === path);
  assert.ok(own?.kind === 'change' && own.before === before);
  const env = plan.edits.find((edit) => edit.path === '.env');
  return {
    text: applyEdits(before, own.edits),
    env: env === undefined ? undefined : env.kind === 'create' ? env.text : applyEdits(env.before, env.edits),
  };
}

describe('a paste', () => {
  it('leaves a lookup at the cursor, inside quotes and outside', async () => {
    const env = `OPENAI_API_KEY=${openai}\n`;
    for (const marked of [
      'const key = "|";\n',
      "const key = '|';\n",
      'const key = |;\n',
      'const key = `|`;\n',
    ])
      assert.deepEqual(await paste('a.js', marked, openai), {
        text: 'const key = process.env.OPENAI_API_KEY;\n',
        env,
      });
    assert.deepEqual(await paste('a.js', 'const key = "|old|";\n', openai, {}, true), {
      text: 'const key = process.env.OPENAI_API_KEY;\n',
      env,
    });
    assert.deepEqual(await paste('a.py', 'key = |\n', `${openai}\n`.trim()), {
      text: 'import os\n\nkey = os.environ["OPENAI_API_KEY"]\n',
      env,
    });
  });

  it('takes the keys out of a piece of a program', async () => {
    const piece = `const a = new OpenAI({ apiKey: "${openai}" });\r\nconst b = "${anthropic}";\r\n`;
    assert.deepEqual(await paste('a.js', 'start();\n|\nend();\n', piece), {
      text: 'start();\nconst a = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\nconst b = process.env.ANTHROPIC_API_KEY;\n\nend();\n',
      env: `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`,
    });
  });

  it('works with several cursors', async () => {
    const twice = await paste('a.js', 'f("|");\ng("|");\n', openai);
    assert.deepEqual(twice, {
      text: 'f(process.env.OPENAI_API_KEY);\ng(process.env.OPENAI_API_KEY);\n',
      env: `OPENAI_API_KEY=${openai}\n`,
    });
    const each = await paste('a.js', 'f("|");\ng("|");\n', `${openai}\n${anthropic}`);
    assert.deepEqual(each, {
      text: 'f(process.env.OPENAI_API_KEY);\ng(process.env.ANTHROPIC_API_KEY);\n',
      env: `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`,
    });
  });

  it('uses the name that has the value already', async () => {
    assert.deepEqual(await paste('a.js', 'f(|);\n', openai, { '.env': `MINE=${openai}\n` }), {
      text: 'f(process.env.MINE);\n',
      env: undefined,
    });
  });

  it('is not offered where there is nothing to move, or no place for it', async () => {
    assert.equal(await paste('a.js', 'f(|);\n', 'hello world'), undefined);
    assert.equal(await paste('.env', '|', `A=${openai}\n`), undefined);
    assert.equal(await paste('notes.md', '|', openai), undefined);
    assert.equal(await paste('a.js', '"use client";\nf("|");\n', openai), undefined);
    assert.equal(await paste('a.js', 'f("|");\n', `${openai}${' '.repeat(100_000)}`), undefined);
  });

  it('leaves in a file of a tool what the tool reads, under the name that the file has', async () => {
    assert.deepEqual(
      await paste(
        '.cursor/mcp.json',
        '{ "mcpServers": { "a": { "url": "u", "headers": { "K": "|" } } } }',
        openai,
      ),
      {
        text: `{ "mcpServers": { "a": { "url": "u", "headers": { "K": "\${env:OPENAI_API_KEY}" } } } }`,
        env: `OPENAI_API_KEY=${openai}\n`,
      },
    );
    assert.deepEqual(
      await paste('compose.yaml', 'services:\n  a:\n    environment:\n      SHOP_KEY: |\n', openai),
      {
        text: `services:\n  a:\n    environment:\n      SHOP_KEY: \${SHOP_KEY:?set SHOP_KEY in .env}\n`,
        env: `SHOP_KEY=${openai}\n`,
      },
    );
    // Nothing would be left to see.
    assert.equal(await paste('fly.toml', '[env]\nSHOP_KEY = "|"\n', openai), undefined);
    assert.equal(
      await paste('claude_desktop_config.json', '{"mcpServers":{"a":{"env":{"K":"|"}}}}', openai),
      undefined,
    );
  });

  it('says why it cannot', async () => {
    assert.match(String(await paste('a.js', '/x|/.test(y);\n', openai)), /by hand|string|literal/);
  });
});

describe('two lists of edits that follow each other', () => {
  it('are one, whatever they are', () => {
    const random = seeded(7);
    const below = (limit: number): number => Math.floor(random() * limit);
    const draw = (text: string): readonly TextEdit[] => {
      const edits: TextEdit[] = [];
      for (let at = below(4); at <= text.length; ) {
        const end = Math.min(text.length, at + below(3));
        edits.push({ span: { start: at, end }, newText: 'XYZ'.slice(0, below(4)) });
        at = end + 1 + below(5);
      }
      return edits;
    };
    for (let round = 0; round < 3000; round++) {
      const text = 'abcdefghijklmnop'.slice(0, below(17));
      const first = draw(text);
      const between = applyEdits(text, first);
      const second = draw(between);
      assert.equal(
        applyEdits(text, composeEdits(text, first, second)),
        applyEdits(between, second),
        JSON.stringify([text, first, second]),
      );
    }
  });
});
