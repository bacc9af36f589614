import assert from 'node:assert/strict';
import { pushedTexts } from '../../src/git/pushed';
import { Repositories } from '../support/gitRepository';

describe('what branches of remotes have of a file', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  const large = 1 << 20;

  it('is nothing where there is no repository, no remote and no such file', async () => {
    assert.deepEqual(await pushedTexts(repositories.make().dir, 'a.txt', large), []);
    assert.deepEqual(await pushedTexts('/', 'a.txt', large), []);
  });

  it('is each version once, from every branch, whatever the name is', async () => {
    const remote = repositories.make({ 'sub/ü 1.txt': 'one\n', 'b.bin': Uint8Array.from([0, 1]) });
    remote.git('branch', 'same');
    remote.git('checkout', '-q', '-b', 'other');
    remote.write({ 'sub/ü 1.txt': 'two\n' });
    remote.git('commit', '-qam', 'second');
    const clone = repositories.make();
    clone.git('remote', 'add', 'origin', remote.dir);
    clone.git('fetch', '-q', 'origin');
    const texts = (file: string, folder = clone.dir) => pushedTexts(folder, file, large);
    assert.deepEqual([...(await texts('sub/ü 1.txt'))].sort(), ['one\n', 'two\n']);
    assert.deepEqual(await texts('b.bin'), []);
    assert.deepEqual(await texts('gone.txt'), []);
    clone.write({ 'sub/x': '' });
    assert.equal((await texts('ü 1.txt', `${clone.dir}/sub`)).length, 2, 'of a folder below the root');
    assert.deepEqual(await pushedTexts(clone.dir, 'sub/ü 1.txt', 3), [], 'larger than asked for');
  });
});
