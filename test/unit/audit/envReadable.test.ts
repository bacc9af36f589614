import assert from 'node:assert/strict';
import {
  auditWorkspace,
  defaultSettings,
  type Finding,
  neverCancelled,
  type Settings,
} from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { readPolicy } from '../../support/policy';

const files = {
  '.gitignore': '.env*\n!.env.example\n',
  '.env': 'A=1\n',
  '.env.example': 'A=1\n',
  "it's/.env.local": '# of the team\nA=1\n',
  "it's/a.js": '',
  'empty/.env': 'A=\nB=your-key\n',
  'empty/a.js': '',
};
const options = {
  repository: true,
  modes: Object.fromEntries(Object.keys(files).map((path) => [path, 0o644])),
};
const asked = { ...defaultSettings, severity: { 'env-readable': 'warning' } } as const;

async function told(workspace: MemoryWorkspace, settings: Settings): Promise<readonly Finding[]> {
  const { findings } = await auditWorkspace(workspace, { settings, cancel: neverCancelled });
  return findings.filter(({ rule }) => rule === 'env-readable');
}

describe('env-readable', () => {
  it('is told of env files with values, also those that git ignores, once somebody has asked', async () => {
    const found = await told(new MemoryWorkspace(files, options), asked);
    assert.deepEqual(
      found.map(({ file, severity, range, message }) => [file, severity, range.start.line, message]),
      [
        ['.env', 'warning', 0, 'Everybody on this machine can read .env. Run chmod 600 .env.'],
        [
          "it's/.env.local",
          'warning',
          1,
          "Everybody on this machine can read .env.local. Run chmod 600 'it'\\''s/.env.local'.",
        ],
      ],
    );
  });

  it('is off by default, and nothing is read for it', async () => {
    class Counting extends MemoryWorkspace {
      readonly asked: string[] = [];
      override async read(path: string, limit?: number): ReturnType<MemoryWorkspace['read']> {
        this.asked.push(path);
        return super.read(path, limit);
      }
      override async entries(folder: string): ReturnType<MemoryWorkspace['entries']> {
        this.asked.push(`${folder}/`);
        return super.entries(folder);
      }
    }
    const workspace = new Counting(files, options);
    for (const settings of [
      defaultSettings,
      { ...defaultSettings, severity: { 'env-readable': 'off' } } as const,
    ])
      assert.deepEqual(await told(workspace, settings), []);
    assert.deepEqual(
      workspace.asked.filter((path) => path.endsWith('/') || path.endsWith('.env.local')),
      [],
    );
    assert.equal((await told(workspace, asked)).length, 2);
  });

  it('a policy turns it on, for some files too, and a user keeps it on', async () => {
    const workspace = new MemoryWorkspace(files, options);
    const of = async (policy: object, settings: Settings = defaultSettings): Promise<readonly string[]> => {
      const found = await told(workspace, { ...settings, policy: await readPolicy(JSON.stringify(policy)) });
      return found.map(({ file, severity }) => `${file} ${severity}`);
    };
    assert.deepEqual(await of({ overrides: [{ path: '*', severity: { 'env-readable': 'info' } }] }), [
      '.env info',
    ]);
    assert.deepEqual(await of({ severity: { 'env-readable': 'off' } }), []);
    assert.deepEqual(await of({ severity: { 'env-readable': 'off' } }, asked), [
      '.env warning',
      "it's/.env.local warning",
    ]);
  });

  it('is silent where others cannot read the file, where nobody can tell, and where git has it', async () => {
    for (const [title, other] of Object.entries({
      owner: { repository: true, modes: { '.env': 0o600, "it's/.env.local": 0o640 } },
      unknown: { repository: true },
      tracked: { ...options, tracked: Object.keys(files) },
    }))
      assert.deepEqual(await told(new MemoryWorkspace(files, other), asked), [], title);
  });

  it('is silent where a comment says so', async () => {
    const text = '# keystow-ignore-next-line env-readable -- a server of its own\nA=1\n';
    const workspace = new MemoryWorkspace({ '.env': text }, { modes: { '.env': 0o644 } });
    assert.deepEqual(await told(workspace, asked), []);
  });
});
