import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { madeKey } from '../support/keys';
import { keystow, TempFolder } from '../support/temp';

const key = madeKey('openai-project-key');
const program = `send("${key}");\n`;

describe('keystow accept', () => {
  let folder: TempFolder;
  const run = (...args: string[]) => keystow(folder.dir, args);
  const policy = (): string => readFileSync(folder.path('.keystow.json'), 'utf8');
  beforeEach(() => {
    folder = new TempFolder({ 'src/a [1].js': program, 'src/b.js': `\n${program}` });
    folder.git('init', '-q');
    folder.git('config', 'user.name', 'Ada');
  });
  afterEach(() => folder.remove());

  it('lets one key stand in one file, with who, when and why', async () => {
    const accepted = await run('accept', 'src/a [1].js:1', '--reason', 'a sample', '--expires', '2999-12-31');
    assert.deepEqual([accepted.code, accepted.err], [0, '']);
    assert.match(
      accepted.out,
      /^openai-project-key is accepted in src\/a \\\[1\\\]\.js until 2999-12-31\. Commit \.keystow\.json\.\n$/,
    );
    assert.match(policy(), /"author": "Ada"/);
    const audit = await run('audit', '--format', 'json');
    const { findings } = JSON.parse(audit.out);
    assert.deepEqual(
      findings.map(({ file }: { file: string }) => file),
      ['src/b.js'],
    );
    const checked = await run('policy', 'check', 'src/a [1].js');
    assert.equal(checked.code, 0);
    assert.match(
      checked.out,
      /\.keystow\.json:\d+: openai-project-key is accepted in .*, until 2999-12-31: a sample \(Ada, \d{4}-\d\d-\d\d\)/,
    );
  });

  it('in the files of a pattern; a second one goes beside the first, under the same salt', async () => {
    await run('accept', 'src/b.js:2', '--reason', 'one', '--path', 'src/**');
    assert.equal((await run('audit')).code, 0);
    folder.write({ 'c.js': `send("${madeKey('openai-project-key', 'c')}");\n` });
    const salt = JSON.parse(policy()).salt;
    assert.equal((await run('accept', 'c.js:1', '--reason', 'two')).code, 0);
    assert.equal(JSON.parse(policy()).salt, salt);
    assert.equal((await run('audit')).code, 0);
  });

  it('refuses without a reason, with a key as one, where nothing is found, with a policy that is broken', async () => {
    for (const [args, message] of [
      [['src/b.js:2'], /needs --reason/],
      [['src/b.js:2', '--reason', ' '], /needs --reason/],
      [['src/b.js:2', '--reason', `it is ${key}`], /the reason holds a key/],
      [['src/b.js:1', '--reason', 'a'], /nothing is found there/],
      [['src/b.js:2', '--reason', 'a', '--rule', 'generic-api-key'], /nothing is found there/],
      [['src/b.js', '--reason', 'a'], /takes FILE:LINE/],
      [['none.js:1', '--reason', 'a'], /no such file/],
    ] as const) {
      const { code, err } = await run('accept', ...args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.ok(!err.includes(key.slice(-12)));
    }
    folder.write({ '.keystow.json': '{ "accepted": [' });
    const { code, err } = await run('accept', 'src/b.js:2', '--reason', 'a');
    assert.equal(code, 2);
    assert.match(err, /\.keystow\.json:1:\d+: not JSON[\s\S]*mend the policy first/);
    assert.equal(policy(), '{ "accepted": [');
  });

  it('leaves a policy alone that is read-only', async () => {
    folder.write({ '.keystow.json': '{}\n' });
    chmodSync(folder.path('.keystow.json'), 0o444);
    const { code, err } = await run('accept', 'src/b.js:2', '--reason', 'a');
    assert.equal(code, 2);
    assert.match(err, /read-only/);
    assert.equal(policy(), '{}\n');
  });
});

describe('keystow policy', () => {
  let folder: TempFolder;
  const run = (...args: string[]) => keystow(folder.dir, args);
  beforeEach(() => {
    folder = new TempFolder({ 'src/a.js': program });
    folder.git('init', '-q');
  });
  afterEach(() => folder.remove());

  it('check says what applies to a file, and what is weaker than usual', async () => {
    assert.match((await run('policy', 'check')).out, /There is no \.keystow\.json here/);
    folder.write({
      '.keystow.json':
        '{\n  "extends": "team.json",\n  "severity": { "openai-project-key": "info" },\n  "envFile": ".env.local"\n}\n',
      'team.json': '{\n  "exclude": ["src/a*"],\n  "forbidden": ["openai-admin-key"]\n}\n',
    });
    const file = await run('policy', 'check', 'src/a.js');
    assert.deepEqual([file.code, file.err], [0, '']);
    assert.equal(
      file.out,
      `Policy: .keystow.json, team.json
For src/a.js:
  team.json:2: not scanned: src/a*
  .keystow.json:3: openai-project-key is info, by default error
  team.json:3: openai-admin-key is forbidden
  .keystow.json:4: keys move to .env.local
Accepted: nothing
`,
    );
    assert.match(
      (await run('policy', 'check')).out,
      /Weaker than by default:\n {2}\.keystow\.json:3: .*\n {2}team\.json:2: src\/a\* is not scanned/,
    );
  });

  it('that is broken: the audit goes on without the broken part and ends with 2', async () => {
    folder.write({ '.keystow.json': '{\n  "severity": { "openai-project-key": "loud" }\n}\n' });
    const audit = await run('audit');
    assert.equal(audit.code, 2);
    assert.match(audit.err, /\.keystow\.json:2:39: a severity is error, warning, info, hint or off/);
    assert.match(audit.out, /openai-project-key/);
    assert.equal((await run('policy', 'check')).code, 2);
  });

  it('import takes what other scanners’ users have accepted, by the value or by the line', async () => {
    folder.write({
      'src/b.js': `\n\n${program}`,
      'secrets.baseline': JSON.stringify({
        version: '1.5.0',
        results: {
          'src/a.js': [
            {
              type: 'OpenAI Token',
              hashed_secret: createHash('sha1').update(key).digest('hex'),
              line_number: 77,
            },
            { type: 'Secret Keyword', hashed_secret: '0'.repeat(40), line_number: 1 },
          ],
        },
      }),
      '.gitleaksignore': '# ours\nsrc/b.js:openai-api-key:3\nsrc/gone.js:openai-api-key:3\n',
    });
    const secrets = await run('policy', 'import', 'secrets.baseline');
    assert.equal(secrets.out, '1 accepted; 1 of 2 entries are about nothing that Keystow finds.\n');
    const left = async () =>
      JSON.parse((await run('audit', '--format', 'json')).out).findings.map(
        (one: { file: string }) => one.file,
      );
    assert.deepEqual(await left(), ['src/b.js']);
    assert.equal(
      (await run('policy', 'import', '.gitleaksignore')).out,
      '1 accepted; 1 of 2 entries are about nothing that Keystow finds.\n',
    );
    assert.deepEqual(await left(), []);
    folder.write({
      'report.json': JSON.stringify([{ RuleID: 'a', File: 'src/a.js', StartLine: 1, Secret: 'REDACTED' }]),
    });
    assert.match((await run('policy', 'import', 'report.json')).out, /^0 accepted; 0 of 1/);
    assert.match((await run('policy', 'import', 'src/a.js')).err, /no baseline of detect-secrets/);
  });
});
