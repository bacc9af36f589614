import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { made } from '../../scripts/sample';
import { packaged, Workbench } from './workbench';

const key = made('openai-project-key');
const short = 'Tr0ub4dor';

describe('a person who presents', () => {
  let workbench: Workbench;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keystow-present-'));
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: folder });

  before(async () => {
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(
      path.join(folder, '.env'),
      `# from the console, was ${short}\nOPENAI_API_KEY=${key}\nDB_PASSWORD="${short}"\nEMPTY=\n`,
    );
    writeFileSync(path.join(folder, 'src/ask.js'), `const client = new OpenAI({ apiKey: "${key}" });\n`);
    writeFileSync(path.join(folder, 'readme.md'), '# Shop\n');
    git('init', '-q', '-b', 'main');
    git('add', '-f', '.');
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.invalid', 'commit', '-q', '-m', 'Begin');
    writeFileSync(
      path.join(folder, '.env'),
      `# from the console, ${short}\nOPENAI_API_KEY=${key}\nDB_PASSWORD="${short}2"\nEMPTY=\n`,
    );
    workbench = await Workbench.open(folder, {
      vsix: packaged(),
      settings: { 'security.workspace.trust.enabled': false },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  /** What can be read in the editors: text of a size, and not transparent. */
  const readable = `(() => {
    const seen = [];
    for (const span of document.querySelectorAll('.view-lines span')) {
      if (span.children.length > 0) continue;
      const { fontSize, opacity } = getComputedStyle(span);
      if (parseFloat(fontSize) > 0 && opacity !== '0') seen.push(span.textContent);
    }
    return seen.join('').replaceAll('\\u00a0', ' ');
  })()`;
  const seen = async (): Promise<string> => String(await workbench.page.evaluate(readable));
  const untilUnseen = (part: string): Promise<unknown> =>
    workbench.page.waitForFunction(`!${readable}.includes(${JSON.stringify(part)})`);

  /** Looks at every frame until it is asked. */
  const watch = (part: string): Promise<unknown> =>
    workbench.page.evaluate(`(() => {
      window.framesRead = 0;
      window.isWatched = true;
      const look = () => {
        if (${readable}.includes(${JSON.stringify(part)})) window.framesRead++;
        if (window.isWatched) requestAnimationFrame(look);
      };
      look();
    })()`);
  /** In how many frames it could be read since. */
  const framesRead = (): Promise<unknown> =>
    workbench.page.evaluate('(window.isWatched = false, window.framesRead)');
  const widthOf = (name: string): Promise<number> =>
    workbench.page
      .locator('.view-line', { hasText: name })
      .first()
      .evaluate((line) => line.firstElementChild?.getBoundingClientRect().width ?? 0);

  it('turns the mode on: only the names of an env file can be read', async () => {
    await workbench.openFile('.env');
    await workbench.untilShown('DB_PASSWORD');
    await workbench.command('Keystow: Toggle Presentation Mode');
    await untilUnseen(short);
    assert.equal(await seen(), 'OPENAI_API_KEY=DB_PASSWORD=EMPTY=');
    await workbench.page.locator('.statusbar-item', { hasText: 'Presenting' }).waitFor();
    await workbench.shot('30 presenting');
  });

  it('tells what is not covered', async () => {
    const said = await workbench.notifications(/Not covered/);
    assert.match(said, /Presentation mode is on/);
    assert.match(said, /Not covered: .*minimap/);
    await workbench.page.keyboard.press('Escape');
  });

  it('does not tell how long a value is', async () => {
    const [name, other] = [await widthOf('OPENAI_API_KEY'), await widthOf('DB_PASSWORD')];
    const perCharacter = (name - other) / ('OPENAI_API_KEY'.length - 'DB_PASSWORD'.length);
    assert.ok(perCharacter > 5 && perCharacter < 12, `the names alone differ: ${perCharacter}`);
  });

  it('covers what is typed, in every frame', async () => {
    await workbench.page.locator('.view-line', { hasText: 'EMPTY' }).click();
    await workbench.page.keyboard.press('End');
    await watch('zq');
    await workbench.page.keyboard.type('zqzqzqzq', { delay: 15 });
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('NEW_ONE=zqzq', { delay: 30 });
    await workbench.page.waitForFunction(`${readable}.includes('NEW_ONE=')`);
    assert.equal(await framesRead(), 0);
    await workbench.page.keyboard.press('Control+A');
    await workbench.shot('31 presenting, all selected');
    await workbench.page.keyboard.press('Control+S');
  });

  it('covers both sides of a diff, and a key in code', async () => {
    await workbench.command('Git: Open Changes');
    await workbench.page.waitForFunction(`${readable}.includes('DB_PASSWORD=EMPTY=OPENAI_API_KEY=')`);
    assert.ok(!(await seen()).includes(short));
    await workbench.shot('32 presenting, a diff');
    await workbench.openFile('src', 'ask.js');
    await workbench.untilShown('apiKey');
    await untilUnseen(key.slice(0, 12));
    assert.equal(await seen(), 'const client = new OpenAI({ apiKey: "" });');
    await workbench.shot('33 presenting, code');
  });

  it('ends with a click', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Presenting' }).click();
    await workbench.page.waitForFunction(`${readable}.includes(${JSON.stringify(key.slice(0, 12))})`);
    await workbench.page.locator('.statusbar-item', { hasText: 'Presenting' }).waitFor({ state: 'hidden' });
  });
});
