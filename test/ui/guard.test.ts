import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { made } from '../../scripts/sample';
import { secretParts } from '../support/keys';
import { packaged, untilDisk, Workbench } from './workbench';

const key = made('openai-project-key');

const leak = `const { OpenAI } = require("openai");\nconst client = new OpenAI({ apiKey: "${key}" });\n`;

/** A server that refuses as GitHub does: its words, with the commit that is pushed. */
const refuses = `#!/bin/sh
read old new ref
cat >&2 <<END
error: GH013: Repository rule violations found for $ref.

- GITHUB PUSH PROTECTION
    - Push cannot contain secrets

      —— OpenAI API Key ————————————————————————————————————
       locations:
         - commit: $new
           path: src/ask.js:2

       (?) To push, remove secret from commit(s) or follow this URL to allow the secret.
       https://github.com/a/b/security/secret-scanning/unblock-secret/2gakJrAududURpxlhIZdNlX14ZZ
END
exit 1
`;

describe('a person who commits a key', () => {
  let workbench: Workbench;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-guard-'));
  const folder = path.join(dir, 'shop');
  const remote = path.join(dir, 'remote.git');
  const ask = path.join(folder, 'src/ask.js');
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  /** What Keystow has said. */
  const shown: string[] = [];
  const view = '.pane:has(.pane-header[aria-label*="Staged Keys"])';

  before(async () => {
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
    execFileSync('git', ['clone', '-q', remote, folder], { stdio: 'ignore' });
    for (const setting of ['user.name=Ada', 'user.email=ada@example.invalid'])
      git('config', ...setting.split('='));
    execFileSync('mkdir', [path.dirname(ask)]);
    writeFileSync(ask, 'export const ask = () => fetch("https://api.openai.com/v1/models");\n');
    writeFileSync(path.join(folder, '.envrc'), 'dotenv\n');
    writeFileSync(path.join(folder, '.gitignore'), '.env\n');
    git('add', '.');
    git('commit', '-q', '-m', 'Begin');
    git('push', '-q', '-u', 'origin', 'HEAD:main');
    workbench = await Workbench.open(folder, {
      vsix: packaged(),
      settings: {
        'security.workspace.trust.enabled': false,
        'editor.minimap.enabled': false,
        'git.openRepositoryInParentFolders': 'never',
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

  /** The button of the view of source control, as a person commits. */
  const commit = async (message: string): Promise<void> => {
    const input = workbench.page.locator('.scm-input .monaco-editor').first();
    await input.click();
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.type(message);
    await workbench.page.locator('.scm-view .monaco-button', { hasText: 'Commit' }).first().click();
  };

  it('sets the guard up', async () => {
    await workbench.openFile('src', 'ask.js');
    await workbench.command('Keystow: Set Up Commit Guard');
    await workbench.page
      .locator('.notification-toast', { hasText: /pre-commit/ })
      .first()
      .waitFor();
    await workbench.shot('20 guard set up');
  });

  it('sees in source control that a key is staged', async () => {
    writeFileSync(ask, leak);
    git('add', '.');
    await workbench.page.locator('.activitybar [aria-label^="Source Control"]').first().click();
    // Folded up at first, as the views of extensions are.
    await workbench.page.locator(`${view} .pane-header`).click();
    const row = workbench.page.locator(`${view} .monaco-list-row`).first();
    await row.waitFor();
    assert.match((await row.innerText()).replaceAll('\n', ' '), /OpenAI project key\s*src\/ask\.js:2/);
    await workbench.shot('21 staged key');
  });

  it("is stopped by the editor's own commit button, which says what and where", async () => {
    await commit('Ask');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const said = await dialog.innerText();
    assert.match(said, /keystow: 1 problem stops this commit: OpenAI project key in src\/ask\.js:2/);
    shown.push(said);
    await workbench.shot('22 commit stopped');
    assert.equal(git('log', '--format=%s'), 'Begin');
    await workbench.page.keyboard.press('Escape');
  });

  it('opens the key from the list, moves it, stages the file again and commits', async () => {
    shown.push(await workbench.page.locator(view).innerText());
    await workbench.page.locator(`${view} .monaco-list-row`).first().click();
    await workbench.page.locator('.tab.active', { hasText: 'ask.js' }).waitFor();
    const title = 'Move to .env as OPENAI_API_KEY';
    await (await workbench.quickFixes(title)).filter({ hasText: title }).click();
    await workbench.untilShown('process.env.OPENAI_API_KEY');
    await workbench.page.keyboard.press('Control+S');
    await untilDisk(() => !readFileSync(ask, 'utf8').includes(key));
    git('add', '.');
    await workbench.page.locator(view).waitFor({ state: 'detached' });
    await commit('Ask');
    await untilDisk(() => git('log', '--format=%s') === 'Ask\nBegin');
    assert.equal(git('status', '--porcelain'), '');
  });

  it('is shown the way when the server refuses a push', async () => {
    writeFileSync(ask, leak);
    git('commit', '-q', '-a', '--no-verify', '-m', 'Leak');
    writeFileSync(path.join(remote, 'hooks/pre-receive'), refuses);
    chmodSync(path.join(remote, 'hooks/pre-receive'), 0o755);
    await workbench.command('Git: Push');
    const toast = workbench.page.locator('.notification-toast', { hasText: 'GitHub refused the push' });
    await toast.waitFor();
    const said = await toast.innerText();
    assert.match(said, /OpenAI API Key in src\/ask\.js:2\. Take it out of the commit that brought it/);
    shown.push(said);
    await workbench.shot('23 push refused');
    await toast.getByRole('button', { name: 'Show Steps' }).click();
    const frame = workbench.page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
    await frame.getByText('git commit --amend --no-edit').waitFor();
    shown.push(await frame.locator('body').innerText());
    await workbench.shot('24 steps');
  });

  it('has seen no character of a secret part outside of the code', () => {
    for (const part of secretParts(key)) for (const text of shown) assert.ok(!text.includes(part), text);
  });
});
