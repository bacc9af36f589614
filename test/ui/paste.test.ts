import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { made } from '../../scripts/sample';
import { secretParts } from '../support/keys';
import { packaged, untilDisk, Workbench } from './workbench';

const key = made('openai-project-key');

/** Only a person's own keystroke pastes through the editor's providers: no command does in the browser. */
describe('a person who pastes a key', () => {
  let workbench: Workbench;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keystow-paste-'));
  const onDisk = (file: string): string => path.join(folder, file);
  const read = (file: string): string => (existsSync(onDisk(file)) ? readFileSync(onDisk(file), 'utf8') : '');
  const lookup = 'const key = process.env.OPENAI_API_KEY;';
  const title = 'Paste as OPENAI_API_KEY from .env';

  before(async () => {
    execFileSync('git', ['init', '-q', '-b', 'main', folder]);
    for (const file of ['offer.js', 'plain.js', 'more.js', 'replace.js', 'off.js'])
      writeFileSync(onDisk(file), 'const key = "";\n');
    writeFileSync(onDisk('.envrc'), 'dotenv\n');
    workbench = await Workbench.open(folder, {
      vsix: packaged(),
      settings: {
        'security.workspace.trust.enabled': false,
        'editor.minimap.enabled': false,
        'files.autoSave': 'off',
      },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  /** With the cursor between the quotes. */
  const pasteInto = async (file: string, text: string): Promise<void> => {
    await workbench.openFile(file);
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await workbench.click('.editor-instance .view-line');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('Control+V');
  };

  it('gets the text, and is offered the lookup beside it', async () => {
    // The extension is there once it has found a key.
    await pasteInto('plain.js', key);
    await workbench.middleOf('.squiggly-error');
    await pasteInto('offer.js', key);
    await workbench.middleOf('.squiggly-error');
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.page.keyboard.press('Control+.');
    const row = workbench.page.locator('.action-widget .monaco-list-row', { hasText: title });
    await row.waitFor();
    await workbench.shot('30 paste offered');
    assert.equal(read('.env'), '', 'nothing is written before it is chosen');
    for (const part of secretParts(key)) assert.ok(!(await row.innerText()).includes(part));
    await row.click();
    await workbench.untilShown(lookup);
    await untilDisk(() => read('.env') === `OPENAI_API_KEY=${key}\n` && read('.gitignore') === '.env\n');
    await workbench.shot('31 pasted as a lookup');
  });

  it('takes it back with one undo', async () => {
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.waitForFunction(
      `!document.querySelector('.editor-instance .view-lines')?.innerText.includes('process')`,
    );
    await untilDisk(() => !read('.env').includes(key));
  });

  it('is saved where .env has something already and other files are made', async () => {
    writeFileSync(onDisk('.env'), 'OTHER=1\n');
    rmSync(onDisk('.gitignore'), { force: true });
    rmSync(onDisk('.env.example'), { force: true });
    await pasteInto('more.js', key);
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget .monaco-list-row', { hasText: title }).click();
    await workbench.untilShown(lookup);
    await untilDisk(() => read('.env') === `OTHER=1\nOPENAI_API_KEY=${key}\n`);
    assert.equal(read('.gitignore'), '.env\n');
  });

  it('gets the lookup at once where that is set, and the text beside it', async () => {
    await workbench.theme('high contrast', { 'keystow.paste': 'replace' });
    await pasteInto('replace.js', key);
    await workbench.untilShown(lookup);
    await untilDisk(() => read('.env').includes(`OPENAI_API_KEY=${key}\n`));
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget .monaco-list-row', { hasText: title }).waitFor();
    await workbench.shot('32 paste replaced, high contrast');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+S');
  });

  it('gets the text and no offer where that is set', async () => {
    await workbench.theme('dark', { 'keystow.paste': 'off' });
    await pasteInto('off.js', key);
    await workbench.middleOf('.squiggly-error');
    await workbench.shot('33 paste off');
    assert.equal(await workbench.page.locator('.post-edit-widget').count(), 0);
  });
});
