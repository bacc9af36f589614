import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { made } from '../../scripts/sample';
import { packaged, Workbench } from './workbench';

/** Each step by its id, what its button says, and what shows that it was done. */
const steps: readonly (readonly [
  id: string,
  button: string,
  done: (workbench: Workbench) => Promise<unknown>,
])[] = [
  ['code', 'Open Sample', (workbench) => workbench.middleOf('.squiggly-error')],
  ['environment', 'Move Keys in Workspace to .env…', (workbench) => asked(workbench, 'a.js')],
  ['browser', 'Open Sample of a Page', (workbench) => workbench.middleOf('.squiggly-error')],
  ['provider', 'Limits at OpenAI', cancelled],
  ['checks', 'Set Up Commit Guard', (workbench) => told(workbench, /stopped from now on/)],
  ['deployment', 'Audit Workspace', (workbench) => told(workbench, /1 key in \d+ files?/)],
  ['rotation', 'Copy Review Checklist', (workbench) => told(workbench, /in the clipboard/)],
  ['leaks', 'Export Audit Report', (workbench) => asked(workbench, 'HTML')],
  [
    'docker',
    'Open Sample of a Dockerfile',
    (workbench) => workbench.middleOf('.squiggly-warning, .squiggly-error'),
  ],
  ['team', 'Protect .env from AI Agents', (workbench) => asked(workbench, 'Claude Code')],
];

/** A list that offers this, and is left. */
async function asked({ page }: Workbench, offered: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: offered }).first().waitFor();
  await page.keyboard.press('Escape');
}

/** A message, looked up behind the bell: toasts do not stay. */
async function told(workbench: Workbench, text: RegExp): Promise<void> {
  await workbench.notifications(text);
  await workbench.page.keyboard.press('Escape');
}

/** The editor's own question whether to open a page. */
async function cancelled({ page }: Workbench): Promise<void> {
  const box = page.locator('.monaco-dialog-box');
  await box.waitFor();
  assert.match(await box.innerText(), /platform\.openai\.com/);
  await box.locator('.monaco-button', { hasText: 'Cancel' }).click();
}

describe('a person who walks through the guide', () => {
  let workbench: Workbench;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-walkthrough-'));
  const step = (id: string) =>
    workbench.page.locator(`.getting-started-step[data-step-id="keystow.keystow#guide#${id}"]`);

  before(async () => {
    execFileSync('git', ['init', '-q', '-b', 'main', dir]);
    writeFileSync(path.join(dir, '.gitignore'), '.env\n');
    writeFileSync(path.join(dir, 'a.js'), `const key = "${made('openai-project-key')}";\n`);
    workbench = await Workbench.open(dir, {
      vsix: packaged(),
      settings: { 'security.workspace.trust.enabled': false, 'editor.minimap.enabled': false },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(dir, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  /** From the palette: a key that closes a list may also leave the guide. */
  const openGuide = async (): Promise<void> => {
    await workbench.command('Welcome: Open Walkthrough...');
    const list = workbench.page.locator('.quick-input-list .monaco-list-row');
    await list.filter({ hasText: 'Key safety with Keystow' }).first().click();
    await step('code').waitFor();
  };

  it('opens it', async () => {
    await openGuide();
    await workbench.shots('60 walkthrough');
  });

  for (const [id, button, done] of steps)
    it(`does the step ${id}, which is then ticked off`, async () => {
      await openGuide();
      const press = step(id).locator('.monaco-button', { hasText: button }).first();
      if (!(await press.isVisible())) await step(id).click();
      await press.waitFor();
      await workbench.shot(`61 walkthrough, ${id}`);
      await press.click();
      await done(workbench);
      await openGuide();
      await step(id).locator('.codicon-getting-started-step-checked').waitFor();
    }).timeout(300_000);

  it('has all of it behind them', async () => {
    assert.equal(await workbench.page.locator('.codicon-getting-started-step-checked').count(), steps.length);
    await workbench.shot('62 walkthrough, done');
  });
});
