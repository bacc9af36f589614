import assert from 'node:assert/strict';
import { chmodSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import {
  type Audited,
  add,
  anthropic,
  auditGit,
  commit,
  objectFile,
  openai,
  other,
  Repositories,
} from '../support/gitRepository';
import { interrupted, keystow, type TempFolder } from '../support/temp';

describe('keystow audit --history', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());
  const history = (ws: TempFolder, ...more: string[]): Promise<Audited> =>
    auditGit(ws.dir, ['--history', ...more]);

  it('finds what was taken out long ago, with the commit that brought it', async () => {
    const ws = repositories.make();
    const first = commit(ws, { 'src/a.ts': `"${openai}"\n` });
    commit(ws, { 'src/a.ts': `// more\n"${openai}"\n` });
    commit(ws, { 'src/a.ts': 'gone\n' });
    commit(ws, { 'src/a.ts': `"${openai}"\n` }, 'back');
    ws.git('rm', '-q', 'src/a.ts');
    ws.git('commit', '-qm', 'removed');
    for (const repack of [false, true]) {
      if (repack) ws.git('gc', '-q');
      const { code, found, report } = await history(ws);
      assert.deepEqual([code, found], [1, ['src/a.ts:1 openai-project-key']]);
      const [{ commit: id, author, versions, fixes } = {}] = report.findings;
      assert.deepEqual([id, author, versions, fixes], [first, 't <t@t.invalid>', 2, []]);
      assert.equal(report.stats.files, 4);
    }
    const text = await keystow(ws.dir, ['audit', '--history']);
    assert.match(text.out, new RegExp(`^src/a\\.ts:1:2 .*  ${first.slice(0, 10)}\\n`));
  });

  it('finds what no branch reaches: stashes, resets, amended commits, blobs alone, what is staged', async () => {
    const ws = repositories.make();
    ws.write({ 'a.txt': `"${openai}"\n`, 'untracked.ts': `"${other}"\n` });
    ws.git('stash', '-q', '--include-untracked');
    const amended = commit(ws, { 'amended.ts': `"${anthropic}"\n` });
    add(ws, { 'amended.ts': 'clean\n' });
    ws.git('commit', '-q', '--amend', '-m', 'clean');
    commit(ws, { 'reset.ts': `"${anthropic}"\n` });
    ws.git('reset', '-q', '--hard', 'HEAD~1');
    ws.git('reflog', 'expire', '--expire=now', 'refs/heads/main', 'HEAD');
    add(ws, {
      'staged.ts': `"${anthropic}" // staged\n`,
      'unstaged.ts': `"${anthropic}" // and taken back\n`,
    });
    const alone = ws.git('rev-parse', ':unstaged.ts').trim();
    ws.git('rm', '-q', '-f', 'unstaged.ts');
    const { code, found, report } = await history(ws);
    assert.equal(code, 1);
    assert.deepEqual(found, [
      'a.txt:1 openai-project-key',
      'amended.ts:1 anthropic-api-key',
      `blob ${alone}:1 anthropic-api-key`,
      'reset.ts:1 anthropic-api-key',
      'staged.ts:1 anthropic-api-key',
      'untracked.ts:1 openai-project-key',
    ]);
    assert.equal(report.findings[1]?.commit, amended);
    assert.equal(report.findings[2]?.commit, undefined);
  });

  it('reads the messages of commits and tags', async () => {
    const ws = repositories.make();
    const id = commit(ws, { 'a.txt': 'b\n' }, `a subject\n\nit was ${openai}`);
    ws.git('tag', '-am', `the key is ${other}`, 'v1');
    const tag = ws.git('rev-parse', 'v1').trim();
    const { code, found, report } = await history(ws);
    assert.deepEqual(
      [code, found],
      [1, [`commit ${id}:3 openai-project-key`, `tag ${tag}:1 openai-project-key`]],
    );
    assert.deepEqual(report.findings[0]?.commit, id);
    const range = await auditGit(ws.dir, ['--range', 'HEAD~1..HEAD']);
    assert.deepEqual(range.found, [`commit ${id}:3 openai-project-key`]);
    const none = '0'.repeat(40);
    const input = `refs/tags/v1 ${tag} refs/tags/v1 ${none}\nrefs/heads/main ${id} refs/heads/main ${none}\n`;
    assert.deepEqual((await auditGit(ws.dir, ['--pre-push'], { input })).found, found);
  });

  it('says so where a pack cannot be listed', async () => {
    const ws = repositories.make({ 'a.ts': `"${openai}"\n` });
    ws.git('gc', '-q');
    for (const name of readdirSync(ws.path('.git/objects/pack')).filter((one) => one.endsWith('.idx'))) {
      chmodSync(ws.path(`.git/objects/pack/${name}`), 0o644);
      writeFileSync(ws.path(`.git/objects/pack/${name}`), 'broken');
    }
    const { code, report } = await history(ws);
    assert.equal(code, 2);
    assert.deepEqual(report.skipped, [{ file: '.', reason: 'unreadable' }]);
  });

  it('reads a repository whose ids are SHA-256', async () => {
    const ws = repositories.folder({ 'a.ts': `"${openai}"\n` });
    ws.git('init', '-q', '-b', 'main', '--object-format=sha256');
    ws.git('add', '.');
    assert.deepEqual((await auditGit(ws.dir, ['--staged'])).found, ['a.ts:1 openai-project-key']);
    ws.git('commit', '-qm', 'first');
    assert.match((await history(ws)).report.findings[0]?.commit ?? '', /^[0-9a-f]{64}$/);
    const input = `refs/heads/main ${ws.git('rev-parse', 'HEAD').trim()} refs/heads/main ${'0'.repeat(64)}\n`;
    assert.deepEqual((await auditGit(ws.dir, ['--pre-push'], { input })).found, [
      'a.ts:1 openai-project-key',
    ]);
  });

  it('tells a key once for each file, and keys alone', async () => {
    const ws = repositories.make({ '.env': 'A=1\n' });
    commit(ws, { 'a.ts': `"${openai}"\n`, 'b.ts': `"${openai}"\n`, '.env': `A=${other}\n` });
    commit(ws, { 'c.ts': `"${openai}"\n`, 'a.ts': `"${openai}"\n"${other}"\n` });
    ws.git('mv', 'c.ts', 'd.ts');
    ws.git('commit', '-qm', 'moved');
    const { found } = await history(ws);
    assert.deepEqual(found, [
      '.env:1 openai-project-key',
      'a.ts:1 openai-project-key',
      'a.ts:2 openai-project-key',
      'b.ts:1 openai-project-key',
      'c.ts:1 openai-project-key',
    ]);
    assert.deepEqual((await history(ws, 'b.ts')).found, ['b.ts:1 openai-project-key']);
  });

  it('finds what the audit of the files finds: without a mark, in pieces, in base64, by a rule of the project', async () => {
    const { madeKey } = await import('../support/keys');
    const own = `acme_${madeKey('mistral-api-key')}`;
    const rules = [{ id: 'acme-api-key', title: 'Acme API key', prefix: 'acme_', envName: 'ACME_KEY' }];
    const ws = repositories.make({
      'mistral/config.py': `api_key = "${madeKey('mistral-api-key')}"\n`,
      'joined.js': `const k = "${openai.slice(0, 14)}" +\n  "${openai.slice(14)}";\n`,
      'encoded.yml': `data:\n  key: ${Buffer.from(openai).toString('base64')}\n`,
      'url.yml': `postgres://app:${madeKey('mistral-api-key').slice(0, 14)}@db.acme-hosting.net/app\n`,
      'key.pem': `${madeKey('pem-private-key')}\n`,
      'own.ts': `"${own}"\n`,
      'latin1.py': Buffer.from(`# gr\u00fc\u00dfe\nk = "${other}"\n`, 'latin1'),
      'utf16.txt': Buffer.from(`\ufeffk = "${other}"\r\n`, 'utf16le'),
      '.keystow.json': JSON.stringify({ rules }),
    });
    const brief = ({ report }: Audited): readonly string[] =>
      report.findings.map(({ file, rule }) => `${file} ${rule}`);
    const files = await auditGit(ws.dir, []);
    assert.equal(files.report.findings.length, 8);
    assert.deepEqual(brief(await history(ws)), brief(files));
  });

  it('works in a bare repository and below the root', async () => {
    const ws = repositories.make({ 'src/a.ts': `"${openai}"\n` });
    ws.git('clone', '-q', '--bare', '.', 'bare.git');
    assert.deepEqual((await auditGit(ws.path('bare.git'), ['--history'])).found, [
      'src/a.ts:1 openai-project-key',
    ]);
    assert.deepEqual((await auditGit(ws.path('src'), ['--history'])).found, ['a.ts:1 openai-project-key']);
  });

  it('lists what it skips by its names', async () => {
    const ws = repositories.make();
    ws.write({ 'big.txt': '', 'b.bin': Uint8Array.of(0, 1, 2) });
    truncateSync(ws.path('big.txt'), 6 * 1024 * 1024);
    ws.git('add', '.');
    ws.git('commit', '-qm', 'big');
    const { code, report } = await history(ws);
    assert.equal(code, 0);
    assert.deepEqual(report.skipped, [
      { file: 'b.bin', reason: 'binary' },
      { file: 'big.txt', reason: 'too large' },
    ]);
  });

  it('reads no object that is too large', async function () {
    if (process.platform === 'win32') this.skip(); // git is watched by a shell script
    const ws = repositories.make({ 'a.ts': `"${openai}"\n` });
    ws.write({ 'huge.bin': '' });
    truncateSync(ws.path('huge.bin'), 500 * 1024 * 1024);
    ws.git('add', 'huge.bin');
    const { found, report } = await history(ws);
    assert.deepEqual(found, ['a.ts:1 openai-project-key']);
    assert.deepEqual(report.skipped, [{ file: 'huge.bin', reason: 'too large' }]);
    assert.ok(report.stats.bytes < 1000);
  });

  it('says what is broken or missing, and goes on', async () => {
    const ws = repositories.make();
    commit(ws, { 'a.ts': `"${openai}"\n`, 'b.ts': `"${other}"\n` });
    const last = commit(ws, { 'c.ts': `"${anthropic}"\n` });
    chmodSync(objectFile(ws, 'HEAD:a.ts'), 0o644);
    writeFileSync(objectFile(ws, 'HEAD:a.ts'), 'broken');
    const { code, found, report, err } = await history(ws);
    assert.equal(code, 2);
    assert.deepEqual(found, ['b.ts:1 openai-project-key', 'c.ts:1 anthropic-api-key']);
    assert.deepEqual(report.skipped, [{ file: 'a.ts', reason: 'unreadable' }]);
    assert.equal(err, 'keystow: a.ts: unreadable\n');
    rmSync(objectFile(ws, 'HEAD^{tree}'), { force: true });
    const worse = await history(ws);
    assert.equal(worse.code, 2);
    assert.ok(worse.report.skipped.some(({ file }) => file === `commit ${last}`));
    assert.ok(worse.found.includes('b.ts:1 openai-project-key'));
    assert.ok(worse.found.includes('c.ts:1 anthropic-api-key')); // the index has its name
  });

  it('says that a clone is shallow or partial, and fetches nothing', async () => {
    const ws = repositories.make({ 'old.ts': `"${other}"\n` });
    ws.git('rm', '-q', 'old.ts');
    commit(ws, { 'a.ts': `"${openai}"\n` });
    ws.git('config', 'uploadpack.allowFilter', 'true');
    ws.git('clone', '-q', '--depth=1', `file://${ws.dir}`, 'shallow');
    ws.git('clone', '-q', '--filter=blob:none', `file://${ws.dir}`, 'partial');
    const shallow = await auditGit(ws.path('shallow'), ['--history']);
    assert.deepEqual([shallow.code, shallow.found], [1, ['a.ts:1 openai-project-key']]);
    assert.deepEqual(shallow.report.skipped, [{ file: '.', reason: 'shallow clone' }]);
    assert.equal(
      shallow.err,
      'keystow: this clone is shallow: older commits are not here, and were not looked at\n',
    );
    const partial = await auditGit(ws.path('partial'), ['--history']);
    assert.deepEqual([partial.code, partial.found], [1, ['a.ts:1 openai-project-key']]);
    assert.deepEqual(partial.report.skipped, [{ file: '.', reason: 'partial clone' }]);
    assert.equal(partial.err, 'keystow: this clone is partial: what it has not fetched was not looked at\n');
    const range = await auditGit(ws.path('partial'), ['--range', 'HEAD~1..HEAD']);
    assert.deepEqual(range.found, ['a.ts:1 openai-project-key']);
    // The old blob is still not here: nothing has fetched it.
    const missing = ws.git('-C', 'partial', 'rev-list', '--objects', '--all', '--missing=print');
    assert.match(missing, /^\?/m);
  });

  it('reads objects as they are, not their replacements', async () => {
    const ws = repositories.make({ 'a.ts': `"${openai}"\n`, 'b.ts': 'harmless\n' });
    ws.git('replace', ws.git('rev-parse', 'HEAD:a.ts').trim(), ws.git('rev-parse', 'HEAD:b.ts').trim());
    assert.deepEqual((await history(ws)).found, ['a.ts:1 openai-project-key']);
  });

  it('stops within a second on Ctrl+C, with 130', async function () {
    if (process.platform === 'win32') this.skip(); // no signal there that a test can send
    const ws = repositories.make();
    for (let i = 0; i < 300; i++) ws.write({ [`d${i}.txt`]: `${'some words here '.repeat(20_000)}${i}\n` });
    ws.git('add', '.');
    assert.equal(await interrupted(ws.dir, ['audit', '--history']), 130);
  });
});
