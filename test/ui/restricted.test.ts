import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeSample } from '../../scripts/sample';
import { packaged, untilDisk, Workbench } from './workbench';

describe('a workspace that is not trusted', () => {
  let workbench: Workbench;
  const sample = makeSample();
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-trace-'));
  /** Git's own record of every start, with all arguments. */
  const trace = path.join(dir, 'git');
  /** Keystow's starts: the option is one that VS Code's git extension does not give. */
  const started = (): readonly string[] =>
    existsSync(trace)
      ? readFileSync(trace, 'utf8')
          .split('\n')
          .filter((line) => / start .*core\.fsmonitor= /.test(line))
      : [];

  before(async () => {
    // A setting that a hostile workspace would like. It must not count before trust.
    const vscode = path.join(sample, '.vscode');
    mkdirSync(vscode);
    writeFileSync(
      path.join(vscode, 'settings.json'),
      JSON.stringify({ 'keystow.severity': { 'openai-project-key': 'off' } }),
    );
    workbench = await Workbench.open(sample, {
      vsix: packaged(),
      env: { GIT_TRACE2: trace },
      settings: { 'editor.minimap.enabled': false },
    });
  });
  after(async () => {
    await workbench?.close();
    for (const made of [sample, dir]) rmSync(made, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  it('has its keys underlined, whatever its own settings say, and git is not started', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('src', 'chat.js');
    const hover = await workbench.hoverOver('.squiggly-error');
    assert.match(hover, /OpenAI project key in plain text/, 'whether git tracks the file is not known');
    await workbench.shot('10 restricted');
    await workbench.page.keyboard.press('Escape');
  });

  it('has its keys moved', async () => {
    await workbench.click('.squiggly-error');
    const rows = await workbench.quickFixes('Move to .env as OPENAI_API_KEY');
    await rows.filter({ hasText: 'Move to .env as OPENAI_API_KEY' }).click();
    await workbench.untilShown('process.env.OPENAI_API_KEY');
    await untilDisk(() => /^OPENAI_API_KEY=/m.test(readFileSync(path.join(sample, '.env'), 'utf8')));
    assert.match(readFileSync(path.join(sample, '.gitignore'), 'utf8'), /^\.env$/m);
    assert.deepEqual(started(), []);
  });

  it('is asked of git once it is trusted', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).click();
    await workbench.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await untilDisk(() => started().length > 0);
  });
});
