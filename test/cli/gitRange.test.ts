import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import {
  type Audited,
  anthropic,
  auditGit,
  commit,
  objectFile,
  openai,
  other,
  Repositories,
} from '../support/gitRepository';
import { cli, keystow, type TempFolder } from '../support/temp';

const none = '0'.repeat(40);

describe('keystow audit --range', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());
  const range = (ws: TempFolder, revisions: string, ...more: string[]): Promise<Audited> =>
    auditGit(ws.dir, ['--range', revisions, ...more]);

  it('tells each key with the commit that brings it, also one that is taken out again', async () => {
    const ws = repositories.make({ 'old.ts': `"${anthropic}"\n` });
    const added = commit(ws, { 'a.ts': `"${openai}"\n` });
    commit(ws, { 'a.ts': 'gone\n', 'b.ts': '1\n' });
    const third = commit(ws, { 'test/b.test.ts': `"${other}"\n` });
    const { code, found, report } = await range(ws, 'HEAD~3..HEAD');
    assert.equal(code, 1);
    assert.deepEqual(found, ['a.ts:1 openai-project-key', 'test/b.test.ts:1 openai-project-key']);
    assert.deepEqual(
      report.findings.map((one) => [one.commit, one.author, one.fixes, one.versions]),
      [added, third].map((id) => [id, 't <t@t.invalid>', [], 1]),
    );
    assert.match(report.findings[0]?.date ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(report.stats.files, 4);
    const text = await keystow(ws.dir, ['audit', '--range', 'HEAD~3..HEAD']);
    assert.match(text.out, new RegExp(`^a\\.ts:1:2 .* openai-project-key {2}${added.slice(0, 10)}\\n`));
    // A key in a test alone fails as well.
    assert.equal((await range(ws, 'HEAD~1..HEAD')).code, 1);
    assert.deepEqual((await range(ws, 'HEAD~2..HEAD~1')).found, []);
    assert.equal((await range(ws, 'HEAD..HEAD')).code, 0);
  });

  it('is silent on what stood there before, and tells one key once', async () => {
    const ws = repositories.make({ 'a.ts': `"${anthropic}"\n` });
    const first = commit(ws, { 'a.ts': `"${anthropic}"\n"${openai}"\n` });
    commit(ws, { 'a.ts': `// more\n"${anthropic}"\n"${openai}"\n` });
    ws.git('mv', 'a.ts', 'b.ts');
    commit(ws, { 'b.ts': `// moved\n"${anthropic}"\n"${openai}"\n` });
    const { found, report } = await range(ws, 'HEAD~3..HEAD');
    assert.deepEqual(found, ['a.ts:2 openai-project-key']);
    assert.deepEqual([report.findings[0]?.commit, report.findings[0]?.versions], [first, 2]);
    assert.deepEqual((await range(ws, 'HEAD~2..HEAD')).found, []);
  });

  it('looks at both sides of a merge, and at what the merge itself brings', async () => {
    const ws = repositories.make({ 'a.ts': '1\n2\n3\n' });
    ws.git('checkout', '-qb', 'side');
    const side = commit(ws, { 'side.ts': `"${openai}"\n` });
    ws.git('checkout', '-q', 'main');
    commit(ws, { 'main.ts': '1\n' });
    ws.git('merge', '-q', '--no-commit', 'side');
    const merge = commit(ws, { 'a.ts': `1\n"${other}"\n3\n` }, 'merge');
    const { report } = await range(ws, 'HEAD~2..HEAD');
    assert.deepEqual(
      report.findings.map(({ file, commit: id }) => [file, id]),
      [
        ['a.ts', merge],
        ['side.ts', side],
      ],
    );
    // What is on one side only.
    assert.deepEqual((await range(ws, 'HEAD^1...side')).found, ['side.ts:1 openai-project-key']);
  });

  it('takes paths, and names them from the current folder', async () => {
    const ws = repositories.make();
    commit(ws, { 'src/a.ts': `"${openai}"\n`, 'lib/b.ts': `"${openai}"\n` });
    assert.deepEqual((await range(ws, 'HEAD~1..HEAD', 'src')).found, ['src/a.ts:1 openai-project-key']);
    const below = await auditGit(ws.path('src'), ['--range', 'HEAD~1..HEAD']);
    assert.deepEqual(below.found, ['../lib/b.ts:1 openai-project-key', 'a.ts:1 openai-project-key']);
  });

  it('works in a bare repository, and after a first commit', async () => {
    const ws = repositories.make();
    commit(ws, { 'src/a.ts': `"${openai}"\n` });
    ws.git('clone', '-q', '--bare', '.', 'bare.git');
    const { code, found } = await auditGit(ws.path('bare.git'), ['--range', 'main~1..main']);
    assert.deepEqual([code, found], [1, ['src/a.ts:1 openai-project-key']]);
  });

  it('says what it does not know', async () => {
    const ws = repositories.make();
    for (const [given, told] of [
      ['x..HEAD', 'keystow: --range x..HEAD: git does not know both of its ends\n'],
      ['HEAD', 'keystow: --range takes A..B or A...B\n'],
      ['--all', "keystow: Option '--range' argument is ambiguous."],
      ['', 'keystow: --range takes A..B or A...B\n'],
    ] as const) {
      const { code, err } = await keystow(ws.dir, ['audit', '--range', given]);
      assert.equal(code, 2);
      assert.ok(err.startsWith(told), err);
    }
    const option = await keystow(ws.dir, ['audit', `--range=--output=${ws.path('written')}..x`]);
    assert.deepEqual([option.code, option.err], [2, 'keystow: --range takes A..B or A...B\n']);
  });

  it('says that a clone is shallow, and what is missing or broken', async () => {
    const ws = repositories.make();
    commit(ws, { 'a.ts': `"${openai}"\n` });
    commit(ws, { 'b.ts': `"${other}"\n` });
    ws.git('clone', '-q', '--depth=2', `file://${ws.dir}`, 'shallow');
    const shallow = await auditGit(ws.path('shallow'), ['--range', 'HEAD~1..HEAD']);
    assert.deepEqual([shallow.code, shallow.found], [1, ['b.ts:1 openai-project-key']]);
    assert.deepEqual(shallow.report.skipped, [{ file: '.', reason: 'shallow clone' }]);
    assert.match(shallow.err, /shallow/);
    const beyond = await keystow(ws.path('shallow'), ['audit', '--range', 'HEAD~2..HEAD']);
    assert.deepEqual([beyond.code, /this clone is shallow/.test(beyond.err)], [2, true]);

    rmSync(objectFile(ws, 'HEAD~1:a.ts'), { force: true });
    const broken = await range(ws, 'HEAD~2..HEAD');
    assert.deepEqual([broken.code, broken.found], [2, ['b.ts:1 openai-project-key']]);
    assert.deepEqual(broken.report.skipped, [{ file: 'a.ts', reason: 'unreadable' }]);
    rmSync(objectFile(ws, 'HEAD~1^{tree}'), { force: true });
    const worse = await range(ws, 'HEAD~2..HEAD');
    assert.equal(worse.code, 2);
    assert.match(worse.err, /^keystow: commit [0-9a-f]{40}: unreadable$/m);
  });
});

