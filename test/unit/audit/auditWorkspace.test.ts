import assert from 'node:assert/strict';
import { auditWorkspace, defaultSettings, type FileRead, summarise } from '../../../src/engine/index';
import { madeKey } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

const openai = madeKey('openai-project-key');

describe('auditWorkspace', () => {
  it('names a file that vanishes after it was listed', async () => {
    class Vanishing extends MemoryWorkspace {
      override read(path: string, limit?: number): Promise<FileRead> {
        return path === 'b.ts' ? Promise.resolve({ kind: 'missing' }) : super.read(path, limit);
      }
    }
    const workspace = new Vanishing({ 'a.ts': `"${openai}"`, 'b.ts': 'x', 'c.ts': `"${openai}"` });
    const report = await auditWorkspace(workspace, {
      settings: defaultSettings,
      cancel: { cancelled: false },
    });
    assert.deepEqual(
      report.findings.map(({ file }) => file),
      ['a.ts', 'c.ts'],
    );
    assert.deepEqual(report.skipped, [{ file: 'b.ts', reason: 'vanished' }]);
  });

  it('stops where it is told to, and says so', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}.ts`, `"${openai}"`]));
    const cancel = { cancelled: false };
    const report = await auditWorkspace(new MemoryWorkspace(files), {
      settings: defaultSettings,
      cancel,
      progress: (done) => {
        cancel.cancelled = done === 2;
      },
    });
    assert.equal(report.cancelled, true);
    assert.equal(summarise(report), 'Stopped. 2 keys in 2 files.');
  });

  it('applies the severities and globs of the settings', async () => {
    const workspace = new MemoryWorkspace({
      'a.ts': `"${openai}"`,
      'gen/b.ts': `"${openai}"`,
      'c.txt': 'x'.repeat(3000),
    });
    const report = await auditWorkspace(workspace, {
      settings: {
        ...defaultSettings,
        exclude: ['gen/**'],
        maxFileSize: 2,
        severity: { 'openai-project-key': 'hint' },
      },
      cancel: { cancelled: false },
    });
    assert.deepEqual(
      report.findings.map(({ file, severity }) => [file, severity]),
      [['a.ts', 'hint']],
    );
    assert.deepEqual(report.skipped, [
      { file: 'c.txt', reason: 'too large' },
      { file: 'gen/b.ts', reason: 'excluded' },
    ]);
  });
});
