import assert from 'node:assert/strict';
import { pushedTexts } from '../../src/git/pushed';
import { Repositories } from '../support/gitRepository';

describe('what branches of remotes have of a file', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  const large = 1 << 20;

  /** Of one file; those of several are told apart. */
  const textsOf = async (folder: string, file: string, largest = large): Promise<readonly string[]> => {
    const texts: string[] = [];
    for await (const one of pushedTexts(folder, ['none.txt', file, 'line\nbreak.txt'], largest)) {
      assert.equal(one.file, file);
      texts.push(one.text);
    }
    return texts.sort();
  };

  it('is nothing where there is no repository, no remote and no such file', async () => {
    assert.deepEqual(await textsOf(repositories.make().dir, 'a.txt'), []);
    assert.deepEqual(await textsOf('/', 'a.txt'), []);
  });

  it('is each version once, from every branch, whatever the name is', async () => {
    const remote = repositories.make({
      'sub/ü 1.txt': 'one\n',
      'b.bin': Uint8Array.from([0, 1]),
      'c 2.txt': 'three\n',
    });
    remote.git('branch', 'same');
    remote.git('checkout', '-q', '-b', 'other');
    remote.write({ 'sub/ü 1.txt': 'two\n' });
    remote.git('commit', '-qam', 'second');
    const clone = repositories.make();
    clone.git('remote', 'add', 'origin', remote.dir);
    clone.git('fetch', '-q', 'origin');
    assert.deepEqual(await textsOf(clone.dir, 'sub/ü 1.txt'), ['one\n', 'two\n']);
    assert.deepEqual(await textsOf(clone.dir, 'b.bin'), []);
    assert.deepEqual(await textsOf(clone.dir, 'gone.txt'), []);
    clone.write({ 'sub/x': '' });
    assert.equal((await textsOf(`${clone.dir}/sub`, 'ü 1.txt')).length, 2, 'of a folder below the root');
    const both = [];
    for await (const { file } of pushedTexts(clone.dir, ['b.bin', 'sub/ü 1.txt', 'c 2.txt'], large))
      both.push(file);
    assert.deepEqual(both.sort(), ['c 2.txt', 'sub/ü 1.txt', 'sub/ü 1.txt']);
    const many = Array.from({ length: 120 }, (_, index) => `many/${index}.txt`);
    remote.write(Object.fromEntries(many.map((file) => [file, `${file}\n`])));
    remote.git('add', '.');
    remote.git('commit', '-qm', 'many');
    clone.git('fetch', '-q', 'origin');
    const told: string[] = [];
    for await (const { file, text } of pushedTexts(clone.dir, many, large)) {
      assert.equal(text, `${file}\n`);
      told.push(file);
    }
    assert.deepEqual(told.sort(), many.toSorted(), 'more than are held at a time');
    assert.deepEqual(await textsOf(clone.dir, 'sub/ü 1.txt', 3), [], 'larger than asked for');
  });
});
