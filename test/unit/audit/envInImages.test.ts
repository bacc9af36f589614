import assert from 'node:assert/strict';
import {
  auditWorkspace,
  defaultSettings,
  isRefusal,
  neverCancelled,
  OverlayWorkspace,
  planFix,
} from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const rule = 'dockerignore-missing-env';
const dockerfile = 'FROM node:20\nCOPY . .\nCMD ["node"]\n';

async function found(files: Readonly<Record<string, string>>) {
  const workspace = new MemoryWorkspace(files);
  const { findings } = await auditWorkspace(workspace, { settings: defaultSettings, cancel: neverCancelled });
  return findings.filter((finding) => finding.rule === rule);
}

describe('an env file that goes into an image', () => {
  it('is told where nothing keeps it out', async () => {
    const cases: readonly (readonly [files: Readonly<Record<string, string>>, told: string | undefined])[] = [
      [{ Dockerfile: dockerfile, '.env': 'A=1\n' }, 'error'],
      [{ Dockerfile: dockerfile, '.env.example': 'A=\n' }, 'warning'],
      [{ Dockerfile: dockerfile }, undefined],
      [{ Dockerfile: dockerfile, '.env': 'A=1\n', '.dockerignore': '.env\n' }, undefined],
      [{ Dockerfile: dockerfile, '.env': 'A=1\n', '.dockerignore': '.env # secrets\n' }, 'error'],
      [
        { Dockerfile: dockerfile, '.env': 'A=1\n', '.dockerignore': '.env\n', 'Dockerfile.dockerignore': '' },
        'error',
      ],
      [{ Dockerfile: dockerfile, '.env': 'A=1\n', 'Dockerfile.dockerignore': '*\n!src\n' }, undefined],
      [{ Dockerfile: 'FROM a\nCOPY src /app\n', '.env': 'A=1\n' }, undefined],
      [{ Dockerfile: 'FROM a AS b\nFROM c\nCOPY --from=b . .\n', '.env': 'A=1\n' }, undefined],
      [{ Dockerfile: 'FROM a\nADD --chown=a:b ./ /app/\n', '.env': 'A=1\n' }, 'error'],
      [{ Dockerfile: 'FROM a\nCOPY [".", "/app"]\n', '.env': 'A=1\n' }, 'error'],
      [{ Dockerfile: 'FROM a\n# COPY . .\nRUN echo COPY . .\n', '.env': 'A=1\n' }, undefined],
      [{ 'a/Dockerfile': dockerfile, 'a/.env.local': 'A=1\n', '.dockerignore': '.env*\n' }, 'error'],
      [{ 'a/Dockerfile': dockerfile, 'a/.env.local': 'A=1\n', '.dockerignore': '**/.env*\n' }, undefined],
      [
        {
          'a/Dockerfile': dockerfile,
          'a/.env': 'A=1\n',
          'a/.dockerignore': '.env\n',
          '.dockerignore': 'x\n',
        },
        undefined,
      ],
    ];
    for (const [files, told] of cases) {
      const [finding] = await found(files);
      assert.equal(finding?.severity, told, JSON.stringify(files));
    }
  });

  it('is kept out by the fix, and templates are not', async () => {
    for (const ignore of [undefined, 'node_modules\n', 'node_modules', '*\n!src\n!.env\n']) {
      const files = {
        Dockerfile: dockerfile,
        '.env': 'A=1\n',
        ...(ignore === undefined ? {} : { '.dockerignore': ignore }),
      };
      const [finding] = await found(files);
      assert.ok(finding);
      const workspace = new OverlayWorkspace(new MemoryWorkspace(files));
      const plan = await planFix({ workspace, parsers }, { path: 'Dockerfile', text: dockerfile }, finding);
      assert.ok(!isRefusal(plan));
      workspace.apply(plan.edits);
      const read = await workspace.read('.dockerignore');
      assert.ok(read.kind === 'text');
      assert.ok(read.text.startsWith(ignore ?? ''), 'what was there stays');
      assert.deepEqual(await found({ ...files, '.dockerignore': read.text }), []);
    }
  });
});
