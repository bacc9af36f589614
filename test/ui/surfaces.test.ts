import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fixtures } from '../support/fixtures';
import { secretParts } from '../support/keys';
import { fill, sections } from '../support/markers';
import { packaged, untilDisk, Workbench } from './workbench';

/** What a project of today leaks: twenty-odd files of as many tools, where their tools look for them. */
const names = [
  'vscodeMcp',
  'vscodeLaunch',
  'vscodeTasks',
  'vscodeSettings',
  'devcontainer',
  'claudeCodeMcp',
  'claudeCodeSettings',
  'cursorMcp',
  'codexConfig',
  'geminiCliSettings',
  'continueConfig',
  'opencodeConfig',
  'aiderConfig',
  'compose',
  'kubernetesManifest',
  'kustomization',
  'githubWorkflow',
  'gitlabCi',
  'netlifyConfig',
  'wranglerConfig',
  'npmrc',
  'yarnrc',
  'springYaml',
  'dotnetAppsettings',
];

describe('a person whose project leaks in twenty files', () => {
  let workbench: Workbench;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-surfaces-'));
  const folder = path.join(dir, 'shop');
  const leaking: string[] = [];
  const keys = new Set<string>();
  const shown: string[] = [];
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  before(async () => {
    for (const name of names) {
      const fixture = fixtures.find((one) => one.path === `moves/config/${name}.txt`);
      const [source] = sections(fixture?.text ?? '');
      assert.ok(source, name);
      const { text, expected } = fill(source.body);
      write(source.path, text);
      leaking.push(source.path);
      for (const { start, end } of expected) keys.add(text.slice(start, end));
    }
    write('.envrc', 'dotenv\n');
    execFileSync('git', ['init', '-q', folder]);
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

  it('audits it', async () => {
    await workbench.command('Keystow: Audit Workspace');
    const message = await workbench.notifications(/in \d+ files/);
    shown.push(message);
    assert.match(message, /\d+ keys/);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Shift+M');
    const panel = workbench.page.locator('.markers-panel');
    await panel.locator('.monaco-list-row', { hasText: '.aider.conf.yml' }).first().waitFor();
    shown.push(await panel.innerText());
    await workbench.shot('61 twenty leaking files');
    await workbench.page.keyboard.press('Control+Shift+M');
  });

  it('is offered what each file can read', async () => {
    await workbench.openFile('compose.yaml');
    await workbench.click('.squiggly-error');
    const rows = await workbench.quickFixes('Move to .env as GROQ_API_KEY');
    shown.push(await rows.allInnerTexts().then((texts) => texts.join('\n')));
    await workbench.shot('62 a fix in a compose file');
    await workbench.page.keyboard.press('Escape');
  });

  it('looks at what would change, and fixes all of it', async () => {
    const { page } = workbench;
    await workbench.command('Keystow: Fix All…');
    const list = page.locator('.quick-input-list .monaco-list-row');
    await list.first().waitFor();
    shown.push(await page.locator('.quick-input-widget').innerText());
    const filter = page.locator('.quick-input-widget input[type="text"]').first();
    await filter.fill('compose');
    await list.filter({ hasText: 'compose.yaml' }).hover();
    await list.filter({ hasText: 'compose.yaml' }).locator('.action-label').click();
    await workbench.untilShown('+++');
    shown.push(await workbench.text());
    await workbench.shot('63 what changes in a compose file');
    await filter.fill('');
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
    await untilDisk(() => leaking.every((file) => ![...keys].some((key) => read(file).includes(key))));
    const message = await workbench.notifications(/problems in \d+ files fixed/);
    shown.push(message);
    assert.match(message, new RegExp(`problems in ${leaking.length} files fixed\\.`));
    await workbench.shot('64 twenty files fixed');
    await page
      .locator('.notifications-center .monaco-button', { hasText: /^Show$/ })
      .first()
      .click();
    await page.locator('.tab.active', { hasText: 'What is left to do' }).waitFor();
    await page.keyboard.press('Escape');
    const stored = `${read('.env')}${read('deploy/.env')}`;
    for (const key of keys) assert.ok(stored.includes(key), 'each value is in an env file');
  });

  it('audits it again, and nothing is left', async () => {
    await workbench.command('Keystow: Audit Workspace');
    const message = await workbench.notifications(/No problems in \d+ files/);
    shown.push(message);
    await workbench.shot('65 audited clean');
    await workbench.page.keyboard.press('Escape');
  });

  it('has seen no part of a key but where it stands', () => {
    for (const part of [...keys].flatMap((key) => secretParts(key)))
      assert.ok(!shown.some((text) => text.includes(part)));
    assert.ok(shown.length > 5);
  });
});
