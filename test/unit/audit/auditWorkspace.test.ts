import assert from 'node:assert/strict';
import {
  auditWorkspace,
  countSkipped,
  defaultSettings,
  type FileRead,
  summarise,
} from '../../../src/engine/index';
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

  it('counts a file that is read in part, and says so', async () => {
    const workspace = new MemoryWorkspace({
      'a.ts': `"${openai}"`,
      'b.ts': `x = ${'"a" + '.repeat(60_001)}"a";`,
      'c.bin': new Uint8Array(9),
    });
    const report = await auditWorkspace(workspace, {
      settings: defaultSettings,
      cancel: { cancelled: false },
    });
    assert.deepEqual(report.skipped, [
      { file: 'b.ts', reason: 'read in part' },
      { file: 'c.bin', reason: 'binary' },
    ]);
    assert.equal(report.stats.files, 2);
    assert.equal(summarise(report), '1 key in 2 files (1 skipped, 1 read in part).');
    assert.equal(countSkipped(report.skipped), '1 binary, 1 read in part');
    const [inPart] = report.skipped;
    assert.equal(
      summarise({ ...report, skipped: inPart === undefined ? [] : [inPart] }),
      '1 key in 2 files (1 read in part).',
    );
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
