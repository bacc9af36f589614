import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readFileAt } from '../../src/platform/files.node';
import { madeKey, secretParts } from '../support/keys';
import { root } from '../support/sources';
import { interrupted, keystow, TempFolder } from '../support/temp';

interface Report {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly findings: readonly Record<string, unknown>[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly stats: { readonly files: number; readonly bytes: number; readonly durationMs: number };
}
const report = (out: string): Report => JSON.parse(out) as Report;
const brief = (out: string): readonly string[] =>
  report(out).findings.map(
    ({ file, startLine, startColumn, rule }) => `${file}:${startLine}:${startColumn} ${rule}`,
  );

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

describe('keystow audit', () => {
  const folders: TempFolder[] = [];
  const folder = (files: Record<string, string | Uint8Array>, repository = true): TempFolder => {
    const made = new TempFolder(files);
    folders.push(made);
    if (repository) made.git('init', '-q');
    return made;
  };
  after(() => {
    for (const made of folders) made.remove();
  });

  it('reports in the form of the contract', async () => {
    const ws = folder({ 'src/a.ts': `const k = "${openai}";\n`, 'b.py': 'x = 1\n' });
    ws.git('add', '.');
    const { code, out, err } = await keystow(ws.dir, ['audit', '--format', 'json']);
    assert.equal(code, 1);
    assert.equal(err, '');
    const { stats, ...rest } = report(out);
    const { fingerprint, ...finding } = rest.findings[0] ?? {};
    assert.match(String(fingerprint), /^[0-9a-f]{32}$/);
    assert.deepEqual(finding, {
      rule: 'openai-project-key',
      category: 'key',
      provider: 'openai',
      severity: 'error',
      file: 'src/a.ts',
      startLine: 1,
      startColumn: 12,
      endLine: 1,
      endColumn: 12 + openai.length,
      preview: 'sk-proj-…',
      message: 'OpenAI project key in a file git tracks. Move it to .env.',
      fixes: ['move-to-env'],
    });
    assert.deepEqual(
      { ...rest, findings: [] },
      { version: 1, tool: { name: 'keystow', version: '0.1.0' }, findings: [], skipped: [] },
    );
    assert.equal(stats.files, 2);
    const again = await keystow(ws.dir, ['audit', '--format', 'json']);
    assert.equal(
      again.out.replace(/"durationMs": \d+/, ''),
      out.replace(/"durationMs": \d+/, ''),
      'the same input gives the same bytes',
    );
  });

  it('finds a clean tree clean, and says so in one line', async () => {
    const ws = folder({
      'a.ts': 'process.loadEnvFile();\nconst k = process.env.X;\n',
      '.gitignore': '.env\n',
      '.env': `X=${openai}\n`,
    });
    const { code, out } = await keystow(ws.dir, ['audit']);
    assert.deepEqual([code, out], [0, 'No problems in 2 files.\n']);
  });

  it('judges env files as git does', async () => {
    const cases: readonly (readonly [
      title: string,
      files: Record<string, string>,
      track: readonly string[],
      expected: readonly string[],
    ])[] = [
      ['not ignored', { '.env': 'A=1\n' }, [], ['.env:1:1 env-not-ignored']],
      ['nested, ignored by the root', { 'a/b/.env': 'A=1\n', '.gitignore': '.env\n' }, [], []],
      [
        '/.env ignores the root only',
        { '.env': 'A=1\n', 'a/.env': 'A=1\n', '.gitignore': '/.env\n' },
        [],
        ['a/.env:1:1 env-not-ignored'],
      ],
      [
        'negation takes it back',
        { '.env': 'A=1\n', '.gitignore': '.env\n!.env\n' },
        [],
        ['.env:1:1 env-not-ignored'],
      ],
      [
        'a nested file takes it back',
        { 'a/.env': 'A=1\n', '.gitignore': '.env\n', 'a/.gitignore': '!.env\n' },
        [],
        ['a/.env:1:1 env-not-ignored'],
      ],
      [
        'a comment behind the pattern',
        { '.env': 'A=1\n', '.gitignore': '.env # mine\n' },
        [],
        ['.env:1:1 env-not-ignored', '.gitignore:1:1 env-not-ignored'],
      ],
      [
        '.env.local only',
        { '.env': 'A=1\n', '.gitignore': '.env.local\n' },
        [],
        ['.env:1:1 env-not-ignored'],
      ],
      [
        '.env* and a template',
        { '.env.local': 'A=1\n', '.env.example': 'A=\n', '.gitignore': '.env*\n!.env.example\n' },
        [],
        [],
      ],
      ['.git/info/exclude', { '.env': 'A=1\n', '.git/info/exclude': '.env\n' }, [], []],
      [
        'ignored and tracked',
        { '.env': 'A=1\n', '.gitignore': '.env\n' },
        ['.env'],
        ['.env:1:1 env-tracked'],
      ],
      [
        'tracked by design',
        { '.env': 'APP_ENV=dev\n', 'composer.json': '{"require":{"symfony/runtime":"*"}}' },
        ['.env'],
        ['.env:1:1 env-tracked'],
      ],
      ['no values yet', { '.env': 'A=\nB=your-key\n' }, [], ['.env:2:3 env-placeholder']],
      [
        'read, and no entry yet',
        { 'a.py': 'import os\nos.environ["A"]\n' },
        [],
        ['a.py:2:1 env-not-ignored'],
      ],
      [
        'read in a package whose own ignore file has the entry',
        {
          'apps/web/package.json': '{}',
          'apps/web/a.js': 'f(process.env.A)\n',
          'apps/web/.gitignore': '.env\n',
        },
        [],
        [],
      ],
      [
        'read in a package that /.env does not cover',
        { 'apps/web/package.json': '{}', 'apps/web/a.js': 'f(process.env.A)\n', '.gitignore': '/.env\n' },
        [],
        ['.gitignore:1:1 env-not-ignored'],
      ],
      [
        'read, and an ignore file without entry',
        { 'a.py': 'import os\nos.environ["A"]\n', '.gitignore': 'x\n' },
        [],
        ['.gitignore:1:1 env-not-ignored'],
      ],
    ];
    for (const [title, files, track, expected] of cases) {
      const ws = folder({});
      ws.write(files);
      if (track.length > 0) ws.git('add', '-f', ...track);
      const { out } = await keystow(ws.dir, ['audit', '--format', 'json']);
      assert.deepEqual(brief(out), expected, title);
      if (title === 'tracked by design') assert.equal(report(out).findings[0]?.severity, 'info');
    }
  });

  it('respects global excludes, and is silent outside git', async () => {
    const ws = folder({ '.env': 'A=1\n', '.gitconfig': '[core]\n\texcludesFile = ~/mine\n', mine: '.env\n' });
    assert.deepEqual(brief((await keystow(ws.dir, ['audit', '--format', 'json'])).out), []);
    const plain = folder({ '.env': `A=${openai}\n`, 'a.js': 'process.env.B\n' }, false);
    assert.deepEqual(brief((await keystow(plain.dir, ['audit', '--format', 'json'])).out), []);
  });

  it('walks where there is no git, honouring ignore files', async () => {
    const files = {
      'a.ts': `"${openai}"`,
      'out/b.ts': `"${openai}"`,
      'sub/.gitignore': 'c.ts\n',
      'sub/c.ts': `"${openai}"`,
      'sub/d.ts': `"${anthropic}"`,
      '.gitignore': 'out/\n',
      'node_modules/x/e.js': `"${openai}"`,
    };
    const ws = folder(files, false);
    const { out } = await keystow(ws.dir, ['audit', '--format', 'json']);
    assert.deepEqual(brief(out), ['a.ts:1:2 openai-project-key', 'sub/d.ts:1:2 anthropic-api-key']);
    assert.deepEqual(report(out).skipped, [{ file: 'node_modules/x/e.js', reason: 'excluded' }]);
    const all = await keystow(ws.dir, ['audit', '--format', 'json', '--no-gitignore']);
    assert.deepEqual(brief(all.out), [
      'a.ts:1:2 openai-project-key',
      'out/b.ts:1:2 openai-project-key',
      'sub/c.ts:1:2 openai-project-key',
      'sub/d.ts:1:2 anthropic-api-key',
    ]);
    // the same with a repository and no git to be found
    ws.git('init', '-q');
    const without = await keystow(ws.dir, ['audit', '--format', 'json'], { env: { PATH: '/nonexistent' } });
    assert.deepEqual(brief(without.out), ['a.ts:1:2 openai-project-key', 'sub/d.ts:1:2 anthropic-api-key']);
  });

  it('takes files and folders, names them from the current folder, and scans what it is given by name', async () => {
    const ws = folder({
      'a/one.ts': `"${openai}"`,
      'b/two.ts': `"${openai}"`,
      'c/three.ts': `"${openai}"`,
      '.gitignore': 'c/\n',
    });
    assert.deepEqual(
      brief((await keystow(ws.path('a'), ['audit', '--format', 'json', '.', '../c/three.ts'])).out),
      ['../c/three.ts:1:2 openai-project-key', 'one.ts:1:2 openai-project-key'],
    );
    assert.deepEqual(brief((await keystow(ws.dir, ['audit', '--format', 'json', 'b'])).out), [
      'b/two.ts:1:2 openai-project-key',
    ]);
    const missing = await keystow(ws.dir, ['audit', 'nowhere']);
    assert.deepEqual(
      [missing.code, missing.out, missing.err],
      [2, '', 'keystow: nowhere: no such file or folder\n'],
    );
  });

  it('fails from the level that is asked for', async () => {
    const ws = folder({ 'a.py': 'import os\nos.environ["A"]\n' });
    assert.equal((await keystow(ws.dir, ['audit'])).code, 0);
    assert.equal((await keystow(ws.dir, ['audit', '--severity', 'warning'])).code, 1);
  });

  it('reads one document from standard input', async () => {
    const ws = folder({});
    const run = await keystow(
      ws.dir,
      ['audit', '--stdin', '--stdin-filename', 'src/new.py', '--format', 'json'],
      { input: `\nK = "${openai}"\n` },
    );
    assert.equal(run.code, 1);
    assert.deepEqual(brief(run.out), ['src/new.py:2:6 openai-project-key']);
    assert.equal((await keystow(ws.dir, ['audit', '--stdin'])).code, 2);
    assert.equal(
      (
        await keystow(ws.dir, ['audit', '--stdin', '--stdin-filename', 'a'], {
          input: Uint8Array.from([0, 1]),
        })
      ).code,
      2,
    );
  });

  it('writes a report to a file', async () => {
    const ws = folder({ 'a.ts': `"${openai}"` });
    const run = await keystow(ws.dir, ['audit', '--output', 'report.txt']);
    assert.deepEqual([run.code, run.out], [1, '']);
    assert.equal((await keystow(ws.dir, ['audit', '--output', 'no/such/report.txt'])).code, 2);
  });

  it('answers wrong use with exit code 2 and one line', async () => {
    const ws = folder({});
    for (const args of [
      ['audit', '--format', 'xml'],
      ['audit', '--severity', 'high'],
      ['audit', '--nope'],
      ['frobnicate'],
      ['__proto__'],
      ['rules', '--format', 'xml'],
    ]) {
      const { code, out, err } = await keystow(ws.dir, args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /^keystow: [^\n]+\n$/, args.join(' '));
    }
  });

  it('scans what it can of bad input and names the rest', async () => {
    const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      return bigEndian ? bytes.swap16() : bytes;
    };
    const ws = folder({
      'bom.ts': `\uFEFFconst k = "${openai}";\r\n`,
      'crlf.ts': `const a = 1;\r\nconst k = "${openai}";\r\n`,
      'latin1.ts': Buffer.concat([Buffer.from([0xe9, 0x0a]), Buffer.from(`k = "${openai}"`)]),
      'utf16le.ts': utf16(`const k = "${openai}";`, false),
      'utf16be.ts': utf16(`const k = "${openai}";`, true),
      'binary.bin': Uint8Array.from([0, 1, 2, 3]),
      'huge.txt': `${'x'.repeat(6 * 1024 * 1024)}${openai}`,
      'broken.ts': `const k = { "${openai}`,
      'empty.ts': '',
      'name\nwith newline.ts': `"${openai}"`,
    });
    symlinkSync('/etc/hostname', ws.path('outside.txt'));
    symlinkSync('nowhere', ws.path('dangling.txt'));
    symlinkSync('.', ws.path('loop'));
    const { code, out, err } = await keystow(ws.dir, ['audit', '--format', 'json']);
    assert.equal(code, 1, err);
    assert.deepEqual(brief(out), [
      'bom.ts:1:12 openai-project-key',
      'broken.ts:1:14 openai-project-key',
      'crlf.ts:2:12 openai-project-key',
      'latin1.ts:2:6 openai-project-key',
      'name\nwith newline.ts:1:2 openai-project-key',
      'utf16be.ts:1:12 openai-project-key',
      'utf16le.ts:1:12 openai-project-key',
    ]);
    assert.deepEqual(report(out).skipped, [
      { file: 'binary.bin', reason: 'binary' },
      { file: 'dangling.txt', reason: 'symbolic link' },
      { file: 'huge.txt', reason: 'too large' },
      { file: 'loop', reason: 'symbolic link' },
      { file: 'outside.txt', reason: 'symbolic link' },
    ]);
    const text = await keystow(ws.dir, ['audit']);
    assert.equal(text.out.split('\n').length, 10, 'a newline in a name does not break a line');
  });

  it('lists what is too large, and what is UTF-16 without a mark, with the reason', async () => {
    const ws = folder({
      'small.ts': `const k = "${openai}";\n`,
      'bare16.ts': Buffer.from(`const k = "${openai}";\n`, 'utf16le'),
      'nul.ts': `const a = 1;\u0000const k = "${openai}";\n`,
      'new\nline.ts': `const k = "${openai}";\n`,
    });
    const huge = path.join(ws.dir, 'huge.log');
    writeFileSync(huge, '');
    truncateSync(huge, 100 * 1024 * 1024); // sparse: no disk is filled
    const { code, out } = await keystow(ws.dir, ['audit', '--format', 'json']);
    assert.equal(code, 1);
    const { findings, skipped } = JSON.parse(out) as Report;
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['new\nline.ts', 'small.ts'],
    );
    assert.deepEqual(skipped, [
      { file: 'bare16.ts', reason: 'binary' },
      { file: 'huge.log', reason: 'too large' },
      { file: 'nul.ts', reason: 'binary' },
    ]);
  });

