import assert from 'node:assert/strict';
import {
  type AuditedFinding,
  auditWorkspace,
  defaultSettings,
  isRefusal,
  neverCancelled,
  OverlayWorkspace,
  offersFor,
  planFiles,
  planFix,
  type Settings,
} from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';
import { readPolicy } from '../../support/policy';

const rule = 'env-name-missing';
const asked: Settings = { ...defaultSettings, severity: { [rule]: 'warning' } };
type Files = Readonly<Record<string, string>>;

async function findings(workspace: MemoryWorkspace, settings = asked): Promise<readonly AuditedFinding[]> {
  const report = await auditWorkspace(workspace, { settings, cancel: neverCancelled });
  return report.findings.filter((one) => one.rule === rule);
}

const js = 'f(process.env.A_KEY);\n';

/** What is told: file, place and name. */
type Case = readonly [title: string, files: Files, ...told: readonly string[]];
const cases: readonly Case[] = [
  ['a name that nothing names', { 'a.js': js }, 'a.js:1 A_KEY'],
  [
    'once for each name and file, where it is first needed',
    {
      'a.js':
        'if (!process.env.A_KEY) throw 1;\nf(process.env.A_KEY, process.env.B);\nf(process.env.A_KEY);\n',
      'b.py': 'import os\nos.environ["A_KEY"]\n',
    },
    'a.js:2 A_KEY',
    'a.js:2 B',
    'b.py:2 A_KEY',
  ],
  ['the env file names it', { 'a.js': js, '.env': 'A_KEY=\n' }],
  ['so does one that git ignores', { '.gitignore': '.env\n', 'src/a.js': js, '.env': 'A_KEY=x\n' }],
  [
    'in a folder of its own',
    { '.gitignore': '.env\n', 'src/a.js': js, 'conf/.env': 'A_KEY=x\n', 'conf/a': '' },
  ],
  ['a template does', { 'a.js': js, '.env.example': 'A_KEY=\n' }],
  ['also where it mentions it only', { 'a.js': js, 'docs/.env.sample': '# A_KEY=\n' }],
  ['direnv does', { 'a.js': js, '.envrc': 'export A_KEY=$(pass a)\n' }],
  ['another name is no help', { 'a.js': js, '.env': 'MY_A_KEY=x\nA_KEY_2=x\n' }, 'a.js:1 A_KEY'],
  ['a default in the same file', { 'a.js': `${js}f(process.env.A_KEY ?? 'x');\n` }],
  [
    'names that systems set',
    {
      'a.js':
        'f(process.env.PATH, process.env.NODE_ENV, process.env.PORT, process.env.CI, process.env.GITHUB_SHA);\n' +
        'f(process.env.VERCEL_URL, process.env.AWS_LAMBDA_FUNCTION_NAME, process.env.npm_package_name, process.env.http_proxy);\n' +
        'f(process.env.GITHUB_TOKEN, process.env.USERPROFILE, process.env.K_SERVICE);\n',
    },
  ],
  [
    'their credentials are a person’s',
    { 'a.js': 'f(process.env.HEROKU_API_KEY, process.env.GITHUB_CLIENT_ID);\n' },
    'a.js:1 HEROKU_API_KEY',
    'a.js:1 GITHUB_CLIENT_ID',
  ],
  ['tests, examples and what configures a tool', { 'test/a.js': js, 'examples/a.js': js, 'a.config.js': js }],
  ['what the program sets itself', { 'a.js': `process.env.A_KEY = 'x';\n${js}` }],
  ['a comment accepts it', { 'a.js': `// keystow-ignore-next-line ${rule} -- given by systemd\n${js}` }],
];

describe(rule, () => {
  for (const [title, files, ...told] of cases)
    it(title, async () => {
      const found = await findings(new MemoryWorkspace(files, { repository: true }));
      assert.deepEqual(
        found.map(({ file, range, envName }) => `${file}:${range.start.line + 1} ${envName}`),
        told,
      );
      for (const { severity, fixes } of found)
        assert.deepEqual([severity, fixes], ['warning', ['name-in-env']]);
    });

  it('is off by default, and no folder is looked into', async () => {
    class Strict extends MemoryWorkspace {
      override entries(): never {
        throw new Error('asked');
      }
    }
    const files = { 'a.js': js };
    assert.deepEqual(await findings(new Strict(files), defaultSettings), []);
    await assert.rejects(findings(new Strict(files)));
  });

  it('the env file that the policy names counts, and a policy turns the rule on for some files', async () => {
    const files = { 'src/a.js': js, 'b.js': js.replace('A_KEY', 'B_KEY'), 'etc/.env.team': 'A_KEY=\n' };
    const told = async (policy: object): Promise<readonly string[]> => {
      const settings = { ...defaultSettings, policy: await readPolicy(JSON.stringify(policy)) };
      const found = await findings(new MemoryWorkspace(files), settings);
      return found.map(({ file, severity }) => `${file} ${severity}`);
    };
    assert.deepEqual(await told({ severity: { [rule]: 'info' } }), ['b.js info']);
    assert.deepEqual(await told({ overrides: [{ path: 'src/**', severity: { [rule]: 'info' } }] }), []);
    const ignoring = { '.gitignore': 'etc\n', ...files };
    const settings = { ...asked, policy: await readPolicy('{ "envFile": "etc/.env.team" }') };
    const found = await findings(new MemoryWorkspace(ignoring, { repository: true }), settings);
    assert.deepEqual(
      found.map(({ file }) => file),
      ['b.js'],
    );
  });
});