describe('keystow audit --pre-push', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  /** A repository whose main branch is on its remote. */
  const cloned = (): TempFolder => {
    const ws = repositories.make({ 'a.ts': `"${anthropic}"\n` });
    ws.git('init', '-q', '--bare', 'remote.git');
    ws.git('remote', 'add', 'origin', ws.path('remote.git'));
    ws.git('push', '-q', 'origin', 'main');
    return ws;
  };
  const id = (ws: TempFolder, revision: string): string => ws.git('rev-parse', revision).trim();
  const push = (ws: TempFolder, ...refs: string[]): Promise<Audited> =>
    auditGit(ws.dir, ['--pre-push', 'origin', 'https://example.org/x.git'], {
      input: refs.map((line) => `${line}\n`).join(''),
    });

  it('tells what a push brings: to a branch, a new one, a tag', async () => {
    const ws = cloned();
    const before = id(ws, 'HEAD');
    const key = commit(ws, { 'b.ts': `"${openai}"\n` });
    commit(ws, { 'b.ts': 'gone\n' });
    const after = id(ws, 'HEAD');
    const expected = [1, ['b.ts:1 openai-project-key'], key];
    const told = async (line: string): Promise<unknown[]> => {
      const { code, found, report } = await push(ws, line);
      return [code, found, report.findings[0]?.commit];
    };
    assert.deepEqual(await told(`refs/heads/main ${after} refs/heads/main ${before}`), expected);
    assert.deepEqual(await told(`refs/heads/new ${after} refs/heads/new ${none}`), expected);
    ws.git('tag', '-am', 'tag', 'v1');
    assert.deepEqual(await told(`refs/tags/v1 ${id(ws, 'v1')} refs/tags/v1 ${none}`), expected);
    // The remote has something that is not known here, after a forced push of somebody else.
    assert.deepEqual(await told(`HEAD~0 ${after} refs/heads/main ${'1'.repeat(40)}`), expected);
    const nothing = await push(ws, `refs/heads/main ${before} refs/heads/other ${none}`);
    assert.deepEqual([nothing.code, nothing.found], [0, []]);
  });

  it('tells what is new to this remote, whatever another one has', async () => {
    const ws = cloned();
    const main = id(ws, 'HEAD');
    const line = `refs/heads/main ${main} refs/heads/main ${none}\n`;
    const to = async (...remote: string[]): Promise<readonly string[]> =>
      (await auditGit(ws.dir, ['--pre-push', ...remote], { input: line })).found;
    assert.deepEqual(await to('origin', 'https://example.org/x.git'), []);
    assert.deepEqual(await to('public', 'https://example.org/y.git'), ['a.ts:1 anthropic-api-key']);
    assert.deepEqual(await to('https://example.org/y.git', 'https://example.org/y.git'), [
      'a.ts:1 anthropic-api-key',
    ]);
    assert.deepEqual(await to(), [], 'where no remote is named, every one counts');
  });

  it('tells what a tag names that is no commit', async () => {
    const ws = cloned();
    ws.write({ 'c.ts': `"${openai}"\n` });
    const blob = ws.git('hash-object', '-w', 'c.ts').trim();
    ws.git('tag', 'file', blob);
    const told = async (name: string): Promise<readonly string[]> =>
      (await push(ws, `refs/tags/${name} ${id(ws, name)} refs/tags/${name} ${none}`)).found;
    assert.deepEqual(await told('file'), [`blob ${blob}:1 openai-project-key`]);
    ws.git('tag', '-am', 'tag', 'annotated', blob);
    assert.deepEqual(await told('annotated'), [`blob ${blob}:1 openai-project-key`]);
    ws.git('add', 'c.ts');
    ws.git('tag', 'folder', ws.git('write-tree').trim());
    assert.ok((await told('folder')).includes('c.ts:1 openai-project-key'));
  });

  it('takes an env file that a framework commits for what the commit took it for', async () => {
    const ws = cloned();
    const before = id(ws, 'HEAD');
    const vite = { 'package.json': '{ "devDependencies": { "vite": "7" } }\n', '.env': 'VITE_TITLE=x\n' };
    commit(ws, vite);
    const { code } = await push(ws, `HEAD@{1 hour ago} ${id(ws, 'HEAD')} refs/heads/main ${before}`);
    assert.equal(code, 0);
  });

  it('has nothing to say on what is deleted, and refuses what git does not tell', async () => {
    const ws = cloned();
    const gone = await push(ws, `(delete) ${none} refs/heads/main ${id(ws, 'HEAD')}`);
    assert.deepEqual([gone.code, gone.report.stats.files], [0, 0]);
    assert.equal((await push(ws)).code, 0);
    const { code, err } = await keystow(ws.dir, ['audit', '--pre-push'], { input: 'main\n' });
    assert.deepEqual(
      [code, err],
      [2, 'keystow: --pre-push reads what git tells the hook pre-push on standard input\n'],
    );
    const unknown = `refs/heads/x ${'1'.repeat(40)} refs/heads/x ${none}\n`;
    assert.equal((await keystow(ws.dir, ['audit', '--pre-push'], { input: unknown })).code, 2);
  });

  it('stops a push from the hook itself', async function () {
    if (process.platform === 'win32') this.skip(); // the hook is a shell script
    const ws = cloned();
    ws.write({ hook: `#!/bin/sh\nexec '${process.execPath}' '${cli}' audit --pre-push "$@"\n` });
    const { copyFileSync, chmodSync } = await import('node:fs');
    copyFileSync(ws.path('hook'), ws.path('.git/hooks/pre-push'));
    chmodSync(ws.path('.git/hooks/pre-push'), 0o755);
    ws.git('checkout', '-qb', 'topic');
    commit(ws, { 'b.ts': '1\n' });
    ws.git('push', '-q', 'origin', 'topic');
    commit(ws, { 'b.ts': `"${openai}"\n` });
    assert.throws(() => ws.git('push', '-q', 'origin', 'topic'));
    assert.throws(() => ws.git('push', '-q', 'origin', 'topic:other'));
    ws.git('reset', '-q', '--hard', 'HEAD~1');
    ws.git('push', '-q', 'origin', 'topic:other');
  });
});