  it('reads a file that grows meanwhile up to where it was', async () => {
    const ws = folder({ 'grows.log': 'x'.repeat(8 * 1024 * 1024) });
    const file = path.join(ws.dir, 'grows.log');
    let more = true;
    const grow = (): void => {
      if (!more) return;
      appendFileSync(file, 'y'.repeat(4096));
      setImmediate(grow);
    };
    const reading = readFileAt(file);
    grow();
    const read = await reading;
    more = false;
    assert.ok(read.kind === 'text');
    assert.ok(read.bytes >= 8 * 1024 * 1024);
    assert.ok(read.bytes < statSync(file).size, 'what came later is left');
  });

  it('says what could not be read, with exit code 2', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip(); // root reads everything
    const ws = folder({ 'a.ts': 'x', 'b.ts': `"${openai}"` });
    chmodSync(ws.path('a.ts'), 0);
    const { code, err } = await keystow(ws.dir, ['audit']);
    assert.equal(code, 2);
    assert.equal(err, 'keystow: a.ts: unreadable\n');
  });

  it('stops within a second on Ctrl+C, with 130', async function () {
    if (process.platform === 'win32') this.skip(); // no signal there that a test can send
    // With a rule of its own a project's files are all read as text, which takes its time.
    const rule = { id: 'acme-api-key', title: 'Acme API key', prefix: 'acme_', envName: 'ACME_KEY' };
    const ws = folder({ '.keystow.json': JSON.stringify({ rules: [rule] }) }, false);
    for (let i = 0; i < 400; i++) {
      mkdirSync(ws.path(`d${i}`));
      ws.write({ [`d${i}/a.txt`]: `${'word '.repeat(50_000)}\n` });
    }
    assert.equal(await interrupted(ws.dir, ['audit']), 130);
  });

  it('finds a key in an env file of an unusual name, which no ignore entry covers', async () => {
    for (const name of ['config.env.production', '.env.my app', '.env.@foo']) {
      const ws = folder({ [name]: `A=${openai}\n` });
      const { code, out } = await keystow(ws.dir, ['audit', '--format', 'json']);
      assert.equal(code, 1, name);
      assert.deepEqual(brief(out), [`${name}:1:3 openai-project-key`]);
    }
  });

  it('repeats no key that was typed by a slip', async () => {
    const ws = folder({});
    for (const args of [['audit', openai], [openai], ['fix', openai]]) {
      const { code, err } = await keystow(ws.dir, args);
      assert.equal(code, 2);
      for (const part of secretParts(openai)) assert.ok(!err.includes(part));
    }
  });

  it('finds what the rules of the policy tell, and says what is wrong with them', async () => {
    const own = `acme_${madeKey('mistral-api-key')}`;
    const policy = {
      rules: [{ id: 'acme-api-key', title: 'Acme API key', prefix: 'acme_', envName: 'ACME_KEY' }],
    };
    const ws = folder({ 'a.ts': `const k = "${own}";\n`, '.keystow.json': JSON.stringify(policy) });
    const { code, out } = await keystow(ws.dir, ['audit', '--format', 'json']);
    assert.deepEqual([code, brief(out)], [1, ['a.ts:1:12 acme-api-key']]);
    for (const part of secretParts(own.slice(5))) assert.ok(!out.includes(part));
    assert.equal((await keystow(ws.dir, ['audit', '--no-config'])).code, 0);
    const explained = await keystow(ws.dir, ['rules', '--explain', 'a.ts:1']);
    assert.match(
      explained.out,
      /acme-api-key\n {2}it begins with acme_, as a rule of this project's policy says/,
    );

    const plan = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(plan.code, 0, plan.err);
    assert.match(readFileSync(path.join(ws.dir, 'a.ts'), 'utf8'), /process\.env\.ACME_KEY/);
    assert.match(readFileSync(path.join(ws.dir, '.env'), 'utf8'), /^ACME_KEY=acme_/);

    const broken = folder({ 'a.ts': `const k = "${openai}";\n`, '.keystow.json': '{\n  "rules": [ }\n' });
    const result = await keystow(broken.dir, ['audit', '--format', 'json']);
    assert.equal(result.code, 2);
    assert.match(result.err, /^keystow: \.keystow\.json:2:\d+: not JSON/);
    assert.deepEqual(brief(result.out), ['a.ts:1:12 openai-project-key']);
    for (const args of [
      ['--config', 'nowhere.json'],
      ['--config', 'a.ts', '--no-config'],
    ])
      assert.equal((await keystow(broken.dir, ['audit', ...args])).code, 2);
  });

  it('explains a key without showing it', async () => {
    const mistral = madeKey('mistral-api-key');
    const ws = folder({
      'a.py': `import x\nMISTRAL_API_KEY = "${mistral}"\nk = "${openai.slice(0, 40)}" + "${openai.slice(40)}"\n`,
    });
    const first = await keystow(ws.dir, ['rules', '--explain', 'a.py:2']);
    assert.equal(
      first.out,
      'a.py:2:20-52  Mistral AI API key  mistral-api-key\n  it has the shape of a Mistral AI API key\n  Mistral AI is named in its name\n  its name is that of a secret\n  in a literal at columns 19-53\n',
    );
    const second = await keystow(ws.dir, ['rules', '--explain', 'a.py:3']);
    assert.match(
      second.out,
      /openai-project-key\n {2}it is put together from several literals\n {2}it begins with sk-proj-\n/,
    );
    for (const part of [mistral, openai].flatMap(secretParts))
      assert.ok(!`${first.out}${second.out}`.includes(part));
    const none = await keystow(ws.dir, ['rules', '--explain', 'a.py:1']);
    assert.deepEqual([none.code, none.out], [1, 'No key on this line.\n']);
    for (const bad of ['a.py', 'nowhere.py:1', 'a.py:x'])
      assert.equal((await keystow(ws.dir, ['rules', '--explain', bad])).code, 2);
  });

  it('finds nothing in its own repository', async () => {
    const { code, out } = await keystow(root, ['audit', '--severity', 'info', '--format', 'json']);
    assert.deepEqual(brief(out), []);
    assert.equal(code, 0);
  });

  it('runs from a copy of dist alone', async () => {
    const { cpSync } = await import('node:fs');
    const ws = folder({ 'a.ts': `"${openai}"` });
    cpSync(path.join(root, 'dist'), ws.path('copy'), { recursive: true });
    const { execFileSync } = await import('node:child_process');
    assert.match(
      execFileSync(process.execPath, [ws.path('copy/cli.js'), '--version'], { encoding: 'utf8' }),
      /^0\.1\.0\n$/,
    );
    assert.throws(
      () =>
        execFileSync(process.execPath, [ws.path('copy/cli.js'), 'audit', 'a.ts'], {
          cwd: ws.dir,
          stdio: 'ignore',
        }),
      { status: 1 },
    );
  });
});
