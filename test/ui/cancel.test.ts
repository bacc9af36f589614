import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packaged, Workbench } from './workbench';

describe('an audit that is stopped', () => {
  let workbench: Workbench;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keystow-many-'));

  before(async () => {
    // 400 kB, of which a look at the bytes does not tell all.
    const words = `f(process.env.NAME);\n${'// some words of text\n'.repeat(20_000)}`;
    for (let i = 0; i < 3000; i++) {
      const dir = path.join(folder, `d${i % 50}`);
      mkdirSync(dir, { recursive: true });
      writeFileSync(path.join(dir, `f${i}.ts`), words);
    }
    workbench = await Workbench.open(folder, {
      vsix: packaged(),
      settings: { 'security.workspace.trust.enabled': false, 'files.watcherExclude': { '**': true } },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  it('says so, and how far it came', async () => {
    await workbench.command('Keystow: Audit Workspace');
    const progress = workbench.page
      .locator('.notification-list-item', { hasText: 'Keystow: auditing' })
      .first();
    await progress.waitFor();
    await progress.getByText(/\d+ of 3000 files/).waitFor();
    await workbench.shot('11 audit in progress');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await workbench.page
      .getByText(/^Stopped after \d+ of 3000 files\. No problems until then\.$/)
      .first()
      .waitFor();
    const messages = await workbench.notifications(/Stopped after/);
    const done = Number(/Stopped after (\d+) of 3000 files/.exec(messages)?.[1]);
    assert.ok(done < 3000, `${done} of 3000 files`);
    await workbench.shot('12 audit stopped');
  });
});
