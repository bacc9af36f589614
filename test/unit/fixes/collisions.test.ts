import assert from 'node:assert/strict';
import { updateEnv } from '../../../src/engine/fixes/envWriter';
import {
  applyEdits,
  defaultSettings,
  type Finding,
  type FixOffer,
  isRefusal,
  offersFor,
  planMoveOfValue,
  planMoveToEnv,
  type Refusal,
  scanDocument,
} from '../../../src/engine/index';
import type { NameCollision } from '../../../src/engine/model/settings';
import { madeKey } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const key = madeKey('openai-project-key');
const other = madeKey('openai-project-key', 'other');
const third = madeKey('openai-project-key', 'third');

const document = { path: 'a.js', text: `const key = "${key}";\n` };
const [finding] = scanDocument(document) as [Finding];

const hostWith = (nameCollision: NameCollision, env = `OPENAI_API_KEY=${other}\n`) => ({
  workspace: new MemoryWorkspace({ '.env': env, '.envrc': 'dotenv\n', 'a.js': document.text }),
  parsers,
  settings: { ...defaultSettings, nameCollision },
});

const shown = (offer: FixOffer | Refusal | undefined): string =>
  offer === undefined ? '' : isRefusal(offer) ? offer.refused : `${offer.id}: ${offer.title}`;

describe('a name that has another value', () => {
  it('is left alone, reused, or asked for, as the user prefers', async () => {
    const offered = async (rule: NameCollision): Promise<readonly string[]> => {
      const { main, more } = await offersFor(hostWith(rule), document, finding);
      return [main, ...more.filter(({ id }) => id !== 'open-key-page')].map(shown);
    };
    const ask = 'move-to-env-as: Move to .env as…';
    const reuse = 'reuse-name: Use OPENAI_API_KEY from .env, which has another value';
    assert.deepEqual(await offered('suffix'), ['move-to-env: Move to .env as OPENAI_API_KEY_2', ask, reuse]);
    assert.deepEqual(await offered('reuse'), [reuse, ask]);
    assert.deepEqual(await offered('ask'), [ask, reuse]);
  });

  it('proposes the next free name to who is asked', async () => {
    const { main } = await offersFor(hostWith('ask'), document, finding);
    assert.equal(main !== undefined && !isRefusal(main) ? main.name : '', 'OPENAI_API_KEY_2');
  });

  it('is offered also where the code reads the variable already', async () => {
    const read = { path: 'a.js', text: `const key = process.env.MY_KEY || "${key}";\n` };
    const [found] = scanDocument(read) as [Finding];
    const { main, more } = await offersFor(hostWith('suffix', `MY_KEY=${other}\n`), read, found);
    assert.equal(shown(main), 'The env file already has another value for MY_KEY.');
    assert.equal(shown(more[0]), 'reuse-name: Use MY_KEY from .env, which has another value');
  });

  it('keeps its value when it is reused, and a note says what became of the key', async () => {
    const host = hostWith('suffix');
    const plan = await planMoveOfValue(host, document, finding, [finding], { collision: 'reuse' });
    assert.ok(!isRefusal(plan));
    assert.deepEqual(
      plan.edits.map(({ path }) => path),
      ['.gitignore', '.env.example', 'a.js'],
    );
    const source = plan.edits.at(-1);
    assert.ok(source?.kind === 'change');
    assert.equal(applyEdits(source.before, source.edits), 'const key = process.env.OPENAI_API_KEY;\n');
    assert.deepEqual(plan.stored, []);
    assert.match(plan.notes.join(), /OPENAI_API_KEY has another value.*revoke it/);
  });

  it('moves no key into nothing when many are moved at once', async () => {
    for (const rule of ['reuse', 'ask'] as const) {
      const plan = await planMoveToEnv(hostWith(rule), document, [finding]);
      assert.ok(isRefusal(plan));
      assert.match(plan.refused, /already has another value for OPENAI_API_KEY\. Move this key by itself/);
    }
  });

  it('takes two values of one name apart, whatever is preferred', () => {
    const wanted = [key, third].map((value) => ({ name: 'X', value }));
    const update = updateEnv('', wanted);
    assert.ok(!isRefusal(update));
    assert.deepEqual(update.names, ['X', 'X_2']);
    assert.deepEqual([...update.reused], []);
    const reusing = updateEnv('', wanted, 'reuse');
    assert.deepEqual(isRefusal(reusing) ? [] : reusing.names, ['X', 'X_2']);
    assert.ok(isRefusal(updateEnv('', wanted, 'ask')));
  });
});
