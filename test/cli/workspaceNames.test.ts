import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { OverlayWorkspace } from '../../src/engine/index';
import { NodeWorkspace } from '../../src/platform/workspace.node';
import { TempFolder } from '../support/temp';

describe('the names of a folder', () => {
  const folder = new TempFolder({ 'a.go': '', 'p/b.go': '', 'p/c.txt': '', 'p/q/d.go': '' });
  after(() => folder.remove());
  const workspace = new NodeWorkspace(folder.dir);

  it('are those of its files, and of no folder or link', async () => {
    symlinkSync(folder.path('a.go'), folder.path('p/link.go'));
    assert.deepEqual([...((await workspace.names('p')) ?? [])].sort(), ['b.go', 'c.txt']);
    assert.deepEqual(await workspace.names(''), ['a.go']);
    assert.equal(await workspace.names('none'), undefined);
  });

  it('have those of planned files among them', async () => {
    const overlay = new OverlayWorkspace(workspace);
    overlay.apply([{ kind: 'create', path: 'p/q/e.go', label: 'create', text: '' }]);
    assert.deepEqual([...((await overlay.names('p/q')) ?? [])].sort(), ['d.go', 'e.go']);
    assert.equal(await overlay.names('none'), undefined);
  });
});
