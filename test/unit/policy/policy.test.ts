import assert from 'node:assert/strict';
import {
  defaultSettings,
  type Finding,
  inForce,
  isRefusal,
  knownIds,
  loadPolicy,
  noPolicy,
  planMoveToEnv,
  type Settings,
  scanDocument,
  weakenings,
  withPolicy,
} from '../../../src/engine/index';
import { rules } from '../../../src/engine/rules';
import { fill } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';
import { readPolicy } from '../../support/policy';

const program = fill('send("«openai-project-key»");\n').text;
const today = '2026-11-28';

/** The findings of one file under a policy. */
async function found(
  policy: object | string,
  path = 'src/a.js',
  settings: Settings = defaultSettings,
  text = program,
): Promise<readonly Finding[]> {
  const read = await readPolicy(typeof policy === 'string' ? policy : JSON.stringify(policy));
  assert.deepEqual(read.problems, []);
  return scanDocument(
    { path, text },
    { tracked: false, ignored: path.startsWith('.env') },
    withPolicy(settings, inForce(read, today)),
  );
}

const severity = async (...args: Parameters<typeof found>): Promise<string | undefined> =>
  (await found(...args))[0]?.severity;

describe('severities of a policy', () => {
  const rule = 'openai-project-key';

  it('count where the user has none, the last word first', async () => {
    assert.equal(await severity({}), 'error');
    assert.equal(await severity({ severity: { [rule]: 'warning' } }), 'warning');
    assert.equal(await severity({ severity: { [rule]: 'off' } }), undefined);
    const overrides = [{ path: 'docs/**', severity: { [rule]: 'hint' } }];
    assert.equal(await severity({ severity: { [rule]: 'warning' }, overrides }, 'docs/a.js'), 'hint');
    assert.equal(await severity({ severity: { [rule]: 'warning' }, overrides }), 'warning');
  });

  it('make what the user asks for stricter, and never weaker', async () => {
    const own = (value: 'error' | 'warning' | 'off'): Settings => ({
      ...defaultSettings,
      severity: { [rule]: value },
    });
    assert.equal(await severity({ severity: { [rule]: 'error' } }, 'a.js', own('off')), 'error');
    assert.equal(await severity({ severity: { [rule]: 'error' } }, 'a.js', own('warning')), 'error');
    assert.equal(await severity({ severity: { [rule]: 'off' } }, 'a.js', own('warning')), 'warning');
  });

  it('that are weaker than usual are told, with their places', async () => {
    const policy = await readPolicy(
      '{\n"severity": {\n"openai-project-key": "info",\n"generic-api-key": "error" },\n"exclude": ["fixtures/**"],\n"overrides": [{ "path": "docs/**", "severity": { "openai-project-key": "off" } }] }',
    );
    const usual = (id: string) => rules.find((one) => one.id === id)?.severity;
    assert.deepEqual(
      weakenings(policy, usual).map(({ at, value }) => `${at} ${value}`),
      [
        '.keystow.json:3 openai-project-key is info, by default error',
        '.keystow.json:6 openai-project-key is off in docs/**, by default error',
        '.keystow.json:5 fixtures/** is not scanned',
      ],
    );
  });
});

