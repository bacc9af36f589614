import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { madeKey, secretParts } from '../support/keys';
import { keystow, TempFolder } from '../support/temp';

const openai = madeKey('openai-project-key');
const anthropic = madeKey('anthropic-api-key');

describe('keystow fix', () => {
  const folders: TempFolder[] = [];
  // direnv loads .env: what loads it elsewhere is not the matter here.
  const folder = (files: Record<string, string | Uint8Array>): TempFolder => {
    const made = new TempFolder({ '.envrc': 'dotenv\n', ...files });
    folders.push(made);
    made.git('init', '-q');
    return made;
  };
  const read = (ws: TempFolder, file: string): string => readFileSync(ws.path(file), 'utf8');
  after(() => {
    for (const made of folders) made.remove();
  });

  it('prints the plan and writes nothing', async () => {
    const ws = folder({ 'a.ts': `const k = "${openai}";\n` });
    const { code, out } = await keystow(ws.dir, ['fix']);
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        '.gitignore: ignore .env',
        '  --- /dev/null',
        '  +++ b/.gitignore',
        '  @@ -0,0 +1,1 @@',
        '  +.env',
        '.env: store OPENAI_API_KEY',
        '  --- /dev/null',
        '  +++ b/.env',
        '  @@ -0,0 +1,1 @@',
        '  +OPENAI_API_KEY=…',
        '.env.example: name OPENAI_API_KEY',
        '  --- /dev/null',
        '  +++ b/.env.example',
        '  @@ -0,0 +1,1 @@',
        '  +OPENAI_API_KEY=',
        'a.ts: read OPENAI_API_KEY from the environment',
        '  --- a/a.ts',
        '  +++ b/a.ts',
        '  @@ -1,1 +1,1 @@',
        '  -const k = "sk-proj-…";',
        '  +const k = process.env.OPENAI_API_KEY;',
        'Nothing is written yet. Add --write to carry this out.',
        '',
      ].join('\n'),
    );
    assert.equal(read(ws, 'a.ts'), `const k = "${openai}";\n`);
    assert.ok(!existsSync(ws.path('.env')));
  });

  it('says of which file not all was read', async () => {
    const ws = folder({ 'a.ts': `x = ${'"a" + '.repeat(60_001)}"a";\n`, 'b.ts': 'f(1);\n' });
    const { code, out } = await keystow(ws.dir, ['fix']);
    assert.equal(code, 1);
    assert.match(out, /^left: a\.ts {2}read in part$/m);
    assert.doesNotMatch(out, /b\.ts/);
  });

  it('prints lines that end as on Windows without a trace of that', async () => {
    const ws = folder({
      '.gitignore': '.env\r\n',
      '.env': 'A=1\r\n',
      'a.py': `import os\r\nK = "${openai}"  # mine\r\n`,
    });
    const { out } = await keystow(ws.dir, ['fix']);
    assert.match(out, /^ {2}-K = "sk-proj-…" {2}# mine$/m);
    assert.match(out, /^ {2}\+K = os\.environ\["OPENAI_API_KEY"\] {2}# mine$/m);
  });

  it('carries it out: the next audit is clean, git ignores .env, a second fix changes nothing', async () => {
    const ws = folder({
      'src/a.ts': `const k = "${openai}";\n`,
      'src/b.ts': `const k = "${openai}", c = '${anthropic}';\n`,
      'w.py': `K = "${anthropic}"\n`,
    });
    const { code, err } = await keystow(ws.dir, ['fix', '--write']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(read(ws, '.env'), `OPENAI_API_KEY=${openai}\nANTHROPIC_API_KEY=${anthropic}\n`);
    assert.equal(read(ws, 'src/a.ts'), 'const k = process.env.OPENAI_API_KEY;\n');
    assert.equal(
      read(ws, 'src/b.ts'),
      'const k = process.env.OPENAI_API_KEY, c = process.env.ANTHROPIC_API_KEY;\n',
    );
    assert.equal(read(ws, 'w.py'), 'import os\n\nK = os.environ["ANTHROPIC_API_KEY"]\n');
    if (process.platform !== 'win32') assert.equal(statSync(ws.path('.env')).mode & 0o777, 0o600);
    assert.ok(!ws.git('status', '--porcelain').includes(' .env\n'));
    assert.equal((await keystow(ws.dir, ['audit', '--severity', 'info'])).code, 0);
    const again = await keystow(ws.dir, ['fix', '--write']);
    assert.deepEqual([again.code, again.out], [0, 'Nothing to fix.\n']);
  });

  it('leaves what it cannot move, with the place and the reason, and exit code 1', async () => {
    const ws = folder({
      'a.tsx': `const k = "${openai}";\n`,
      'b.ts': `const k = f(/* ${openai} */), c = "${anthropic}";\n`,
    });
    const { code, out } = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(code, 1);
    assert.match(out, /^left: a\.tsx:1:12 {2}This code runs in the browser/m);
    assert.match(out, /^left: b\.ts:1:16 {2}The key is in a comment/m);
    assert.equal(read(ws, 'b.ts'), `const k = f(/* ${openai} */), c = process.env.ANTHROPIC_API_KEY;\n`);
  });

  it('tells of each key that it leaves its own reason, also where it leaves all', async () => {
    const ws = folder({ 'b.ts': `const k = f(/* ${openai} */);\nconst m = { '${anthropic}': 1 };\n` });
    const { out } = await keystow(ws.dir, ['fix', '--write']);
    assert.match(out, /^left: b\.ts:1:16 {2}The key is in a comment/m);
    assert.match(out, /^left: b\.ts:2:14 {2}The key is a property name/m);
  });

  it('keeps bytes: CRLF, BOM, UTF-16, Latin-1', async () => {
    const latin1 = Buffer.concat([
      Buffer.from([0x22, 0xe9, 0x22, 0x0d, 0x0a]),
      Buffer.from(`k = "${openai}"\r\n`),
    ]);
    const ws = folder({
      'bom.js': `\uFEFFk = "${openai}"\r\n`,
      'utf16.js': Buffer.from(`\uFEFFk = "${openai}"\r\n`, 'utf16le'),
      'latin1.js': latin1,
      '.env': 'A=1\r\nB=2',
      '.gitignore': '.env\n',
    });
    assert.equal((await keystow(ws.dir, ['fix', '--write'])).code, 0);
    assert.equal(read(ws, 'bom.js'), '\uFEFFk = process.env.OPENAI_API_KEY\r\n');
    assert.equal(
      readFileSync(ws.path('utf16.js')).toString('utf16le'),
      '\uFEFFk = process.env.OPENAI_API_KEY\r\n',
    );
    assert.equal(
      readFileSync(ws.path('latin1.js')).toString('latin1'),
      '"é"\r\nk = process.env.OPENAI_API_KEY\r\n',
    );
    assert.equal(read(ws, '.env'), `A=1\r\nB=2\r\nOPENAI_API_KEY=${openai}\r\n`);
  });

  it('changes nothing where a part fails', async () => {
    const text = `const k = "${openai}";\n`;
    const cases: readonly (readonly [
      title: string,
      prepare: (ws: TempFolder) => void,
      reason: RegExp,
      code: number,
    ])[] = [
      ['a read-only source', (ws) => chmodSync(ws.path('a.ts'), 0o444), /a\.ts is read-only/, 1],
      [
        'a read-only .env',
        (ws) => {
          ws.write({ '.env': 'A=\n' });
          chmodSync(ws.path('.env'), 0o444);
        },
        /\.env is read-only/,
        1,
      ],
      [
        'a .env that is a link out of the workspace',
        (ws) => {
          ws.write({ 'real/x': '' });
          symlinkSync('/etc/hostname', ws.path('.env'));
        },
        /symbolic link/,
        1,
      ],
      ['a .env that is a folder', (ws) => ws.write({ '.env/x': '' }), /not a file/, 1],
      [
        'a tracked .env',
        (ws) => {
          ws.write({ '.env': 'A=1\n' });
          ws.git('add', '-f', '.env');
        },
        /tracked by git/,
        1,
      ],
    ];
    for (const [title, prepare, reason, exit] of cases) {
      const ws = folder({ 'a.ts': text });
      prepare(ws);
      const before =
        existsSync(ws.path('.env')) && statSync(ws.path('.env')).isFile() ? read(ws, '.env') : undefined;
      const { code, out, err } = await keystow(ws.dir, ['fix', '--write']);
      assert.match(out + err, reason, title);
      assert.equal(code, exit, title);
      assert.equal(read(ws, 'a.ts'), text, title);
      assert.ok(!existsSync(ws.path('.env.example')) && !existsSync(ws.path('.gitignore')), title);
      if (before !== undefined) assert.equal(read(ws, '.env'), before, title);
    }
  });

  it('mends what concerns env files, and leaves what only a person can do', async () => {
    const ws = folder({ '.env': 'A=1\n', 'sub/.env': 'B=2\n' });
    ws.git('add', '-f', 'sub/.env');
    const { code, out } = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(code, 1);
    assert.equal(read(ws, '.gitignore'), '.env\n');
    assert.match(out, /^left: sub\/\.env:1:1 {2}\.env is tracked by git/m);
    const inline = folder({ '.gitignore': '.env # mine\n' });
    assert.equal((await keystow(inline.dir, ['fix', '--write'])).code, 0);
    assert.equal(read(inline, '.gitignore'), '# mine\n.env\n');
  });

  it('mends every line of an ignore file', async () => {
    for (const [before, after] of [
      ['.env  # c\n.env.local # d \n', '# c\n.env\n# d\n.env.local\n'],
      ['.env # c\r\n.env.local # d\r\n', '# c\r\n.env\r\n# d\r\n.env.local\r\n'],
      ['.env  # c\n.env.local # d', '# c\n.env\n# d\n.env.local'],
    ] as const) {
      const ws = folder({ '.gitignore': before });
      assert.equal((await keystow(ws.dir, ['fix', '--write'])).code, 0);
      assert.equal(read(ws, '.gitignore').replace(/ +(?=\r?\n|$)/g, ''), after);
    }
  });

  it('puts no key beside a repository that git refuses to read', async () => {
    const ws = folder({ 'a.ts': `const k = "${openai}";\n`, '.env': 'A=1\n' });
    ws.git('add', '.');
    ws.write({ '.git/config': 'broken [\n' });
    const { code, out } = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(code, 1);
    assert.match(out, /Git could not say whether \.env is tracked/);
    assert.equal(read(ws, '.env'), 'A=1\n');
  });

  it('goes through a linked folder to the repository it lies in', async function () {
    if (process.platform === 'win32') this.skip();
    const other = folder({ 'sub/a.js': `const k = "${openai}";\n`, 'sub/package.json': '{}' });
    const ws = folder({});
    symlinkSync(other.path('sub'), ws.path('link'));
    assert.equal((await keystow(ws.dir, ['fix', '--write', 'link/a.js'])).code, 0);
    assert.equal(read(other, '.gitignore'), '.env\n');
    assert.ok(!existsSync(ws.path('.gitignore')));
    assert.match(other.git('status', '--porcelain', '-uall', '--ignored'), /^!! sub\/\.env$/m);
  });

  it('moves what can be moved where another value is in the way', async () => {
    const github = madeKey('github-personal-access-token');
    const ws = folder({
      Dockerfile: `FROM a\nENV OPENAI_API_KEY=${openai}\nENV GITHUB_TOKEN=${github}\n`,
      '.env': 'OPENAI_API_KEY=some-other-k3y\n',
      '.gitignore': '.env\n',
    });
    const { code, out } = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(code, 1);
    assert.match(out, /^left: Dockerfile:2:20 {2}The env file already has another value for OPENAI_API_KEY/m);
    assert.equal(read(ws, 'Dockerfile'), `FROM a\nENV OPENAI_API_KEY=${openai}\n`);
    assert.equal(read(ws, '.env'), `OPENAI_API_KEY=some-other-k3y\nGITHUB_TOKEN=${github}\n`);
  });

  it('takes a file that is named twice once', async () => {
    const ws = folder({ 'a.js': `const k = "${openai}";\n`, 's/b.js': 'f();\n' });
    const audit = await keystow(ws.dir, ['audit', 'a.js', 's/../a.js', 's', 's/b.js']);
    assert.match(audit.out, /1 key in 2 files/);
    const { code } = await keystow(ws.dir, ['fix', '--write', 'a.js', 'a.js']);
    assert.equal(code, 0);
    assert.equal(read(ws, 'a.js'), 'const k = process.env.OPENAI_API_KEY;\n');
  });

  it('keeps .env out of an image that takes the whole folder', async () => {
    const dockerfile = `FROM node\nCOPY . .\nENV OPENAI_API_KEY=${openai}\n`;
    for (const [before, after] of [
      ['node_modules', 'node_modules\n**/.env\n**/.env.*\n!**/.env.example\n'],
      [undefined, '**/.env\n**/.env.*\n!**/.env.example\n'],
      ['.env*\n', '.env*\n'],
    ] as const) {
      const ws = folder({
        Dockerfile: dockerfile,
        ...(before === undefined ? {} : { '.dockerignore': before }),
      });
      await keystow(ws.dir, ['fix', '--write']);
      assert.equal(read(ws, '.dockerignore'), after);
    }
  });

  it('leaves a Dockerfile value that docker would read with its quotes', async () => {
    const text = 'FROM x\nENV DB_PASSWORD=hunter2!longer&x?y\n';
    const ws = folder({ Dockerfile: text });
    const { code, out } = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(code, 1);
    assert.match(
      out,
      /DB_PASSWORD needs quotes in an env file, and what reads it there takes them for a part of it/,
    );
    assert.equal(read(ws, 'Dockerfile'), text);
  });

  it('moves a Dockerfile variable and tells how to run the image', async () => {
    const ws = folder({ Dockerfile: `FROM node\nENV OPENAI_API_KEY=${openai}\nCMD node a.js\n` });
    const { out } = await keystow(ws.dir, ['fix', '--write']);
    assert.equal(read(ws, 'Dockerfile'), 'FROM node\nCMD node a.js\n');
    assert.match(out, /docker run --env-file \.env/);
  });
});

describe('what never leaves', () => {
  it('no output of any command holds a character of a key beyond its public prefix', async () => {
    const rules = [
      'openai-project-key',
      'anthropic-api-key',
      'github-personal-access-token',
      'slack-webhook-url',
      'aws-access-key-id',
      'stripe-live-secret-key',
    ];
    const keys = rules.map((rule) => madeKey(rule));
    const ws = new TempFolder({
      'a.ts': keys.map((key, index) => `const k${index} = "${key}";`).join('\n'),
      'b.py': keys.map((key, index) => `k${index} = "x ${key}"`).join('\n'),
      Dockerfile: `FROM a\n${keys.map((key, index) => `ENV K${index}=${key}`).join('\n')}\nENV DB_PASSWORD=correct-horse-9\n`,
      '.gitignore': '.env\n',
      '.env': `OPENAI_API_KEY= # old ${keys[0]}\n# ${keys[1]}\nANTHROPIC_API_KEY=\n`,
      '.env.example': keys.map((key, index) => `K${index}=${key}`).join('\n'),
    });
    try {
      ws.git('init', '-q');
      const secrets = [...keys.flatMap(secretParts), 'correct-horse', 'horse-9'];
      const shown = async (...all: (readonly string[])[]): Promise<void> => {
        for (const args of all) {
          const { out, err } = await keystow(ws.dir, args);
          for (const secret of secrets)
            assert.ok(
              !`${out}${err}`.includes(secret),
              `keystow ${args[0]} ${args[1]} shows a part of a key`,
            );
        }
      };
      const formats = ['text', 'json', 'sarif', 'markdown', 'html', 'github', 'gitlab'];
      ws.git('add', '.');
      await shown(
        ...formats.map((format) => ['audit', '--format', format]),
        ['audit', '--staged'],
        ['hook', 'run', 'pre-commit'],
        ['hook', 'status'],
        ['rules'],
        ['rules', '--explain', 'a.ts:1'],
        ['audit', '--nope'],
        ['audit', `--${keys[0]}`],
        ['accept', 'a.ts:1', '--reason', 'a sample', '--path', `${keys[0]}/**`],
        ['accept', 'a.ts:1', '--reason', `${keys[1]}`],
        ['policy', 'import', 'a.ts'],
      );
      ws.git('commit', '-qm', `with ${keys[2]}`);
      // Whoever writes a policy may paste a key anywhere in it.
      const policy = (fingerprint: string, reason: string): string =>
        JSON.stringify({
          exclude: [`${keys[0]}/**`],
          overrides: [{ path: `${keys[1]}`, severity: { 'generic-api-key': 'off' }, reason }],
          accepted: [
            { fingerprint, rule: 'openai-project-key', reason, author: keys[2], path: `${keys[3]}` },
          ],
        });
      for (const text of [
        policy('0'.repeat(32), `${keys[0]}`),
        policy(`${keys[4]}`, ''),
        `{ "${keys[5]}": [`,
      ]) {
        ws.write({ '.keystow.json': text });
        await shown(
          ['policy', 'check'],
          ['policy', 'check', 'a.ts'],
          ['audit'],
          ['hook', 'run', 'pre-commit'],
        );
      }
      await shown(['audit', '--range', 'HEAD'], ['audit', '--history'], ['fix'], ['fix', '--write']);
      await shown(...formats.map((format) => ['audit', '--history', '--format', format]), ['audit']);
    } finally {
      ws.remove();
    }
  }).timeout(180_000);
});