/** The files before, and what the fixes make of them; files that stay are left out. */
type Fix = readonly [title: string, before: Files, after: Files, titles: string];
const fixes: readonly Fix[] = [
  [
    'the template',
    { 'a.js': js, '.env': 'A=1\n', '.env.example': '# ours\r\nA=\r\n' },
    { '.env.example': '# ours\r\nA=\r\nA_KEY=\r\n' },
    'Add A_KEY= to .env.example',
  ],
  [
    'a template without a line end',
    { 'a.js': js, '.env.sample': 'A=' },
    { '.env.sample': 'A=\nA_KEY=\n' },
    'Add A_KEY= to .env.sample',
  ],
  [
    'the env file, where there is no template',
    { 'a.js': js, '.env': 'A="x y" # z\n' },
    { '.env': 'A="x y" # z\nA_KEY=\n' },
    'Add A_KEY= to .env',
  ],
  [
    'the template of the whole project',
    { 'apps/b/package.json': '{}', 'apps/b/a.js': js, '.env.example': '' },
    { '.env.example': 'A_KEY=\n' },
    'Add A_KEY= to .env.example',
  ],
  [
    'an env file beside the program before a template above it',
    { 'apps/b/.env': 'A=1\n', 'apps/b/a.js': js, '.env.example': '' },
    { 'apps/b/.env': 'A=1\nA_KEY=\n' },
    'Add A_KEY= to .env',
  ],
  [
    'where there is none',
    { 'a.js': js, '.gitignore': '.env\n' },
    { '.env': 'A_KEY=\n' },
    'Add A_KEY= to .env',
  ],
  [
    'several files and names',
    { 'a.js': js, 'b.js': 'f(process.env.A_KEY, process.env.B);\n', '.env.example': '' },
    { '.env.example': 'A_KEY=\nB=\n' },
    'Add A_KEY= to .env.example, Add A_KEY= to .env.example, Add B= to .env.example',
  ],
];

describe(`${rule}: the fix`, () => {
  for (const [title, before, after, titles] of fixes)
    it(title, async () => {
      const workspace = new MemoryWorkspace(before, { repository: true });
      const host = { workspace: new OverlayWorkspace(workspace), parsers, settings: asked };
      const found = await findings(workspace);
      const offered: string[] = [];
      for (const finding of found) {
        const document = { path: finding.file, text: before[finding.file] ?? '' };
        const { main } = await offersFor({ ...host, workspace }, document, finding);
        offered.push(main === undefined || isRefusal(main) ? '' : main.title);
      }
      assert.equal(offered.join(', '), titles);
      const notes = new Set<string>();
      for await (const { plan } of planFiles(host, found)) {
        assert.ok(!isRefusal(plan), JSON.stringify(plan));
        host.workspace.apply(plan.edits);
        for (const note of plan.notes) notes.add(note);
      }
      const result: Record<string, string> = {};
      for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const read = await host.workspace.read(path);
        if (read.kind === 'text' && read.text !== before[path]) result[path] = read.text;
      }
      assert.deepEqual(result, after);
      assert.match([...notes][0] ?? '', /^Give A_KEY its value in \S*\.env\.$/);
      assert.deepEqual(
        await findings(new MemoryWorkspace({ ...before, ...result }, { repository: true })),
        [],
      );
    });

  it('is refused where the name would not arrive', async () => {
    const refused = async (files: Files, readOnly: readonly string[] = []): Promise<string> => {
      const workspace = new MemoryWorkspace({ 'a.js': js, ...files }, { readOnly });
      const [finding] = await findings(workspace);
      assert.ok(finding);
      const plan = await planFix({ workspace, parsers }, { path: 'a.js', text: js }, finding);
      return isRefusal(plan) ? plan.refused : JSON.stringify(plan);
    };
    assert.match(await refused({ '.env.example': 'A=\n' }, ['.env.example']), /read-only/);
    assert.match(await refused({ '.env': 'B:\n' }), /swallows/);
  });
});
