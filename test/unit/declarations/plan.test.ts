import assert from 'node:assert/strict';
import {
  applyEdits,
  defaultSettings,
  isRefusal,
  OverlayWorkspace,
  offersFor,
  planMoveToEnv,
  scanDocument,
} from '../../../src/engine/index';
import { madeKey } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');
const module = (server: string, shared = ''): string =>
  `import { createEnv } from '@t3-oss/env-core';\nimport { z } from 'zod';\n\nexport const env = createEnv({\n  server: {\n${server}  },\n  shared: {\n${shared}  },\n  runtimeEnv: process.env,\n});\n`;
const document = { path: 'src/a.ts', text: `f('${openai}', '${anthropic}');\n` };
const around = (text: string): MemoryWorkspace =>
  new MemoryWorkspace({ '.envrc': 'dotenv\n', 'src/a.ts': document.text, 'src/env.ts': text });

describe('a declaration among the edits of a plan', () => {
  it('keeps what is refused, and moves the rest', async () => {
    const workspace = around(module('', '    OPENAI_API_KEY: z.string(),\n'));
    const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
    assert.ok(!isRefusal(plan));
    assert.deepEqual(
      plan.left.map(({ reason }) => reason),
      ['src/env.ts declares OPENAI_API_KEY as public. Give the key another name.'],
    );
    const edit = plan.edits.find(({ path }) => path === 'src/env.ts');
    assert.ok(edit?.kind === 'change');
    assert.equal(
      applyEdits(edit.before, edit.edits),
      module('    ANTHROPIC_API_KEY: z.string().min(1),\n', '    OPENAI_API_KEY: z.string(),\n'),
    );
  });

  it('declares each of two names of which one begins with the other', async () => {
    const text = `f('${madeKey('openai-project-key', 'b')} ${openai}');\n`;
    const workspace = new MemoryWorkspace({
      '.envrc': 'dotenv\n',
      '.env': `OPENAI_API_KEY=${openai}\n`,
      'src/env.ts': module(''),
    });
    const source = { path: 'src/a.ts', text };
    const plan = await planMoveToEnv({ workspace, parsers }, source, scanDocument(source));
    assert.ok(!isRefusal(plan));
    const edit = plan.edits.find(({ path }) => path === 'src/env.ts');
    assert.ok(edit?.kind === 'change');
    assert.equal(
      applyEdits(edit.before, edit.edits),
      module('    OPENAI_API_KEY_2: z.string().min(1),\n    OPENAI_API_KEY: z.string().min(1),\n'),
    );
  });

  it('is refused in the offer, with its reason', async () => {
    const workspace = around(module('', '    OPENAI_API_KEY: z.string(),\n'));
    const [finding] = scanDocument(document);
    assert.ok(finding);
    const { main } = await offersFor({ workspace, parsers }, document, finding);
    assert.deepEqual(main, {
      refused: 'src/env.ts declares OPENAI_API_KEY as public. Give the key another name.',
    });
  });

  it('is left out where a plain lookup is asked for', async () => {
    const settings = {
      ...defaultSettings,
      lookupStyle: { javascript: 'plain', typescript: 'plain' } as const,
    };
    const plan = await planMoveToEnv(
      { workspace: around(module('')), parsers, settings },
      document,
      scanDocument(document),
    );
    assert.ok(!isRefusal(plan));
    assert.ok(plan.edits.every(({ path }) => path !== 'src/env.ts'));
    const edit = plan.edits.at(-1);
    assert.ok(edit?.kind === 'change');
    assert.equal(
      applyEdits(edit.before, edit.edits),
      'f(process.env.OPENAI_API_KEY, process.env.ANTHROPIC_API_KEY);\n',
    );
  });

  it('builds on the plan before it', async () => {
    const workspace = new OverlayWorkspace(around(module('')));
    for (const [path, key] of [
      ['src/a.ts', openai],
      ['src/b.ts', anthropic],
    ] as const) {
      const source = { path, text: `f('${key}');\n` };
      const plan = await planMoveToEnv({ workspace, parsers }, source, scanDocument(source));
      assert.ok(!isRefusal(plan));
      workspace.apply(plan.edits);
    }
    const read = await workspace.read('src/env.ts');
    assert.ok(read.kind === 'text');
    assert.equal(
      read.text,
      module('    OPENAI_API_KEY: z.string().min(1),\n    ANTHROPIC_API_KEY: z.string().min(1),\n'),
    );
  });

  const files: readonly (readonly [string, string, string, string])[] = [
    ['src/a.ts', `f('${openai}');\n`, 'src/env.ts', module('    A: z.string(),\n')],
    [
      'server/a.ts',
      `f('${openai}');\n`,
      'nuxt.config.ts',
      "export default defineNuxtConfig({\n  runtimeConfig: { a: '' },\n});\n",
    ],
    [
      'app/a.py',
      `from app.config import settings\n\nf('${openai}')\n`,
      'app/config.py',
      'class Settings(BaseSettings):\n    a: str\n\n\nsettings = Settings()\n',
    ],
    [
      'app/a.php',
      `<?php\nf('${openai}');\n`,
      'config/services.php',
      "<?php\n\nreturn [\n    'a' => [\n        'key' => env('A'),\n    ],\n];\n",
    ],
  ];
  for (const [path, text, declaring, whole] of files) {
    it(`throws nothing while ${declaring} is being written`, async () => {
      for (let end = 0; end <= whole.length; end++) {
        const workspace = new MemoryWorkspace({
          [path]: text,
          [declaring]: whole.slice(0, end),
          'package.json': path.startsWith('server') ? '{"dependencies":{"nuxt":"4"}}' : '{}',
          'composer.json': '{"require":{"laravel/framework":"^12.0"}}',
        });
        const source = { path, text };
        const plan = await planMoveToEnv({ workspace, parsers }, source, scanDocument(source));
        if (isRefusal(plan)) continue;
        for (const edit of plan.edits) if (edit.kind === 'change') applyEdits(edit.before, edit.edits);
      }
    });
  }
});
