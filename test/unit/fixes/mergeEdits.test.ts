import assert from 'node:assert/strict';
import { applyEdits, type FileEdit, mergeEdits } from '../../../src/engine/index';

const change = (path: string, before: string, start: number, end: number, newText: string): FileEdit => ({
  kind: 'change',
  path,
  label: `write ${newText.trim()}`,
  before,
  edits: [{ span: { start, end }, newText }],
});

describe('edits made one on top of the other', () => {
  it('become one per file, on what was there first', () => {
    const merged = mergeEdits([
      change('.env', 'A=1\n', 4, 4, 'B=2\n'),
      change('a.js', 'x', 0, 1, 'y'),
      change('.env', 'A=1\nB=2\n', 0, 4, ''),
      change('.env', 'B=2\n', 4, 4, 'C=3\n'),
    ]);
    assert.deepEqual(
      merged.map(({ path, label }) => [path, label]),
      [
        ['.env', 'write B=2; write ; write C=3'],
        ['a.js', 'write y'],
      ],
    );
    const [env] = merged;
    assert.ok(env?.kind === 'change');
    assert.equal(env.before, 'A=1\n');
    assert.equal(applyEdits(env.before, env.edits), 'B=2\nC=3\n');
  });

  it('keep a file that is made as one that is made', () => {
    const made: FileEdit = { kind: 'create', path: '.env', label: 'store A', text: 'A=1\n' };
    const [env, none] = mergeEdits([made, change('.env', 'A=1\n', 4, 4, 'B=2\n')]);
    assert.equal(none, undefined);
    assert.deepEqual(env, { ...made, label: 'store A; write B=2', text: 'A=1\nB=2\n' });
  });

  it('find the difference also where the ends overlap', () => {
    const [edit] = mergeEdits([change('a', 'aa', 2, 2, 'a'), change('a', 'aaa', 3, 3, 'a')]);
    assert.ok(edit?.kind === 'change');
    assert.equal(applyEdits('aa', edit.edits), 'aaaa');
  });
});
