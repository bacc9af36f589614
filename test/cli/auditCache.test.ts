import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { toSlashes } from '../../src/platform/files.node';
import { commit, openai, Repositories } from '../support/gitRepository';
import { madeKey, secretParts } from '../support/keys';
import { root } from '../support/sources';
import { keystow, type Ran, type TempFolder } from '../support/temp';

const letters = 'x'.repeat(openai.length);
const quiet = `const k = "${letters}";\n`;
const login = madeKey('mistral-api-key').slice(0, 24).toLowerCase();
const leaking = `const k = "${openai}";\n`;
const cacheName = 'keystow-audit-cache';

describe('keystow audit --cache', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  // Tells what is opened: loaded before the program, so that this takes what is put here.
  const counter = repositories.folder({
    'count.cjs': `
      const [fs, promises] = [require('node:fs'), require('node:fs/promises')];
      const opened = [];
      for (const [of, name] of [[fs, 'openSync'], [promises, 'open']]) {
        const open = of[name];
        of[name] = (file, ...more) => {
          opened.push(String(file));
          return open.call(of, file, ...more);
        };
      }
      process.on('exit', () => fs.writeFileSync(process.env.OPENED, JSON.stringify(opened)));
    `,
  });

  const cacheOf = (ws: TempFolder): string => ws.path(`.git/${cacheName}`);

  /** Audits with the cache; `opened` are those files of the work tree that were. */
  async function cached(
    ws: TempFolder,
    ...paths: readonly string[]
  ): Promise<Ran & { readonly opened: readonly string[] }> {
    const env = {
      NODE_OPTIONS: `--require ${counter.path('count.cjs')}`,
      OPENED: counter.path(`${path.basename(ws.dir)}.json`),
    };
    const ran = await keystow(ws.dir, ['audit', '--cache', '--format', 'json', ...paths], { env });
    const all = JSON.parse(readFileSync(env.OPENED, 'utf8')) as readonly string[];
    const opened = all
      .map((file) => toSlashes(path.relative(ws.dir, file)))
      .filter((file) => !/^\.(?:\.|git\/)/.test(file) && existsSync(ws.path(file)));
    return { ...timeless(ran), opened };
  }

  const timeless = (ran: Ran): Ran => ({ ...ran, out: ran.out.replace(/"durationMs": \d+/, '') });

  /** The same, and sees to it that an audit without the cache tells the same. */
  async function same(
    ws: TempFolder,
    ...paths: readonly string[]
  ): Promise<{ readonly found: readonly string[]; readonly opened: readonly string[] }> {
    const [plain, { opened, ...ran }] = await Promise.all([
      keystow(ws.dir, ['audit', '--format', 'json', ...paths]),
      cached(ws, ...paths),
    ]);
    assert.deepEqual(ran, timeless(plain));
    const { findings } = JSON.parse(ran.out.replace(/,\s*\}\s*\}\s*$/, '}}')) as {
      readonly findings: readonly { readonly file: string; readonly rule: string }[];
    };
    return { found: findings.map(({ file, rule }) => `${file} ${rule}`), opened };
  }

  it('tells what an audit without it tells, and opens no file again in which there was nothing', async () => {
    const held = {
      'quiet.ts': quiet,
      'sub/empty.py': '',
      'sub/name\nwith ünüsual.txt': 'words\n',
      'latin1.txt': Buffer.from([0xe9, 0x0a]),
      'run.sh': 'echo\n',
    };
    const ws = repositories.make({
      ...held,
      'key.ts': leaking,
      'read.ts': 'process.loadEnvFile();\nf(process.env.A);\n',
      '.gitignore': '.env\n',
      '.env.example': 'A=\n',
      Dockerfile: 'FROM scratch\n',
      'binary.bin': Uint8Array.from([0, 1, 2]),
      'wide.ts': Buffer.from(`\uFEFF${leaking}`, 'utf16le'),
      'gone.ts': quiet,
      'other/inside.ts': quiet,
    });
    ws.write({ '.env': `A=${openai}\n`, 'untracked.ts': quiet, 'changed.txt': 'a\n' });
    ws.git('add', 'changed.txt');
    ws.write({ 'changed.txt': 'b\n' });
    chmodSync(ws.path('run.sh'), 0o755);
    rmSync(ws.path('gone.ts'));
    symlinkSync('key.ts', ws.path('link.ts'));
    ws.git('add', 'link.ts');
    const first = await same(ws);
    assert.deepEqual(first.found, ['key.ts openai-project-key', 'wide.ts openai-project-key']);
    const second = await same(ws);
    for (const file of Object.keys(held)) {
      assert.ok(first.opened.includes(file), file);
      assert.ok(!second.opened.includes(file), file);
    }
    for (const file of ['key.ts', 'wide.ts', 'read.ts', 'untracked.ts', 'changed.txt', 'binary.bin'])
      assert.ok(second.opened.includes(file), file);
    const files = await same(ws, 'quiet.ts', 'key.ts');
    assert.deepEqual(files.opened.toSorted(), ['key.ts', 'quiet.ts'], 'what is named is read');
  });

  it('keeps names and ids, and nothing of what files hold; nobody else can read it', async () => {
    const ws = repositories.make({ 'a.ts': quiet, 'b/key.ts': leaking, 'read.ts': 'f(process.env.A);\n' });
    await cached(ws);
    const text = readFileSync(cacheOf(ws), 'utf8');
    for (const part of secretParts(openai)) assert.ok(!text.includes(part));
    const id = ws.git('hash-object', 'a.ts').trim();
    const { size, mtimeMs, ctimeMs, ino } = statSync(ws.path('a.ts'));
    assert.equal(text.split('\n')[1], `a.ts\0all ${id} ${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
    assert.match(text, /^[0-9a-f]{64}\n[^\n]+$/);
    if (process.platform !== 'win32') assert.equal(statSync(cacheOf(ws)).mode & 0o777, 0o600);
    assert.deepEqual(leftIn(ws), [cacheName]);
    const untouched = repositories.make();
    await keystow(untouched.dir, ['audit']);
    assert.deepEqual(leftIn(untouched), [], 'nothing is kept unasked');
  });

  const leftIn = (ws: TempFolder): readonly string[] =>
    readdirSync(ws.path('.git')).filter((name) => name.startsWith('keystow'));

  /** Each puts a key into a file that is known to hold nothing. */
  const ways: Readonly<Record<string, (ws: TempFolder, file: string) => void>> = {
    branch: (ws) => {
      ws.git('checkout', '-q', 'leaking');
    },
    'same size and time': inPlace,
    'time of the index': (ws, file) => {
      inPlace(ws, file);
      const { atime, mtime } = statSync(ws.path(file));
      utimesSync(ws.path('.git/index'), atime, mtime);
    },
    'another in its place': (ws, file) => {
      const { atime, mtime } = statSync(ws.path(file));
      ws.write({ fresh: leaking });
      utimesSync(ws.path('fresh'), atime, mtime);
      renameSync(ws.path('fresh'), ws.path(file));
    },
    staged: (ws, file) => {
      inPlace(ws, file);
      ws.git('add', '--', file);
    },
    'assumed to be unchanged': (ws, file) => {
      ws.git('update-index', '--assume-unchanged', file);
      inPlace(ws, file);
      assert.equal(ws.git('diff-files', '--name-only', '--', file), '');
    },
    'not in a sparse work tree': (ws, file) => {
      ws.git('update-index', '--skip-worktree', file);
      inPlace(ws, file);
      assert.equal(ws.git('diff-files', '--name-only', '--', file), '');
    },
    // What git has of it stays the same, and its size too.
    filtered: (ws, file) => {
      ws.git('config', 'filter.put.smudge', `sed s/${letters}/${openai}/`);
      ws.git('config', 'filter.put.clean', `sed s/${openai}/${letters}/`);
      ws.write({ '.git/info/attributes': `${file} filter=put\n` });
      rmSync(ws.path(file));
      ws.git('checkout', '--', file);
      assert.equal(ws.git('diff-files', '--name-only', '--', file), '');
      rmSync(ws.path('.git/info/attributes'));
    },
  };

  function inPlace(ws: TempFolder, file: string): void {
    const { atime, mtime } = statSync(ws.path(file));
    ws.write({ [file]: leaking });
    utimesSync(ws.path(file), atime, mtime);
  }

  it('finds a key that is put into a file which is known, in whatever way', async () => {
    const files = Object.keys(ways).map((name) => `${name.replaceAll(' ', '-')}.ts`);
    const ws = repositories.make(Object.fromEntries(files.map((file) => [file, quiet])));
    ws.git('checkout', '-qb', 'leaking');
    ws.write({ 'branch.ts': leaking });
    ws.git('commit', '-qam', 'leaking');
    ws.git('checkout', '-q', 'main');
    assert.deepEqual((await same(ws)).found, []);
    const isKnown = (await cached(ws)).opened.every((file) => !files.includes(file));
    assert.ok(isKnown);
    for (const [index, plant] of Object.values(ways).entries()) plant(ws, files[index] ?? '');
    const all = files.toSorted().map((file) => `${file} openai-project-key`);
    for (const _ of ['first', 'second']) assert.deepEqual((await same(ws)).found, all);
  });

  it('tells what else changes: a rule, a severity, a link, a new file, what is first to read a variable', async () => {
    const ws = repositories.make({
      'a.ts': quiet,
      'login.txt': `login:${login}\n`,
      'read.py': 'import os\nos.environ["A"]\n',
      'read.r': 'Sys.getenv("B")\n',
    });
    const warned = (file: string): readonly string[] => [`${file} env-not-ignored`];
    assert.deepEqual((await same(ws)).found, warned('read.py'));
    const { opened } = await cached(ws);
    assert.deepEqual(
      opened.filter((file) => /^(?:a|read\.r|login)/.test(file)),
      [],
      'it names no variable',
    );
    rmSync(ws.path('read.py'));
    assert.deepEqual((await same(ws)).found, warned('read.r'));
    ws.write({ '.keystow.json': JSON.stringify({ severity: { 'env-not-ignored': 'error' } }) });
    assert.deepEqual((await same(ws)).found, warned('read.r'));
    const rules = [{ id: 'acme-login', title: 'Acme', pattern: 'login:([0-9a-z]{24})' }];
    ws.write({ '.keystow.json': JSON.stringify({ rules }), 'new.ts': leaking });
    rmSync(ws.path('a.ts'));
    symlinkSync('new.ts', ws.path('a.ts'));
    assert.deepEqual((await same(ws)).found, [
      'login.txt acme-login',
      'new.ts openai-project-key',
      ...warned('read.r'),
    ]);
    rmSync(ws.path('a.ts'));
    ws.write({ 'a.ts/within.ts': leaking });
    assert.equal((await same(ws)).found[0], 'a.ts/within.ts openai-project-key');
  });

  it('reads what is not merged', async () => {
    const ws = repositories.make({ 'a.ts': quiet, 'b.ts': quiet });
    ws.git('checkout', '-qb', 'theirs');
    commit(ws, { 'a.ts': leaking });
    ws.git('checkout', '-q', 'main');
    commit(ws, { 'a.ts': `// ${quiet}` });
    await cached(ws);
    assert.throws(() => ws.git('merge', 'theirs'));
    for (const _ of ['first', 'second']) {
      const { found, opened } = await same(ws);
      assert.deepEqual([found, opened.includes('b.ts')], [['a.ts openai-project-key'], false]);
    }
    ws.write({ 'a.ts': quiet });
    await cached(ws);
    assert.ok((await same(ws)).opened.includes('a.ts'));
  });

  it('audits folders, each with what is known of it; forgets what git tracks no more', async () => {
    const ws = repositories.make({ 'a/one.ts': quiet, 'b/two.ts': quiet, 'b/three.ts': quiet });
    await cached(ws);
    assert.ok(!(await same(ws, 'a')).opened.includes('a/one.ts'));
    ws.write({ 'a/one.ts': `// ${quiet}` });
    ws.git('add', '.');
    assert.ok((await same(ws, 'a')).opened.includes('a/one.ts'));
    const { opened } = await same(ws, 'b', 'a');
    assert.deepEqual(
      opened.filter((file) => /^[ab]\//.test(file)),
      [],
    );
    ws.git('rm', '-q', '--cached', 'b/two.ts');
    await same(ws, 'a');
    assert.doesNotMatch(readFileSync(cacheOf(ws), 'utf8'), /two\.ts/);
    assert.match(readFileSync(cacheOf(ws), 'utf8'), /three\.ts/);
  });

  /** Each leaves a cache that is not to be believed. */
  const breaks: Readonly<Record<string, (file: string) => void>> = {
    empty: (file) => writeFileSync(file, ''),
    truncated: (file) => writeFileSync(file, readFileSync(file).subarray(0, -20)),
    longer: (file) => appendFileSync(file, 'b.ts\0'),
    'of other bytes': (file) => {
      const bytes = readFileSync(file);
      bytes[70] = (bytes[70] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    'of something else': (file) => writeFileSync(file, Buffer.alloc(5000, 0xff)),
    'a link to a good one': (file) => {
      renameSync(file, `${file}-elsewhere`);
      symlinkSync(`${file}-elsewhere`, file);
    },
    'for others to write': (file) => chmodSync(file, 0o666),
    "another user's": (file) => chownSync(file, 4711, 4711),
  };
  it('believes no cache that is broken, a link or not of this user alone, and makes it anew', async () => {
    const ws = repositories.make({ 'a.ts': quiet });
    await cached(ws);
    for (const [title, breakIt] of Object.entries(breaks)) {
      if (process.platform === 'win32' && /link|others/.test(title)) continue; // has neither
      if (process.getuid?.() !== 0 && /user/.test(title)) continue; // only root gives a file away
      breakIt(cacheOf(ws));
      assert.ok((await cached(ws)).opened.includes('a.ts'), title);
      assert.ok(!(await cached(ws)).opened.includes('a.ts'), title);
    }
  });

  it('believes none of another Keystow', async () => {
    const ws = repositories.make({ 'a.ts': quiet });
    const other = repositories.folder();
    cpSync(path.join(root, 'dist'), other.path('dist'), { recursive: true });
    appendFileSync(other.path('dist/start.js'), '// newer\n');
    await cached(ws);
    const before = readFileSync(cacheOf(ws));
    const { execFileSync } = await import('node:child_process');
    execFileSync(process.execPath, [other.path('dist/cli.js'), 'audit', '--cache'], { cwd: ws.dir });
    assert.notDeepEqual(readFileSync(cacheOf(ws)), before);
    assert.ok((await same(ws)).opened.includes('a.ts'));
  });

  it('reads none that the project brings, and none of another folder', async () => {
    const ws = repositories.make({ 'a.ts': quiet });
    await cached(ws);
    for (const place of [cacheName, `.git-${cacheName}`]) copyFileSync(cacheOf(ws), ws.path(place));
    ws.git('add', '-f', '.');
    rmSync(cacheOf(ws));
    assert.ok((await same(ws)).opened.includes('a.ts'));
    const copy = repositories.folder();
    cpSync(ws.dir, copy.dir, { recursive: true, preserveTimestamps: true });
    assert.ok(existsSync(cacheOf(copy)));
    assert.ok((await same(copy)).opened.includes('a.ts'), 'its files are others');
  });

  it('says that it could not be written, which changes nothing else', async () => {
    const ws = repositories.make({ 'a.ts': quiet });
    mkdirSync(`${cacheOf(ws)}/in the way`, { recursive: true });
    const { code, err } = await cached(ws);
    assert.deepEqual([code, err], [0, 'keystow: the cache could not be written\n']);
    assert.deepEqual(leftIn(ws), [cacheName]);
  });

  it('does without where there is no repository, or no git', async () => {
    const plain = repositories.folder({ 'a.ts': quiet, 'key.ts': leaking });
    const inRepository = repositories.make({ 'a.ts': quiet, 'key.ts': leaking });
    for (const [ws, env] of [
      [plain, {}],
      [inRepository, { PATH: '/nonexistent' }],
    ] as const) {
      for (const _ of ['first', 'second']) {
        const [with_, without] = await Promise.all(
          [['--cache'], []].map((more) => keystow(ws.dir, ['audit', ...more], { env })),
        );
        assert.deepEqual(with_, without);
        assert.equal(with_?.code, 1);
      }
      assert.ok(!existsSync(cacheOf(ws)));
    }
  });

  it('has one for each work tree, also where ids are of SHA-256', async () => {
    const ws = repositories.folder({ 'a.ts': quiet });
    ws.git('init', '-q', '--object-format=sha256');
    ws.git('add', '.');
    ws.git('commit', '-qm', 'first');
    ws.git('worktree', 'add', '-q', 'tree');
    await cached(ws, 'tree');
    assert.ok(existsSync(ws.path(`.git/worktrees/tree/${cacheName}`)));
    assert.ok(!existsSync(cacheOf(ws)));
    assert.ok(!(await same(ws, 'tree')).opened.includes('tree/a.ts'));
  });

  it('stands several audits at once', async () => {
    const files = Array.from({ length: 300 }, (_, at) => [`d${at % 7}/${at}.ts`, quiet] as const);
    const ws = repositories.make(Object.fromEntries([...files, ['key.ts', leaking]]));
    const runs = await Promise.all([1, 2, 3, 4].map(() => keystow(ws.dir, ['audit', '--cache'])));
    for (const run of runs) assert.deepEqual(run, runs[0]);
    assert.equal(runs[0]?.err, '');
    assert.deepEqual(leftIn(ws), [cacheName]);
    assert.deepEqual(
      (await same(ws)).opened.filter((file) => /^d\d/.test(file)),
      [],
    );
  });

  it('is refused beside what reads no files', async () => {
    const ws = repositories.make();
    for (const source of ['--stdin', '--staged', '--range=HEAD', '--pre-push', '--history']) {
      const { code, out, err } = await keystow(ws.dir, ['audit', '--cache', source]);
      const named = source.replace('=HEAD', '');
      assert.deepEqual([code, out, err], [2, '', `keystow: ${named} and --cache contradict each other\n`]);
    }
  });
});