describe('accepted findings', () => {
  const salt = 'a'.repeat(32);
  /** A policy that accepts the key of the program. */
  const accepting = async (more: object = {}): Promise<object> => {
    const [finding] = await found({ salt });
    return {
      salt,
      accepted: [{ fingerprint: finding?.fingerprint, rule: finding?.rule, reason: 'a sample', ...more }],
    };
  };

  it('are none any more, on whatever line they stand', async () => {
    const policy = await accepting();
    assert.deepEqual(await found(policy), []);
    assert.deepEqual(await found(policy, 'src/b.js', defaultSettings, `\n\n${program}`), []);
    const other = fill('a("«openai-project-key»"); b("«openai-project-key#b»");').text;
    assert.equal((await found(policy, 'src/a.js', defaultSettings, other)).length, 1);
  });

  it('are so in the files of a pattern, and for one rule', async () => {
    const policy = await accepting({ path: 'test/**' });
    assert.deepEqual(await found(policy, 'test/a/b.js'), []);
    assert.equal((await found(policy)).length, 1);
    assert.equal((await found(await accepting({ rule: 'generic-api-key' }))).length, 1);
  });

  it('come back when their time is over', async () => {
    assert.deepEqual(await found(await accepting({ expires: today })), []);
    assert.equal((await found(await accepting({ expires: '2026-11-27' }))).length, 1);
  });

  it('have fingerprints that are the project’s own', async () => {
    const [[one], [other], [none]] = [
      await found({ salt }),
      await found({ salt: 'b'.repeat(32) }),
      await found({}),
    ];
    assert.equal(new Set([one, other, none].map((finding) => finding?.fingerprint)).size, 3);
  });
});

describe('what a policy forbids', () => {
  it('is a kind of key, wherever it stands', async () => {
    const policy = { forbidden: ['openai-project-key'] };
    const env = fill('OPENAI_API_KEY=«openai-project-key»\n').text;
    assert.deepEqual(await found({}, '.env', defaultSettings, env), []);
    for (const [finding] of [await found(policy), await found(policy, '.env', defaultSettings, env)]) {
      assert.equal(finding?.severity, 'error');
      assert.match(
        finding?.message ?? '',
        /^OpenAI project key: the project's policy forbids this kind of key\./,
      );
    }
    assert.match((await found({ forbidden: ['openai-admin-key'] }))[0]?.message ?? '', /Move it to \.env/);
  });

  it('are keys of other providers than it allows', async () => {
    assert.match(
      (await found({ providers: ['anthropic', 'stripe'] }))[0]?.message ?? '',
      /allows keys of anthropic, stripe only/,
    );
    assert.match((await found({ providers: ['openai'] }))[0]?.message ?? '', /Move it to \.env/);
  });
});

describe('where keys move under a policy', () => {
  /** The files of the plan that moves the program's key. */
  async function filesOf(
    policy: object,
    path: string,
    files: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> {
    const workspace = new MemoryWorkspace({ [path]: program, ...files });
    const document = { path, text: program };
    const settings = withPolicy(defaultSettings, await readPolicy(JSON.stringify(policy)));
    const plan = await planMoveToEnv({ workspace, parsers, settings }, document, scanDocument(document));
    assert.ok(!isRefusal(plan));
    return plan.edits.map((edit) => edit.path).sort();
  }

  it('is the env file that it names', async () => {
    const files = { 'web/package.json': '{"scripts":{"start":"node --env-file=.env a.js"}}' };
    assert.ok((await filesOf({}, 'web/a.js', files)).includes('web/.env'));
    assert.ok((await filesOf({ envFile: '.env.local' }, 'web/a.js', files)).includes('web/.env.local'));
    assert.ok((await filesOf({ envFile: 'config/.env' }, 'web/a.js', files)).includes('config/.env'));
  });

  it('is not loaded where the team does that by other means', async () => {
    const files = { 'package.json': '{"scripts":{"start":"node a.js"}}' };
    assert.ok((await filesOf({ loader: 'auto' }, 'a.js', files)).includes('package.json'));
    assert.deepEqual(await filesOf({ loader: 'none' }, 'a.js', files), [
      '.env',
      '.env.example',
      '.gitignore',
      'a.js',
    ]);
  });
});

describe('a policy that extends another', () => {
  it('has what both say; the nearer one has the last word', async () => {
    const policy = await readPolicy(
      '{"extends": "shared/base.json", "severity": {"acme-key": "off", "team-key": "hint"}, "rules": [{"id":"team-key","prefix":"team_"}], "loader": "auto"}',
      {
        'shared/base.json':
          '{"extends": ["./deep.jsonc"], "loader": "none", "envFile": ".env.local", "severity": {"acme-key": "error"}, "exclude": ["a/**"]}',
        'shared/deep.jsonc': '// all\n{"rules": [{"id":"acme-key","prefix":"acme_"}], "exclude": ["b/**"]}',
      },
    );
    assert.deepEqual(policy.problems, []);
    assert.deepEqual(policy.files, ['.keystow.json', 'shared/base.json', 'shared/deep.jsonc']);
    assert.deepEqual([policy.loader?.value, policy.envFile?.value], ['auto', '.env.local']);
    assert.deepEqual(
      policy.exclude.map(({ value, at }) => `${value} ${at}`),
      ['b/** shared/deep.jsonc:2', 'a/** shared/base.json:1'],
    );
    assert.deepEqual(policy.severity.findLast(({ rule }) => rule === 'acme-key')?.value, 'off');
    assert.deepEqual(
      policy.customRules.map(({ id }) => id),
      ['acme-key', 'team-key'],
    );
  });

  it('is told what cannot be: itself, another project, no file, too many', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`p${at}.json`, JSON.stringify({ extends: `p${at + 1}.json` })]),
    );
    for (const [text, files, message] of [
      ['{"extends": ".keystow.json"}', {}, /extends itself/],
      [
        '{"extends": "a.json"}',
        { 'a.json': '{"extends": "b.json"}', 'b.json': '{"extends": "a.json"}' },
        /extends itself/,
      ],
      ['{"extends": "../a.json"}', {}, /outside of the project/],
      ['{"extends": "a.json"}', {}, /no such file/],
      ['{"extends": "a.js"}', {}, /a JSON file/],
      ['{"extends": 1}', {}, /a JSON file/],
      ['{"extends": "p0.json"}', many, /at most 20 files/],
      ['{"extends": "a.json"}', { 'a.json': '{"severity": {"openai-project-key": 1}}' }, /a severity is/],
    ] as const) {
      const { problems } = await readPolicy(text, files);
      assert.equal(problems.length, 1, text);
      assert.match(problems[0]?.message ?? '', message);
    }
  });
});

