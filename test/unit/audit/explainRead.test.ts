import assert from 'node:assert/strict';
import { defaultSettings, envDefinitions, explainRead, namedReads } from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

/** What is said of the first variable that a file reads: a line for each sentence. */
async function said(workspace: MemoryWorkspace, path: string): Promise<string> {
  const document = { path, text: String(workspace.files[path]) };
  const [read] = namedReads(document);
  assert.ok(read);
  const found = await envDefinitions(workspace, path, read.name, defaultSettings, { cancelled: false });
  return explainRead(document, read, found)
    .map(({ at, text }) => (at === undefined ? text : `${at.path}:${at.line + 1} ${text}`))
    .join('\n');
}

describe('what is said of a variable that code reads', () => {
  const code = 'f(process.env.A_KEY);\n';

  it('which file sets it, and whether git ignores that', async () => {
    const files = { 'app/a.js': code, '.env': 'B=1\nA_KEY=value\n', '.gitignore': '.env\n' };
    assert.equal(
      await said(new MemoryWorkspace(files, { repository: true }), 'app/a.js'),
      '.env:2 sets it. Git ignores this file.',
    );
    assert.equal(await said(new MemoryWorkspace(files), 'app/a.js'), '.env:2 sets it.');
    const tracked = new MemoryWorkspace(files, { repository: true, tracked: ['.env'] });
    assert.match(await said(tracked, 'app/a.js'), /Git tracks this file: every clone has it\.$/);
    const bare = new MemoryWorkspace({ ...files, '.gitignore': '' }, { repository: true });
    assert.match(await said(bare, 'app/a.js'), /No ignore entry covers this file: git would add it\.$/);
  });

  it('the nearest files first, and only files around it', async () => {
    const env = { '.env': 'A_KEY=1\n', 'app/.env.local': 'A_KEY=\n', 'other/.env': 'A_KEY=1\n' };
    assert.equal(
      await said(new MemoryWorkspace({ 'app/a.js': code, ...env }), 'app/a.js'),
      'app/.env.local:1 names it without a value.\n.env:1 sets it.',
    );
  });

  it('a few lines at most', async () => {
    const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.env`, 'A_KEY=1\n']));
    assert.match(
      await said(new MemoryWorkspace({ 'a.js': code, ...many }), 'a.js'),
      /^(?:.*\n){3}And 2 more files\.$/,
    );
  });

  it('that none does; nothing of what the system sets', async () => {
    assert.equal(
      await said(new MemoryWorkspace({ 'a.js': code }), 'a.js'),
      'No env file beside or above this file sets it.',
    );
    assert.equal(await said(new MemoryWorkspace({ 'a.js': 'f(process.env.PATH)' }), 'a.js'), '');
  });

  it('that everybody gets it', async () => {
    const read = 'f(process.env.NEXT_PUBLIC_A);\n';
    assert.equal(
      await said(new MemoryWorkspace({ 'a.js': read, '.env': 'NEXT_PUBLIC_A=1\n' }), 'a.js'),
      '.env:1 sets it.\nIts prefix puts the value into the browser: everybody gets it.',
    );
    const client = `"use client";\n${code}`;
    assert.match(
      await said(new MemoryWorkspace({ 'a.tsx': client, '.env': 'A_KEY=1\n' }), 'a.tsx'),
      /This code runs in the browser: everybody gets what it reads\.$/,
    );
  });

  it('never a value', async () => {
    const files = { 'a.js': code, '.env': 'A_KEY=hunter2\n' };
    assert.doesNotMatch(await said(new MemoryWorkspace(files), 'a.js'), /hunter2/);
  });
});
