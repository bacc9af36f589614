import assert from 'node:assert/strict';
import path from 'node:path';
import { glanceAt } from '../../src/platform/glance.node';
import { GlanceThread } from '../../src/platform/glanceThread.node';
import { madeKey } from '../support/keys';
import { TempFolder } from '../support/temp';

const script = path.join(__dirname, '../../dist/glanceWorker.js');

describe('the thread that looks at files', () => {
  const folder = new TempFolder();
  const threads: GlanceThread[] = [];
  const threadOf = (file: string): GlanceThread => {
    const thread = new GlanceThread(file);
    threads.push(thread);
    return thread;
  };
  const files = ['plain.ts', 'key.ts', 'reads.ts', '.env', 'binary', 'none.ts', 'ключ.ts', 'large.ts'];
  const asked = { root: folder.dir, files, limit: 4096, sought: { reads: 'all', marks: [] } } as const;

  before(() =>
    folder.write({
      'plain.ts': 'const a = 1;\n',
      'key.ts': `f("${madeKey('openai-project-key')}");\n`,
      'reads.ts': 'f(process.env.NAME);\n',
      '.env': 'A=b\n',
      binary: 'a\0b',
      'ключ.ts': '// ключ\n',
      'large.ts': 'x;\n'.repeat(2000),
    }),
  );
  after(() => {
    for (const thread of threads) thread.dispose();
    folder.remove();
  });

  it('tells what a look at each of them tells', async () => {
    const told = await threadOf(script).ask(asked);
    assert.deepEqual(told, [13, -1, -1, -1, -1, -1, 12, -1]);
    assert.deepEqual(
      told,
      files.map((file) => {
        const glanced = glanceAt(folder.dir, file, asked.limit, asked.sought);
        return glanced?.kind === 'nothing' ? glanced.bytes : -1;
      }),
    );
  });

  it('tells where what a policy looks for stands', async () => {
    const sought = { ...asked.sought, marks: ['const a'] };
    assert.deepEqual(await threadOf(script).ask({ ...asked, sought }), [-1, -1, -1, -1, -1, -1, 12, -1]);
  });

  it('answers several who ask at once, each with its own', async () => {
    const thread = threadOf(script);
    const answers = await Promise.all(files.map((file) => thread.ask({ ...asked, files: [file] })));
    assert.deepEqual(answers.flat(), [13, -1, -1, -1, -1, -1, 12, -1]);
  });

  it('starts again after it has ended', async () => {
    const thread = threadOf(script);
    await thread.ask(asked);
    thread.dispose();
    assert.deepEqual(await thread.ask({ ...asked, files: ['plain.ts'] }), [13]);
  });

  it('tells nothing where it is ended meanwhile', async () => {
    const thread = threadOf(script);
    const waiting = thread.ask(asked);
    thread.dispose();
    const next = thread.ask({ ...asked, files: ['plain.ts'] });
    assert.deepEqual([await waiting, await next], [undefined, [13]]);
  });

  for (const [title, code] of [
    ['cannot be loaded', undefined],
    ['throws', "require('node:worker_threads').parentPort.on('message', () => { throw new Error('a'); });"],
    ['ends by itself', "require('node:worker_threads').parentPort.on('message', () => process.exit(3));"],
  ] as const)
    it(`tells nothing where its script ${title}, and is not asked again`, async () => {
      const name = `${title}.cjs`;
      if (code !== undefined) folder.write({ [name]: code });
      const thread = threadOf(folder.path(name));
      const [first, second] = await Promise.all([thread.ask(asked), thread.ask(asked)]);
      assert.deepEqual([first, second, await thread.ask(asked)], [undefined, undefined, undefined]);
    });
});
