import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { made } from '../../scripts/sample';
import { secretParts } from '../support/keys';
import { packaged, untilDisk, Workbench } from './workbench';

const openai = made('openai-project-key');
const stripe = made('stripe-live-secret-key');

describe('a person who looks at the whole workspace', () => {
  let workbench: Workbench;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-overview-'));
  const folder = path.join(dir, 'shop');
  const onDisk = (file: string): string => path.join(folder, file);
  const read = (file: string): string => readFileSync(onDisk(file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(onDisk(file)), { recursive: true });
    writeFileSync(onDisk(file), text);
  };
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: folder });
  const view = '.pane:has(.pane-header[aria-label^="Keystow"])';
  /** What the view says, entry by entry: the label and what stands beside it. */
  const rows = async (): Promise<readonly string[]> => {
    const all = await workbench.page.locator(`${view} .monaco-list-row`).all();
    const partsOf = (entry: (typeof all)[number]) =>
      entry.locator('.label-name, .label-description').allInnerTexts();
    return (await Promise.all(all.map(partsOf))).map((parts) =>
      parts.filter((part) => part !== '').join(' · '),
    );
  };
  const row = (text: string) => workbench.page.locator(`${view} .monaco-list-row`, { hasText: text }).first();
  const untilRows = async (wanted: readonly string[]): Promise<void> => {
    let last: readonly string[] = [];
    for (let tries = 0; tries < 100; tries++) {
      last = await rows();
      if (last.join('\n') === wanted.join('\n')) return;
      await workbench.page.waitForTimeout(100);
    }
    assert.deepEqual(last, wanted);
  };
  const theme = (name: string): void =>
    write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': name }));

  before(async () => {
    mkdirSync(folder);
    git('init', '-q', '-b', 'main');
    write('src/ask.js', `const { OpenAI } = require("openai");\nnew OpenAI({ apiKey: "${openai}" });\n`);
    write('src/tell.js', `const key = "${openai}";\n`);
    write('web/index.html', `<script>\n  pay("${stripe}");\n</script>\n`);
    write('Dockerfile', 'FROM node:22\nENV DB_PASSWORD=correct-horse-9\n');
    write('.envrc', 'dotenv\n');
    git('add', '.');
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.invalid', 'commit', '-q', '-m', 'Begin');
    theme('Default Dark Modern');
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
    rmSync(dir, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  it('finds the view folded up, and in it one button', async () => {
    await workbench.page.locator(`${view} .pane-header`).click();
    // Room for it.
    await workbench.page.locator('.pane-header[aria-label*="shop"]').click();
    const button = workbench.page.locator(`${view} .monaco-button`, { hasText: 'Audit Workspace' });
    await button.waitFor();
    await workbench.shot('50 overview, empty');
    await button.click();
    await row('OpenAI project key').waitFor();
  });

  it('sees each key once with its places, and the rest by chapters', async () => {
    await untilRows([
      'Keys · 2',
      'OpenAI project key · 2 places',
      'src/ask.js:2',
      'src/tell.js:1',
      'Stripe live secret key · web/index.html:2',
      'Docker · 1',
      'Secret in a Dockerfile · Dockerfile:2',
    ]);
    const status = workbench.page.locator('#keystow\\.keystow\\.keystow\\.overview');
    await status.waitFor();
    assert.match(await status.innerText(), /3/);
    assert.match((await status.getAttribute('aria-label')) ?? '', /2 keys and 1 other problem/);
    await workbench.shot('51 overview');
  });

  it('opens a place with a click, and fixes it with the button beside it', async () => {
    await row('src/tell.js:1').click();
    await workbench.page.locator('.tab', { hasText: 'tell.js' }).waitFor();
    await workbench.middleOf('.squiggly-error');
    // The tab, or the path above the text, says that the file goes where the repository goes, until its key is gone.
    const mark = workbench.page
      .locator('[aria-label*="tell.js"][aria-label*="A key in a file that git tracks"]')
      .first();
    await mark.waitFor();
    await row('src/tell.js:1').hover();
    await row('src/tell.js:1').locator('.action-label[aria-label^="Fix"]').click();
    await workbench.untilShown('process.env.OPENAI_API_KEY');
    await untilDisk(() => read('.env') === `OPENAI_API_KEY=${openai}\n`);
    await workbench.page.keyboard.press('Control+S');
    await untilDisk(() => !read('src/tell.js').includes(openai));
    await mark.waitFor({ state: 'detached' });
    await untilRows([
      'Keys · 2',
      'OpenAI project key · src/ask.js:2',
      'Stripe live secret key · web/index.html:2',
      'Docker · 1',
      'Secret in a Dockerfile · Dockerfile:2',
    ]);
    await workbench.shot('52 overview, one fixed');
  });

  it('reads in the status bar what is known of the workspace, and of the file', async () => {
    await row('src/ask.js:2').click();
    await workbench.page.locator('.tab.active', { hasText: 'ask.js' }).waitFor();
    await workbench.page.locator('#keystow\\.keystow\\.keystow\\.overview').hover();
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Keystow' });
    await hover.first().waitFor();
    assert.match(await hover.first().innerText(), /2 keys and 1 other problem/);
    await workbench.shot('59 status of the workspace');
    await workbench.page.locator('#status\\.languageStatus').hover();
    const file = workbench.page.locator('.hover-language-status', { hasText: 'Keystow' });
    await file.first().waitFor();
    assert.match(await file.first().innerText(), /1 key/);
    await workbench.shot('59 status of the file');
    await workbench.page.mouse.move(600, 300);
  });

  it('says why something cannot be fixed there', async () => {
    await row('web/index.html').hover();
    await row('web/index.html').locator('.action-label[aria-label^="Fix"]').click();
    const toast = workbench.page.locator('.notification-toast', { hasText: /browser/ });
    await toast.waitFor();
    await workbench.shot('53 overview, refused');
    assert.match(read('web/index.html'), /pay\("/);
  });

  it('lets something stand with a reason, and still shows it', async () => {
    await row('Dockerfile:2').hover();
    await row('Dockerfile:2').locator('.action-label[aria-label^="Ignore"]').click();
    const input = workbench.page.locator('.quick-input-widget');
    await input.locator('.monaco-list-row', { hasText: 'Accept this finding…' }).click();
    await workbench.page.locator('.quick-input-widget', { hasText: 'Why may it stand?' }).waitFor();
    await workbench.page.keyboard.type('Local database only');
    await workbench.page.keyboard.press('Enter');
    await input.locator('.monaco-list-row', { hasText: 'This file' }).click();
    await input.locator('.monaco-list-row', { hasText: '30 days' }).click();
    await row('Accepted').waitFor();
    await row('Accepted').click();
    const accepted = row('Local database only');
    await accepted.waitFor();
    assert.match(await accepted.innerText(), /Secret in a Dockerfile[\s\S]*until \d{4}-\d\d-\d\d/);
    await workbench.shot('54 overview, accepted');
    await accepted.click();
    await workbench.page.locator('.tab.active', { hasText: '.keystow.json' }).waitFor();
  });

  it('sees what the workspace asks less of', async () => {
    write(
      '.vscode/settings.json',
      JSON.stringify({ 'keystow.severity': { 'stripe-live-secret-key': 'off' } }),
    );
    await row('Weaker than by default').waitFor();
    await row('Weaker than by default').click();
    await row('stripe-live-secret-key is off, by default error').waitFor();
    await workbench.shot('55 overview, weaker');
    // Both in one line of the policy.
    const policy = JSON.parse(read('.keystow.json')) as object;
    write('.keystow.json', JSON.stringify({ ...policy, exclude: ['docs/**'] }));
    await row('docs/** is not scanned').waitFor();
    await row('Local database only').waitFor();
    write('.keystow.json', JSON.stringify(policy));
    theme('Default Light Modern');
    await row('Weaker than by default').waitFor({ state: 'detached' });
  });

  it('can read it in light and in high contrast, and covered while presenting', async () => {
    await workbench.command('Keystow: Audit Workspace');
    await row('Stripe live secret key').waitFor();
    await workbench.shot('56 overview, light');
    theme('Default High Contrast');
    await workbench.page.locator('.monaco-workbench.hc-black').waitFor();
    await workbench.shot('57 overview, high contrast');
    await workbench.command('Keystow: Toggle Presentation Mode');
    await untilRows(['Covered while presenting']);
    await workbench.shot('58 overview, presenting');
    await workbench.command('Keystow: Toggle Presentation Mode');
    await row('Stripe live secret key').waitFor();
  });

  it('was shown no character of a key in the view', async () => {
    const said = `${await workbench.page.locator(view).innerText()} ${await workbench.page.locator(view).innerHTML()}`;
    for (const part of [...secretParts(openai), ...secretParts(stripe)]) assert.ok(!said.includes(part));
  });
});
