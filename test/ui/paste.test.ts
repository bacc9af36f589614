import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { made } from '../../scripts/sample';
import { secretParts } from '../support/keys';
import { packaged, untilDisk, Workbench } from './workbench';

const key = made('openai-project-key');

const notebook = JSON.stringify({
  cells: [
    { cell_type: 'code', execution_count: null, id: 'a', metadata: {}, outputs: [], source: ['key = ""'] },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

/** Only a person's own keystroke pastes through the editor's providers: no command does in the browser. */
describe('a person who pastes a key', () => {
  let workbench: Workbench;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keystow-paste-'));
  const onDisk = (file: string): string => path.join(folder, file);
  const read = (file: string): string => (existsSync(onDisk(file)) ? readFileSync(onDisk(file), 'utf8') : '');
  const lookup = 'const key = process.env.OPENAI_API_KEY;';
  const title = 'Paste as OPENAI_API_KEY from .env';
  const written = ['.env', '.gitignore', '.env.example'];
  const dropTitle = 'Insert as OPENAI_API_KEY from .env';

  before(async () => {
    execFileSync('git', ['init', '-q', '-b', 'main', folder]);
    for (const file of ['offer.js', 'plain.js', 'more.js', 'drop.js', 'replace.js', 'off.js'])
      writeFileSync(onDisk(file), 'const key = "";\n');
    mkdirSync(onDisk('tool'));
    writeFileSync(onDisk('tool/pyproject.toml'), '[project]\nname = "tool"\nversion = "1"\n');
    writeFileSync(onDisk('tool/.envrc'), 'dotenv\n');
    writeFileSync(onDisk('tool/one.py'), 'key = ""');
    writeFileSync(onDisk('.envrc'), 'dotenv\n');
    writeFileSync(onDisk('book.ipynb'), notebook);
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

  /** The menu beside what was pasted or dropped, once it offers this. */
  const offered = async (wanted: string): Promise<Locator> => {
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.page.keyboard.press('Control+.');
    const row = workbench.page.locator('.action-widget .monaco-list-row', { hasText: wanted });
    await row.waitFor();
    return row;
  };

  /** Where the last pair of quotes in the editor meets, on the screen. */
  const betweenQuotes = async (): Promise<{ readonly x: number; readonly y: number }> => {
    const handle = await workbench.page.waitForFunction<{ x: number; y: number }>(`(() => {
      const lines = document.querySelector('.editor-instance .view-lines');
      const walker = lines && document.createTreeWalker(lines, NodeFilter.SHOW_TEXT);
      let place;
      for (let node = walker?.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.search(/""|''/);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + 1);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        place = { x: box.x, y: box.y + box.height / 2 };
      }
      return place;
    })()`);
    return handle.jsonValue();
  };

  it('gets the text, and is offered the lookup beside it', async () => {
    // The extension is there once it has found a key.
    await pasteInto('plain.js', key);
    await workbench.middleOf('.squiggly-error');
    await pasteInto('offer.js', key);
    await workbench.middleOf('.squiggly-error');
    const row = await offered(title);
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
    await untilDisk(() => written.every((file) => !existsSync(onDisk(file))));
  });

  it('is saved where .env has something already and other files are made', async () => {
    writeFileSync(onDisk('.env'), 'OTHER=1\n');
    await pasteInto('more.js', key);
    await (await offered(title)).click();
    await workbench.untilShown(lookup);
    await untilDisk(() => read('.env') === `OTHER=1\nOPENAI_API_KEY=${key}\n`);
    assert.equal(read('.gitignore'), '.env\n');
  });

  it('who drops it gets the text, and is offered the lookup as well', async () => {
    await workbench.openFile('drop.js');
    await workbench.dropText(key, await betweenQuotes());
    await workbench.middleOf('.squiggly-error');
    const row = await offered(dropTitle);
    await workbench.shot('34 drop offered');
    for (const part of secretParts(key)) assert.ok(!(await row.innerText()).includes(part));
    await row.click();
    await workbench.untilShown(lookup);
    await workbench.page.keyboard.press('Control+S');
  });

  it('is offered the same in a cell of a notebook', async () => {
    await workbench.openFile('book.ipynb');
    const cell = '.notebook-editor .cell .view-line';
    await workbench.click(cell);
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(key)})`);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('Control+V');
    const row = await offered(title);
    await workbench.shot('35 paste offered in a notebook');
    await row.click();
    await workbench.untilShown('os.environ["OPENAI_API_KEY"]');
    await workbench.shot('36 pasted as a lookup in a notebook');
  });

  it('gets the lookup at once where that is set, and the text beside it', async () => {
    await workbench.theme('high contrast', { 'keystow.paste': 'replace' });
    await pasteInto('replace.js', key);
    await workbench.untilShown(lookup);
    await untilDisk(() => read('.env').includes(`OPENAI_API_KEY=${key}\n`));
    await offered(title);
    await workbench.shot('32 paste replaced, high contrast');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+S');
  });

  it('who drops another there gets its lookup, and it is stored', async () => {
    const other = made('anthropic-api-key');
    await workbench.openFile('drop.js');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type("const other = '';");
    await workbench.dropText(other, await betweenQuotes());
    await workbench.untilShown('const other = process.env.ANTHROPIC_API_KEY;');
    await untilDisk(() => read('.env').includes(`ANTHROPIC_API_KEY=${other}\n`));
    // Back to the text, and to the lookup once more.
    await (await offered('Insert Plain Text')).click();
    await untilDisk(() => !read('.env').includes('ANTHROPIC_API_KEY'));
    await (await offered('Insert as ANTHROPIC_API_KEY from .env')).click();
    await workbench.untilShown('const other = process.env.ANTHROPIC_API_KEY;');
    await untilDisk(() => read('.env').includes(`ANTHROPIC_API_KEY=${other}\n`));
  });

  it('who drops one in another project finds all of it saved, whatever the line ends; one undo takes it back', async () => {
    await workbench.theme('high contrast', { 'keystow.paste': 'replace', 'files.eol': '\r\n' });
    const groq = made('groq-api-key');
    await workbench.openFile('tool', 'one.py');
    await workbench.dropText(groq, await betweenQuotes());
    await workbench.untilShown('os.environ["GROQ_API_KEY"]');
    await untilDisk(() => read('tool/.env').includes(`GROQ_API_KEY=${groq}`));
    await workbench.page.keyboard.press('Control+S');
    await untilDisk(() => read('tool/one.py').startsWith('import os\r\n'));
    await workbench.shot('38 dropped in another project, high contrast');
    await workbench.page.keyboard.press('Control+Z');
    await untilDisk(() => !existsSync(onDisk('tool/.env')));
    await untilDisk(() => read('tool/one.py') === 'key = ""');
  });

  it('gets the text and no offer where that is set', async () => {
    await workbench.theme('dark', { 'keystow.paste': 'off' });
    await pasteInto('off.js', key);
    await workbench.middleOf('.squiggly-error');
    await workbench.shot('33 paste off');
    assert.equal(await workbench.page.locator('.post-edit-widget').count(), 0);
    await workbench.command('Notifications: Show Notifications');
    await workbench.shot('37 nothing was told');
    assert.equal(await workbench.page.locator('.notifications-center .notification-list-item').count(), 0);
  });
});