describe('a broken policy', () => {
  it('says where, and what is right counts', async () => {
    const policy = await readPolicy(`{
  "severity": { "openai-project-key": "loud", "none-such": "off", "generic-api-key": "off" },
  "overrides": [{ "severity": {} }, { "path": "a/**" }],
  "accepted": [
    { "fingerprint": "short", "rule": "a", "reason": "b" },
    { "fingerprint": "${'0'.repeat(32)}", "rule": "a" },
    { "fingerprint": "${'0'.repeat(32)}", "rule": "a", "reason": "b", "expires": "2026-02-30" },
    { "fingerprint": "${'0'.repeat(32)}", "rule": "a", "reason": "b" }
  ],
  "providers": ["openai", "nobody"],
  "forbidden": ["openai-admin-key", "no-such-kind"],
  "envFile": "../.env",
  "loader": "dotenv",
  "salt": "sweet",
  "severity": {},
  "unknown": 1
}`);
    assert.deepEqual(
      policy.problems.map(({ line }) => line),
      [2, 2, 3, 3, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16],
    );
    assert.deepEqual(
      policy.severity.map(({ rule }) => rule),
      ['generic-api-key'],
    );
    assert.equal(policy.accepted.length, 1);
    assert.deepEqual(policy.providers?.value, ['openai']);
    assert.deepEqual([policy.envFile, policy.loader, policy.salt], [undefined, undefined, undefined]);
  });

  it('that cannot be read is told; one that is not there is none', async () => {
    const workspace = new MemoryWorkspace({ '.keystow.json': new Uint8Array([0, 1, 2, 0]) });
    const policy = await loadPolicy((path, limit) => workspace.read(path, limit), knownIds());
    assert.deepEqual(
      policy?.problems.map(({ message }) => message),
      ['could not be read: binary'],
    );
    const none = new MemoryWorkspace({});
    assert.equal(await loadPolicy((path, limit) => none.read(path, limit), knownIds()), undefined);
    assert.deepEqual(noPolicy.problems, []);
  });
});
