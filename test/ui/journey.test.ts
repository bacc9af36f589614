import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { made, makeSample } from '../../scripts/sample';
import { secretParts } from '../support/keys';
import { packaged, untilDisk, Workbench } from './workbench';

describe('a person and a leaky project', () => {
  let workbench: Workbench;
  const sample = makeSample();
  const read = (file: string): string => readFileSync(path.join(sample, file), 'utf8');
  const untouched = { chat: read('src/chat.js'), gitignore: read('.gitignore'), env: read('.env') };
  const key = /"(sk-[^"]+)"/.exec(untouched.chat)?.[1] ?? '';
  const shown: string[] = [];
  const typed = made('github-personal-access-token');

  before(async () => {
    workbench = await Workbench.open(sample, {
      vsix: packaged(),
      settings: {
        'security.workspace.trust.enabled': false,
        'editor.fontSize': 15,
        'editor.minimap.enabled': false,
      },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(sample, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  it('sees the key underlined', async () => {
    await workbench.openFile('src', 'chat.js');
    await workbench.middleOf('.squiggly-error');
    await workbench.shots('1 squiggle');
  });

  it('reads in the hover what it is and why it matters', async () => {
    const hover = await workbench.hoverOver('.squiggly-error', /git tracks/); // once git has answered
    shown.push(hover);
    assert.match(hover, /OpenAI project key in a file git tracks\. Move it to \.env\./);
    await workbench.shot('2 hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('is offered the move, and takes it', async () => {
    await workbench.click('.squiggly-error');
    const rows = await workbench.quickFixes('Move to .env as OPENAI_API_KEY');
    const titles = await rows.allInnerTexts();
    shown.push(...titles);
    assert.ok(titles.includes('Move to .env as OPENAI_API_KEY'), titles.join('\n'));
    await workbench.shot('3 quick fix');
    await rows.filter({ hasText: 'Move to .env as OPENAI_API_KEY' }).click();
    await workbench.untilShown('process.env.OPENAI_API_KEY');
    await workbench.untilNo('.squiggly-error');
    await workbench.shot('4 moved');
    await untilDisk(() => read('.env') === `${untouched.env}OPENAI_API_KEY=${key}\n`);
    assert.equal(read('.gitignore'), `${untouched.gitignore}.env\n`);
    assert.equal(read('.env.example'), 'GITHUB_TOKEN=\nOPENAI_API_KEY=\n');
  });

  it('takes it back with one undo, and does it again', async () => {
    await workbench.click('.view-line:last-child');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.middleOf('.squiggly-error');
    await workbench.shot('5 undone');
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0, 'no question is asked');
    await workbench.page.keyboard.press('Control+S');
    await untilDisk(() => read('src/chat.js') === untouched.chat);
    await workbench.click('.squiggly-error');
    const title = 'Move to .env as OPENAI_API_KEY';
    await (await workbench.quickFixes(title)).filter({ hasText: title }).click();
    await workbench.untilShown('process.env.OPENAI_API_KEY');
    await workbench.page.keyboard.press('Control+S');
    await untilDisk(() => !read('src/chat.js').includes(key));
  });

  it('learns why a key in browser code is not moved', async () => {
    await workbench.openFile('src', 'Checkout.jsx');
    await workbench.click('.squiggly-error');
    const rows = await workbench.quickFixes('Cannot move to .env');
    const titles = await rows.allInnerTexts();
    shown.push(...titles);
    assert.ok(
      titles.some((title) => /^Cannot move to \.env: This code runs in the browser/.test(title)),
      titles.join('\n'),
    );
    await workbench.shot('6 refused');
    await rows.filter({ hasText: 'Cannot move' }).click();
    const messages = await workbench.notifications(/This code runs in the browser/);
    shown.push(messages);
    assert.match(messages, /This code runs in the browser/);
    await workbench.shot('7 reason');
    await workbench.page.keyboard.press('Escape');
  });

  it('audits the workspace and finds every problem in one list', async () => {
    await workbench.command('Keystow: Audit Workspace');
    const messages = await workbench.notifications(/in \d+ files/);
    shown.push(messages);
    assert.match(messages, /problems? in \d+ files|keys? .*in \d+ files/);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Shift+M');
    const panel = workbench.page.locator('.markers-panel');
    await panel.locator('.monaco-list-row', { hasText: 'Anthropic API key' }).first().waitFor();
    const problems = await panel.innerText();
    shown.push(problems);
    for (const part of [/OpenAI project key in a Dockerfile ENV/, /Stripe live secret key in browser code/])
      assert.match(problems, part);
    await workbench.shots('8 problems');
    await workbench.page.keyboard.press('Control+Shift+M');
  });

  it('types a key, and sees it underlined', async () => {
    await workbench.openFile('src', 'ask.js');
    await workbench.click('.view-line:last-child');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type(`\n// token ${typed}`);
    await workbench.middleOf('.squiggly-error');
    await workbench.shot('9 typed');
    assert.ok(!existsSync(path.join(sample, '.vscode')), 'no setting is written into the workspace');
  });

  it('moves the keys of the whole workspace from one list', async () => {
    const { page } = workbench;
    await workbench.command('Keystow: Move Keys in Workspace to .env…');
    const list = page.locator('.quick-input-list .monaco-list-row');
    await list.filter({ hasText: 'Dockerfile' }).first().waitFor();
    shown.push(await page.locator('.quick-input-widget').innerText());
    await workbench.shot('10 what would be moved');
    await list.filter({ hasText: 'summary.py' }).hover();
    await list.filter({ hasText: 'summary.py' }).locator('.action-label').click();
    await workbench.untilShown('+++');
    shown.push(await workbench.text());
    await workbench.shot('11 what changes in one file');
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
    await untilDisk(() => /^ANTHROPIC_API_KEY=/m.test(read('.env')));
    await workbench.shot('12 all moved');
    const messages = await workbench.notifications(/moved to \.env/);
    shown.push(messages);
    assert.match(
      messages,
      /keys in \d+ files moved to \.env\. 2 keys cannot be moved; the lightbulb at each says why\./,
    );
    await page.keyboard.press('Escape');
    assert.match(read('report/summary.py'), /os\.environ\["ANTHROPIC_API_KEY"\]/);
    assert.doesNotMatch(read('Dockerfile'), /sk-/);
  });

  it('finds no character of a key in anything that was shown beside the text itself', async () => {
    await workbench.command('Output: Focus on Output View');
    await workbench.page.locator('.output-view').first().waitFor();
    shown.push(await workbench.page.locator('.output-view').first().innerText());
    const secrets = [key, typed, untouched.env, /"(sk_live[^"]+)"/.exec(read('src/Checkout.jsx'))?.[1] ?? ''];
    for (const part of secrets.flatMap((secret) => secretParts(secret.trim()))) {
      const where = shown.findIndex((text) => text.includes(part));
      assert.equal(where, -1, `text ${where} shows ${part.length} characters of a key`);
    }
    assert.ok(shown.length > 6);
  });
});
