import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Audited,
  add,
  anthropic,
  auditGit,
  objectFile,
  openai,
  other,
  Repositories,
} from '../support/gitRepository';
import { madeKey } from '../support/keys';
import { cli, keystow, type TempFolder } from '../support/temp';

const staged = (
  ws: TempFolder,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  cwd = ws.dir,
): Promise<Audited> => auditGit(cwd, ['--staged', ...args], { env });

describe('keystow audit --staged', () => {
  const repositories = new Repositories();
  const repository = (committed?: Record<string, string | Uint8Array>): TempFolder =>
    repositories.make(committed);
  after(() => repositories.remove());

  it('tells what is in the index, whatever the work tree holds', async () => {
    const ws = repository({ 'a.ts': 'const a = 1;\n', 'b.ts': 'const b = 1;\n' });
    add(ws, { 'a.ts': `const a = "${openai}";\n` });
    ws.write({ 'a.ts': 'const a = 2;\n', 'b.ts': `const b = "${openai}";\n`, 'c.ts': `"${openai}"` });
    const { code, found, report } = await staged(ws);
    assert.deepEqual([code, found], [1, ['a.ts:1 openai-project-key']]);
    assert.equal(report.stats.files, 1);
    assert.deepEqual(report.findings[0]?.fixes, ['move-to-env']);

    const clean = repository();
    add(clean, { 'a.ts': 'const a = 1;\n' });
    clean.write({ 'a.ts': `const a = "${openai}";\n` });
    assert.deepEqual((await staged(clean)).found, []);
    assert.equal((await staged(clean)).code, 0);
  });

  it('takes the part of a file that is staged', async () => {
    const ws = repository({ 'a.ts': '1\n2\n3\n' });
    add(ws, { 'a.ts': `1\n"${openai}"\n3\n` });
    ws.write({ 'a.ts': `"${anthropic}"\n1\n"${openai}"\n3\n` });
    assert.deepEqual((await staged(ws)).found, ['a.ts:2 openai-project-key']);
  });

  it('tells everything in a repository without commits', async () => {
    const ws = repositories.folder({ 'a.ts': `"${openai}"`, 'test/a.test.ts': `"${other}"` });
    ws.git('init', '-q');
    ws.git('add', '.');
    assert.deepEqual((await staged(ws)).found, [
      'a.ts:1 openai-project-key',
      'test/a.test.ts:1 openai-project-key',
    ]);
  });

  it('refuses a key in a test as well, and no key that may be none', async () => {
    const ws = repository();
    add(ws, { 'test/a.test.ts': `const k = "${openai}";\n` });
    const { code, report } = await staged(ws);
    assert.equal(code, 1);
    assert.equal(report.findings[0]?.severity, 'warning');
    assert.equal((await keystow(ws.dir, ['audit'])).code, 0); // an audit fails from errors up
    const maybe = repository();
    add(maybe, { 'a.ts': `const secret = "${openai.slice(-30)}";\n` });
    const ran = await staged(maybe);
    assert.deepEqual([ran.code, ran.report.findings[0]?.severity], [0, 'info']);
  });

  it('is silent on a key that is committed already, and tells one beside it', async () => {
    const ws = repository({ 'a.ts': `const a = "${openai}";\n` });
    add(ws, { 'a.ts': `// a comment\nconst a = "${openai}";\n` });
    assert.deepEqual((await staged(ws)).found, []);
    add(ws, { 'a.ts': `// a comment\nconst a = "${openai}";\nconst b = "${other}";\n` });
    assert.deepEqual((await staged(ws)).found, ['a.ts:3 openai-project-key']);
  });

  it('follows a file that is renamed, changed on the way or not', async () => {
    const ws = repository({ 'a.ts': `const a = "${openai}";\n` });
    ws.git('mv', 'a.ts', 'b.ts');
    assert.deepEqual((await staged(ws)).found, []);
    add(ws, { 'b.ts': `const other = 1;\nconst x = "${openai}";\nconst y = "${anthropic}";\n` });
    assert.deepEqual((await staged(ws)).found, ['b.ts:3 anthropic-api-key']);
    // So does what moves from one file to another that stays.
    ws.git('reset', '-q', '--hard');
    add(ws, { 'a.ts': 'const a = 1;\n', 'c.ts': `const a = "${openai}";\n` });
    assert.deepEqual((await staged(ws)).found, []);
    // A copy is another place that has it.
    ws.git('reset', '-q', '--hard');
    add(ws, { 'c.ts': `const a = "${openai}";\n` });
    assert.deepEqual((await staged(ws)).found, ['c.ts:1 openai-project-key']);
  });

  it('tells a password that was changed, though its place is the same', async () => {
    const url = (password: string): string => `postgres://app:${password}@db.acme-hosting.net/app\n`;
    const [first, second] = [
      madeKey('mistral-api-key').slice(0, 14),
      madeKey('mistral-api-key', 'b').slice(0, 14),
    ];
    const ws = repository({ 'a.yml': url(first) });
    add(ws, { 'a.yml': `# new\n${url(first)}` });
    assert.deepEqual((await staged(ws)).found, []);
    add(ws, { 'a.yml': url(second) });
    assert.equal((await staged(ws)).found.length, 1);
  });

  it('tells an env file that is about to be committed', async () => {
    const ws = repository({ 'a.txt': 'a\n', '.gitignore': '.env\n' });
    add(ws, { '.env': `A=${openai}\nB=1\n` });
    const { code, found } = await staged(ws);
    assert.deepEqual([code, found], [1, ['.env:1 env-tracked', '.env:1 openai-project-key']]);
    const noKey = repository();
    add(noKey, { '.env': 'A=1\n' });
    assert.deepEqual((await staged(noKey)).found, ['.env:1 env-tracked']);
    noKey.git('commit', '-qm', 'env');
    add(noKey, { '.env': 'A=2\n' });
    assert.deepEqual((await staged(noKey)).found, []);
    const symfony = repository({ 'composer.json': '{ "require": { "symfony/dotenv": "*" } }\n' });
    add(symfony, { '.env': 'A=1\n' });
    assert.equal((await staged(symfony)).code, 0);
  });

  describe('during a merge', () => {
    /** Two branches that both change `a.ts`; the other one adds keys. */
    const diverged = (): TempFolder => {
      const ws = repository({ 'a.ts': '1\n2\n3\n4\n5\n' });
      ws.git('checkout', '-qb', 'theirs');
      add(ws, { 'a.ts': `"${openai}"\n2\n3\n4\n5\n`, 'theirs.ts': `"${openai}"\n` });
      ws.git('commit', '-qm', 'theirs');
      ws.git('checkout', '-q', 'main');
      add(ws, { 'a.ts': '1\n2\n3\n4\nfive\n', 'ours.ts': `"${anthropic}"\n` });
      ws.git('commit', '-qm', 'ours');
      return ws;
    };

    it('tells only what none of the parents has', async () => {
      const ws = diverged();
      ws.git('merge', '-q', '--no-commit', 'theirs');
      assert.deepEqual((await staged(ws)).found, []);
      add(ws, { 'a.ts': `"${openai}"\n2\n"${other}"\n4\nfive\n` });
      assert.deepEqual((await staged(ws)).found, ['a.ts:3 openai-project-key']);
    });

    it('names what is not settled, and goes on', async () => {
      const ws = repository({ 'a.ts': '1\n' });
      ws.git('checkout', '-qb', 'theirs');
      add(ws, { 'a.ts': '2\n' });
      ws.git('commit', '-qm', 'theirs');
      ws.git('checkout', '-q', 'main');
      add(ws, { 'a.ts': '3\n' });
      ws.git('commit', '-qm', 'ours');
      assert.throws(() => ws.git('merge', '-q', 'theirs'));
      add(ws, { 'b.ts': `"${openai}"\n` });
      const { code, found, report } = await staged(ws);
      assert.deepEqual([code, found], [1, ['b.ts:1 openai-project-key']]);
      assert.deepEqual(report.skipped, [{ file: 'a.ts', reason: 'unmerged' }]);
    });

    it('knows the other side in the hook of a merge that stops nowhere', async function () {
      if (process.platform === 'win32') this.skip(); // the hook is a shell script
      const ws = diverged();
      const script = `#!/bin/sh\nexec '${process.execPath}' '${cli}' audit --staged --output '${ws.path('told')}'\n`;
      writeFileSync(ws.path('.git/hooks/pre-merge-commit'), script);
      chmodSync(ws.path('.git/hooks/pre-merge-commit'), 0o755);
      ws.git('merge', '-q', 'theirs');
      assert.match(ws.git('log', '-1', '--format=%p'), / /);
    });
  });

  describe('in a hook', () => {
    /** A repository whose commits run the gate. */
    const guarded = (): TempFolder => {
      const ws = repository({ 'a.ts': '1\n', 'b.ts': '1\n' });
      const script = `#!/bin/sh\nexec '${process.execPath}' '${cli}' audit --staged\n`;
      writeFileSync(ws.path('.git/hooks/pre-commit'), script);
      chmodSync(ws.path('.git/hooks/pre-commit'), 0o755);
      return ws;
    };
    before(function () {
      if (process.platform === 'win32') this.skip();
    });

    it('reads the index that is committed: `-a`, named files, another work tree', async () => {
      const ws = guarded();
      ws.write({ 'a.ts': `"${openai}"\n` });
      assert.throws(() => ws.git('commit', '-qam', 'all'));
      assert.throws(() => ws.git('commit', '-qm', 'named', 'a.ts'));
      // The key is in the index proper, and not in what is committed.
      ws.git('add', 'a.ts');
      ws.write({ 'b.ts': '2\n' });
      ws.git('commit', '-qm', 'b alone', 'b.ts');
      assert.throws(() => ws.git('commit', '-qm', 'index'));
      ws.git('worktree', 'add', '-q', ws.path('tree'));
      ws.write({ 'tree/c.ts': `"${openai}"\n` });
      ws.git('-C', 'tree', 'add', 'c.ts');
      assert.throws(() => ws.git('-C', 'tree', 'commit', '-qm', 'tree'));
      ws.git('-C', 'tree', 'commit', '-qm', 'tree', '--no-verify');
    });

    it('honours GIT_DIR, GIT_WORK_TREE and GIT_INDEX_FILE', async () => {
      const ws = repository();
      const env = { GIT_INDEX_FILE: ws.path('.git/other-index') };
      assert.deepEqual((await staged(ws, [], env)).found, []);
      ws.write({ 'k.ts': `"${openai}"\n` });
      const { execFileSync } = await import('node:child_process');
      execFileSync('git', ['read-tree', 'HEAD'], { cwd: ws.dir, env: { ...process.env, ...env } });
      execFileSync('git', ['add', 'k.ts'], { cwd: ws.dir, env: { ...process.env, ...env } });
      assert.deepEqual((await staged(ws)).found, []);
      assert.deepEqual((await staged(ws, [], env)).found, ['k.ts:1 openai-project-key']);
      const elsewhere = repositories.folder();
      const place = { ...env, GIT_DIR: ws.path('.git'), GIT_WORK_TREE: ws.dir };
      const { report } = await staged(ws, [], place, elsewhere.dir);
      assert.match(report.findings[0]?.file ?? '', /^\.\.\/.*\/k\.ts$/);
    });
  });

  it('skips links, submodules, binaries and what is too large by design, and lists them', async () => {
    const ws = repository();
    const inner = repository({ 'k.ts': `"${openai}"\n` });
    ws.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.dir, 'sub');
    if (process.platform !== 'win32') symlinkSync(`/x/${openai}`, ws.path('link'));
    ws.write({ 'huge.txt': '', 'b.bin': Uint8Array.of(0, 1, 2) });
    truncateSync(ws.path('huge.txt'), 30 * 1024 * 1024);
    ws.git('add', '.');
    const { code, report } = await staged(ws);
    assert.equal(code, 0);
    assert.deepEqual(
      report.skipped.filter(({ file }) => file !== 'link'),
      [
        { file: 'b.bin', reason: 'binary' },
        { file: 'huge.txt', reason: 'too large' },
        { file: 'sub', reason: 'not a file' },
      ],
    );
  });

  it('leaves out what the settings exclude, and takes the paths that are named', async () => {
    const ws = repository();
    add(ws, {
      'node_modules/x/a.ts': `"${openai}"\n`,
      'src/a.ts': `"${openai}"\n`,
      'lib/a.ts': `"${openai}"\n`,
      'lib.ts': `"${openai}"\n`,
    });
    const { found, report } = await staged(ws, ['lib', 'node_modules']);
    assert.deepEqual(found, ['lib/a.ts:1 openai-project-key']);
    assert.deepEqual(report.skipped, [{ file: 'node_modules/x/a.ts', reason: 'excluded' }]);
    // From a folder below, names are relative to it.
    const below = await staged(ws, ['.'], {}, ws.path('src'));
    assert.deepEqual(below.found, ['a.ts:1 openai-project-key']);
    assert.deepEqual((await staged(ws, [], {}, ws.path('src'))).found, [
      '../lib.ts:1 openai-project-key',
      '../lib/a.ts:1 openai-project-key',
      'a.ts:1 openai-project-key',
    ]);
    assert.equal((await keystow(ws.dir, ['audit', '--staged', '..'])).code, 2);
  });

  it('keeps names apart that are no usual ones', async function () {
    if (process.platform !== 'linux') this.skip(); // other systems refuse such names
    const ws = repository();
    ws.write({ 'a\nb "c".ts': `"${openai}"\n`, ':(glob)x.ts': '1\n' });
    const name = Buffer.concat([Buffer.from(`${ws.dir}/`), Buffer.of(0xff), Buffer.from('.ts')]);
    writeFileSync(name, `"${openai}"\n`);
    ws.git('add', '.');
    const { code, found } = await staged(ws);
    assert.equal(code, 1);
    assert.deepEqual(found, ['a\nb "c".ts:1 openai-project-key', '\u00ff.ts:1 openai-project-key']);
    const { out } = await keystow(ws.dir, ['audit', '--staged']);
    assert.match(out, /^a\?b "c"\.ts:1:2 /);
  });

  it('reads texts as the audit does: CRLF, byte order marks, UTF-16', async () => {
    const ws = repository();
    const text = `a\r\nconst k = "${openai}";\r\n`;
    add(ws, {
      'bom.ts': `\ufeff${text}`,
      'crlf.ts': text,
      'utf16.ts': Buffer.from(`\ufeff${text}`, 'utf16le'),
    });
    const { found } = await staged(ws, ['--severity', 'info']);
    assert.deepEqual(
      found,
      ['bom.ts', 'crlf.ts', 'utf16.ts'].map((file) => `${file}:2 openai-project-key`),
    );
  });

  it('says what is read in part, and lets it pass', async () => {
    const ws = repository();
    add(ws, { 'a.ts': `x = ${'"a" + '.repeat(60_001)}"a";\n`, 'b.ts': '1\n' });
    const { code, report } = await staged(ws);
    assert.equal(code, 0);
    assert.deepEqual(report.skipped, [{ file: 'a.ts', reason: 'read in part' }]);
    assert.equal(report.stats.files, 2);
    // What is asked first, where nothing but this is asked for, leaves it to the audit.
    const { out } = await keystow(ws.dir, ['audit', '--staged']);
    assert.equal(out, 'No problems in 2 files (1 read in part).\n');
    ws.git('-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '-qm', 'a');
    const history = await auditGit(ws.dir, ['--history']);
    assert.deepEqual(history.report.skipped, [{ file: 'a.ts', reason: 'read in part' }]);
  });

  it('says what cannot be read, and goes on behind it', async () => {
    const ws = repository();
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`${name}.ts`, `"${madeKey('openai-project-key', name)}"\n`]),
    );
    add(ws, files);
    const object = (file: string): string => objectFile(ws, `:${file}`);
    chmodSync(object('b.ts'), 0o644);
    writeFileSync(object('b.ts'), 'broken');
    rmSync(object('c.ts'), { force: true });
    const { code, found, report, err } = await staged(ws);
    assert.equal(code, 2);
    assert.deepEqual(found, ['a.ts:1 openai-project-key', 'd.ts:1 openai-project-key']);
    assert.deepEqual(report.skipped, [
      { file: 'b.ts', reason: 'unreadable' },
      { file: 'c.ts', reason: 'unreadable' },
    ]);
    assert.equal(err, 'keystow: b.ts: unreadable\nkeystow: c.ts: unreadable\n');
  });

  it('says why it cannot look: no repository, no work tree, no git', async () => {
    const none = repositories.folder();
    const told = async (cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> => {
      const { code, out, err } = await keystow(cwd, ['audit', '--staged'], { env });
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    const ceiling = { GIT_CEILING_DIRECTORIES: path.dirname(none.dir) };
    assert.equal(await told(none.dir, ceiling), 'keystow: this is no git repository\n');
    none.git('init', '-q', '--bare', 'bare.git');
    assert.equal(
      await told(none.path('bare.git')),
      'keystow: --staged needs a work tree; a bare repository has no index\n',
    );
    mkdirSync(none.path('bin'));
    assert.equal(await told(none.dir, { PATH: none.path('bin') }), 'keystow: git could not be run\n');
    const { code, err } = await keystow(none.dir, ['audit', '--staged', '--stdin']);
    assert.deepEqual([code, err], [2, 'keystow: --stdin and --staged contradict each other\n']);
  });

  it('takes a repository inside of another for its own', async () => {
    const ws = repository();
    ws.write({ 'inner/k.ts': `"${openai}"\n` });
    ws.git('-C', 'inner', 'init', '-q');
    ws.git('-C', 'inner', 'add', '.');
    assert.deepEqual((await staged(ws)).found, []);
    assert.deepEqual((await staged(ws, [], {}, ws.path('inner'))).found, ['k.ts:1 openai-project-key']);
  });

  it('reads a sparse checkout, a detached HEAD and LFS pointers', async () => {
    const ws = repository({ 'in/a.ts': '1\n', 'out/b.ts': '1\n' });
    ws.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
    ws.git('checkout', '-q', '--detach');
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`;
    add(ws, { 'in/a.ts': `"${openai}"\n`, 'in/model.bin': pointer });
    const { found, report } = await staged(ws, ['--severity', 'info']);
    assert.deepEqual(found, ['in/a.ts:1 openai-project-key']);
    assert.deepEqual(report.skipped, []);
  });

  it('runs nothing that the repository names', async function () {
    if (process.platform === 'win32') this.skip();
    const ws = repository({ 'a.ts': '1\n', '.gitattributes': '*.ts diff=x filter=x\n' });
    const script = `#!/bin/sh\ntouch '${ws.path('ran')}'\ncat\n`;
    writeFileSync(ws.path('evil'), script);
    chmodSync(ws.path('evil'), 0o755);
    add(ws, { 'a.ts': `"${openai}"\n` });
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.x.textconv', 'diff.x.command', 'core.pager'])
      ws.git('config', name, ws.path('evil'));
    assert.equal((await staged(ws)).code, 1);
    assert.throws(() => chmodSync(ws.path('ran'), 0o644), { code: 'ENOENT' });
  });
});
