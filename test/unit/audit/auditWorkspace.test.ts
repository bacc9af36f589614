import assert from 'node:assert/strict';
import {
  auditWorkspace,
  type CustomRule,
  countSkipped,
  createByteFilter,
  defaultSettings,
  type FileRead,
  noPolicy,
  type Sought,
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

  describe('where files can be looked at together', () => {
    class Together extends MemoryWorkspace {
      readonly asked: string[] = [];
      readonly texts: string[] = [];
      readonly #filter = createByteFilter();
      onAsked = (): void => {};

      override read(path: string, limit?: number): Promise<FileRead> {
        this.texts.push(path);
        return super.read(path, limit);
      }

      async glanceAll(paths: readonly string[], _limit: number, sought: Sought): Promise<readonly number[]> {
        this.asked.push(...paths);
        this.onAsked();
        return paths.map((path) => {
          const bytes = new TextEncoder().encode(`${this.files[path] ?? ''}`);
          this.#filter?.room(bytes.length)?.set(bytes);
          return this.#filter?.worthOf(path, bytes.length, sought) === 'nothing' ? bytes.length : -1;
        });
      }
    }
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at): [string, string] => {
        const key = at % 90 === 7 ? `f("${openai}");\n` : '';
        return [
          `d${at % 7}/f${at}.ts`,
          `const a = ${at};\n${at === 500 ? 'f(process.env.NAME);\n' : ''}${key}`,
        ];
      }),
    );
    const options = { settings: defaultSettings, cancel: { cancelled: false } };

    it('reads those only in which there may be something, and tells the same', async () => {
      const workspace = new Together({ ...files, '.env': 'A=b\n', Dockerfile: 'FROM a\n' });
      const told: string[] = [];
      const report = await auditWorkspace(workspace, { ...options, found: (file) => told.push(file) });
      const plain = new MemoryWorkspace(workspace.files);
      assert.deepEqual(report, await auditWorkspace(plain, options));
      assert.equal(report.stats.files, 1002);
      assert.deepEqual([...workspace.asked].sort(), Object.keys(workspace.files).sort());
      assert.equal(new Set(told).size, 1002);
      const programs = new Set(workspace.texts.filter((file) => file in files));
      // Twelve with a key, one that reads a variable.
      assert.equal(programs.size, 13);
    });

    it('reads everything where nothing is told of them', async () => {
      const workspace = new Together(files);
      workspace.glanceAll = async () => [];
      assert.deepEqual(
        await auditWorkspace(workspace, options),
        await auditWorkspace(new MemoryWorkspace(files), options),
      );
    });

    describe('and a policy has rules of its own', () => {
      const rule = {
        ...{ id: 'acme-key', title: 'Acme', envName: 'ACME', prefix: 'acme_', mark: 'acme_' },
        find: (text: string) => {
          const start = text.indexOf('acme_');
          return start < 0 ? [] : [{ start, end: start + 25 }];
        },
      };
      const withKeys = { ...files, 'own.md': `a key: ${['acme', 'Zk3vQ8xT1mW5pR7sD2nF'].join('_')}\n` };
      const audited = async (...customRules: readonly CustomRule[]): Promise<Together> => {
        const workspace = new Together(withKeys);
        const settings = { ...defaultSettings, policy: { ...noPolicy, customRules } };
        const report = await auditWorkspace(workspace, { ...options, settings });
        const plain = new MemoryWorkspace(withKeys);
        assert.deepEqual(report, await auditWorkspace(plain, { ...options, settings }));
        assert.ok(report.findings.some(({ file }) => file === 'own.md'));
        return workspace;
      };

      it('reads what holds their marks, too', async () => {
        const { asked, texts } = await audited(rule, { ...rule, id: 'other-key', mark: 'other_' });
        assert.equal(asked.length, 1001);
        assert.equal(new Set(texts.filter((file) => file in withKeys)).size, 14);
      });

      it('asks nobody where one of them has none', async () => {
        const { mark: _, ...unmarked } = rule;
        assert.deepEqual((await audited(rule, { ...unmarked, id: 'other-key' })).asked, []);
      });
    });

    it('stops while it waits', async () => {
      const workspace = new Together(files);
      const cancel = { cancelled: false };
      workspace.onAsked = () => {
        cancel.cancelled = workspace.asked.length > 500;
      };
      const report = await auditWorkspace(workspace, { ...options, cancel });
      assert.equal(report.cancelled, true);
      assert.ok(report.stats.files > 0 && report.stats.files < 500, `${report.stats.files}`);
    });
  });
});
