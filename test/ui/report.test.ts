import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/host/setup';
import { results } from '../../scripts/host/suite';
import { type EditorWindow, openWindow } from '../../scripts/host/window';
import { auditWorkspace, defaultSettings, type Skipped, withPolicy } from '../../src/engine/index';
import { madeKey } from '../support/keys';
import { MemoryWorkspace } from '../support/memoryWorkspace';
import { readPolicy } from '../support/policy';
import { auditOf, formatted } from '../support/reports';

const shots = path.join(results, 'ui');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** A project with something of every part of the report: what is urgent, warnings, information, what is accepted. */
async function madeReport(skipped: readonly Skipped[] = []): Promise<string> {
  const files = {
    'web/index.html': `<script>f("${madeKey('google-api-key')}")</script>\n`,
    'src/server/app.ts': `const client = connect("${madeKey('openai-project-key')}");\n`,
    'src/server/jobs.py': `K = "${madeKey('openai-project-key')}"\n`,
    'src/mail.rb': `K = "${madeKey('sendgrid-api-key')}"\n`,
    'test/payments.test.ts': `pay("${madeKey('stripe-live-secret-key')}");\n`,
    'docs/setup.md': `Use ${madeKey('anthropic-api-key')} here.\n`,
    '.github/workflows/deploy.yml': `env:\n  K: ${madeKey('github-personal-access-token')}\n`,
    Dockerfile: 'FROM a\nENV DB_PASSWORD=correct-horse-9\n',
    'a folder/<odd> name, and a rather long one that goes on and on/some file of it.ts': `f("${madeKey('groq-api-key')}");\n`,
    '.env': 'A=1\n',
  };
  const accepted = (await auditOf(files)).findings
    .filter(({ file }) => file === 'docs/setup.md')
    .map(({ fingerprint, rule }) => ({
      ...{ fingerprint, rule, reason: 'A key of the sandbox, revoked each night', author: 'Ada' },
      ...{ date: '2026-11-01', expires: '2027-01-31' },
    }));
  assert.equal(accepted.length, 1);
  const tracked = Object.keys(files).filter((file) => file !== 'web/index.html' && file !== '.env');
  const report = await auditWorkspace(new MemoryWorkspace(files, { repository: true, tracked }), {
    settings: withPolicy(defaultSettings, await readPolicy(JSON.stringify({ accepted }))),
    cancel: { cancelled: false },
  });
  return formatted('html', { ...report, skipped }, { subject: { name: 'shop', day: '2026-11-28' } });
}

describe('the HTML report', () => {
  let window: EditorWindow;
  let page: Page;
  before(async () => {
    mkdirSync(shots, { recursive: true });
    window = await openWindow(process.env.KEYSTOW_BROWSER ?? '', 'http://127.0.0.1');
    page = window.page;
  });
  after(() => window?.close());

  const shot = (name: string): Promise<unknown> =>
    page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });

  /** What axe finds wrong: every rule that it has, what is only good practice too. */
  async function violations(): Promise<readonly string[]> {
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate<AxeResults>(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    );
    assert.ok(passes.some(({ id }) => id === 'color-contrast'));
    assert.ok(passes.some(({ id }) => id === 'region'));
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it(`can be read by everybody, ${colorScheme}`, async () => {
      await page.setContent(await madeReport([{ file: 'locked/settings.ini', reason: 'unreadable' }]));
      await page.emulateMedia({ media: 'screen', colorScheme });
      assert.deepEqual(await violations(), [], 'with what is open');
      await page.setContent(await madeReport());
      await shot(`30 report ${colorScheme}`);
      assert.deepEqual(await violations(), []);
    });

  it('is light on paper, whatever the theme is, and cuts nothing off', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: 690, height: 980 }); // A4 between its margins
    await shot('31 report printed');
    const [ink, wide] = await page.evaluate<[string, number]>(
      '[getComputedStyle(document.body).color, document.documentElement.scrollWidth - innerWidth]',
    );
    assert.equal(ink, 'rgb(28, 30, 33)');
    assert.ok(wide <= 0, `${wide} pixels wider than the page`);
    assert.deepEqual(await violations(), []);
  });

  it('fits a narrow window', async () => {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.setViewportSize({ width: 400, height: 800 });
    await shot('32 report narrow');
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    assert.ok(wide <= 0, `${wide} pixels wider than the window`);
  });
});
