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

const rule = 'package-takes-env';
const published = '{ "name": "a", "version": "1.0.0" }\n';

async function found(files: Readonly<Record<string, string>>) {
  const options = { settings: defaultSettings, cancel: neverCancelled };
  const { findings } = await auditWorkspace(new MemoryWorkspace(files), options);
  return findings.filter((finding) => finding.rule === rule);
}

describe('an env file that is packed', () => {
  it('is told where an ignore file does not name it', async () => {
    const env = { '.env': 'A=1\n' };
    const cases: readonly (readonly [files: Readonly<Record<string, string>>, isTold: boolean])[] = [
      [{ ...env, '.npmignore': 'test\n', 'package.json': published }, true],
      [{ ...env, '.npmignore': 'test\n.env\n', 'package.json': published }, false],
      [{ ...env, '.npmignore': 'test\n.env*\n!.env.example\n', 'package.json': published }, false],
      [{ ...env, '.npmignore': 'test\n', 'package.json': '{ "private": true }' }, false],
      [{ ...env, '.npmignore': 'test\n', 'package.json': '{ "files": ["dist"] }' }, false],
      [{ ...env, '.npmignore': 'test\n' }, false],
      [{ '.npmignore': 'test\n', 'package.json': published }, false],
      [{ ...env, '.vscodeignore': 'src/**\n' }, true],
      [{ ...env, '.vscodeignore': '**\n!dist/**\n' }, false],
      [{ ...env, '.gcloudignore': '.git\n' }, true],
      [{ ...env, '.gcloudignore': '#!include:.gitignore\n' }, false],
      [{ ...env, '.vercelignore': 'docs\n' }, true],
      [{ '.env.local': 'A=1\n', '.vercelignore': 'docs\n' }, false],
      [{ '.env.production': 'A=1\n', '.vercelignore': '/*\n!src\n' }, false],
      [{ 'charts/a/.env.local': 'A=1\n', 'charts/a/.helmignore': '.git\n' }, true],
    ];
    for (const [files, isTold] of cases)
      assert.equal((await found(files)).length, isTold ? 1 : 0, JSON.stringify(files));
  });

  it('is kept out by the fix', async () => {
    for (const text of ['test\n', 'test', '*\n!.env\n', '']) {
      const files = { '.env': 'A=1\n', '.vscodeignore': text };
      const [finding] = await found(files);
      assert.ok(finding, text);
      const workspace = new OverlayWorkspace(new MemoryWorkspace(files));
      const plan = await planFix({ workspace, parsers }, { path: '.vscodeignore', text }, finding);
      assert.ok(!isRefusal(plan));
      workspace.apply(plan.edits);
      const read = await workspace.read('.vscodeignore');
      assert.ok(read.kind === 'text' && read.text.startsWith(text));
      assert.deepEqual(await found({ ...files, '.vscodeignore': read.text }), []);
    }
  });
});
