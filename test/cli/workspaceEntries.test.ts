import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { type Entry, OverlayWorkspace } from '../../src/engine/index';
import { NodeWorkspace } from '../../src/platform/workspace.node';
import { TempFolder } from '../support/temp';

const named = (entries: readonly Entry[] | undefined): readonly string[] | undefined =>
  entries?.map(({ name, isFolder }) => (isFolder ? `${name}/` : name)).sort();

describe('the entries of a folder', () => {
  const folder = new TempFolder({ 'a.go': '', 'p/b.go': '', 'p/c.txt': '', 'p/q/d.go': '' });
  after(() => folder.remove());
  const workspace = new NodeWorkspace(folder.dir);

  it('are its files and folders, and no links', async () => {
    symlinkSync(folder.path('a.go'), folder.path('p/link.go'));
    assert.deepEqual(named(await workspace.entries('p')), ['b.go', 'c.txt', 'q/']);
    assert.deepEqual(named(await workspace.entries('')), ['a.go', 'p/']);
    assert.equal(await workspace.entries('none'), undefined);
  });

  it('have those of planned files among them', async () => {
    const overlay = new OverlayWorkspace(workspace);
    overlay.apply([{ kind: 'create', path: 'p/q/e.go', label: 'create', text: '' }]);
    assert.deepEqual(named(await overlay.entries('p/q')), ['d.go', 'e.go']);
    assert.equal(await overlay.entries('none'), undefined);
  });
});
