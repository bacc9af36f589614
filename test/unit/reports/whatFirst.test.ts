import assert from 'node:assert/strict';
import { auditWorkspace, defaultSettings } from '../../../src/engine/index';
import { whatFirst } from '../../../src/engine/reports/whatFirst';
import { madeKey } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');
const sendgrid = madeKey('sendgrid-api-key');

async function first(
  files: Readonly<Record<string, string>>,
  tracked: readonly string[] = [],
  most?: number,
): Promise<readonly (readonly [file: string, places: number])[]> {
  const report = await auditWorkspace(new MemoryWorkspace(files, { repository: true, tracked }), {
    settings: defaultSettings,
    cancel: { cancelled: false },
  });
  return whatFirst(report.findings, most).map(({ finding, places }) => [finding.file, places]);
}

describe('what to do first', () => {
  it('is what everybody can read, then what git has, then images, then the rest', async () => {
    const files = {
      'a.py': `K = "${openai}"\n`,
      'b.py': `K = "${anthropic}"\n`,
      Dockerfile: `FROM a\nENV K=${sendgrid}\n`,
      'index.html': `<script>f("${madeKey('google-api-key')}")</script>`,
      '.gitignore': '.env\n',
    };
    assert.deepEqual(await first(files, ['b.py'], 9), [
      ['index.html', 1],
      ['b.py', 1],
      ['Dockerfile', 1],
      ['a.py', 1],
    ]);
    assert.equal((await first(files, ['b.py'])).length, 3);
  });

  it('is one thing for a key in several files, told where it is worst', async () => {
    const files = {
      'a.py': `K = "${openai}"\n`,
      'b.py': `K = "${openai}"\nL = "${openai}"\n`,
      'c.py': `K = "${anthropic}"\n`,
      '.gitignore': '.env\n',
    };
    assert.deepEqual(await first(files, ['b.py']), [
      ['b.py', 3],
      ['c.py', 1],
    ]);
    assert.deepEqual(await first(files), [
      ['a.py', 3],
      ['c.py', 1],
    ]);
  });

  it('is nothing where there is information only', async () => {
    const report = await auditWorkspace(new MemoryWorkspace({ 'a.py': `K = "${openai}"\n` }), {
      settings: { ...defaultSettings, severity: { 'openai-project-key': 'info' } },
      cancel: { cancelled: false },
    });
    assert.equal(report.findings.length, 1);
    assert.deepEqual(whatFirst(report.findings), []);
  });

  it('is an env file that git tracks before one that it would add', async () => {
    const files = { '.env': 'A=1\n', 'sub/.env': 'B=2\n' };
    assert.deepEqual(await first(files, ['sub/.env']), [
      ['sub/.env', 1],
      ['.env', 1],
    ]);
  });
});
