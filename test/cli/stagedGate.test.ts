import assert from 'node:assert/strict';
import { chmodSync, existsSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { base62, hex, uuid } from '../../src/engine/detectors/detector';
import { add, commit, objectFile, openai, Repositories } from '../support/gitRepository';
import { madeKey } from '../support/keys';
import { randomText } from '../support/random';
import { keystow, type TempFolder } from '../support/temp';

const random = randomText(11);
const clean = 'export const key = process.env.OPENAI_API_KEY;\n';
const leaky = `export const key = "${openai}";\n`;
const generic = `const widgetToken = "${random(base62, 31)}7";\n`;
const acme = { rules: [{ id: 'acme-key', prefix: 'acme_', minLength: 12 }] };
const acmeKey = `export const key = "acme_${random(base62, 20)}";\n`;

/** What is staged, and what becomes of it. */
interface Case {
  readonly title: string;
  readonly staged: Readonly<Record<string, string>>;
  /** In the work tree only: a policy counts from there. */
  readonly policy?: unknown;
  readonly files?: Readonly<Record<string, string>>;
  /** The repository has no commit yet. */
  readonly first?: true;
  readonly prepare?: (repository: TempFolder) => void;
  readonly code: 0 | 1 | 2;
  readonly says?: RegExp;
  /** Whether it is known without the audit that nothing stops it. */
  readonly atOnce: boolean;
  /** Whether the report is known without the audit, too: as a rule where there is no policy. */
  readonly reportAtOnce?: false;
}

const cases: readonly Case[] = [
  { title: 'plain files', staged: { 'a.ts': clean, 'b.py': 'a = 1\n' }, code: 0, atOnce: true },
  { title: 'a key', staged: { 'a.ts': clean, 'b.ts': leaky }, code: 1, says: /b\.ts:1:21/, atOnce: false },
  {
    title: 'a key in base64',
    staged: { 'a.ts': `const coded = atob("${btoa(openai)}");\n` },
    code: 1,
    atOnce: false,
  },
  {
    title: 'ids and digests',
    staged: {
      'a.ts': `const id = "${uuid(random)}"; // ${random(hex, 40)}\nconst digest = "${random(hex, 64)}";\n`,
      'package-lock.json': `{ "a": { "integrity": "sha512-${random(base62, 86)}==", "md5": "${random(hex, 32)}" } }\n`,
    },
    code: 0,
    atOnce: true,
  },
  {
    title: 'what looks like an id and is a key',
    staged: { 'a.ts': clean, 'b.ts': `const MISTRAL_API_KEY = "${madeKey('mistral-api-key')}";\n` },
    code: 1,
    says: /mistral-api-key/,
    atOnce: false,
  },
  {
    title: 'what only its name tells',
    staged: { 'a.ts': generic },
    code: 0,
    atOnce: true,
    reportAtOnce: false,
  },
  {
    title: 'a key that is printed',
    staged: { 'a.ts': 'console.log(process.env.OPENAI_API_KEY);\n' },
    code: 0,
    atOnce: true,
    reportAtOnce: false,
  },
  { title: 'a binary', staged: { 'a.bin': 'a\0b' }, code: 0, atOnce: true, reportAtOnce: false },
  {
    title: 'what is excluded',
    staged: { 'node_modules/a/a.js': clean },
    code: 0,
    atOnce: true,
    reportAtOnce: false,
  },
  {
    title: 'what a merge brings',
    staged: { 'a.ts': clean },
    prepare: (repository) => {
      repository.git('stash', '-q');
      repository.git('checkout', '-q', '-b', 'other');
      commit(repository, { 'theirs.ts': clean }, 'theirs');
      repository.git('checkout', '-q', '-');
      commit(repository, { 'ours.ts': clean }, 'ours');
      repository.git('merge', '-q', '--no-commit', 'other');
      add(repository, { 'more.ts': clean });
    },
    code: 0,
    atOnce: true,
    reportAtOnce: false,
  },
  { title: 'an env template', staged: { '.env.example': 'A=\n' }, code: 0, atOnce: false },
  { title: 'a key in an env template', staged: { '.env.example': `A=${openai}\n` }, code: 1, atOnce: false },
  { title: 'an env file', staged: { '.env': 'A=b\n' }, code: 1, says: /env-tracked/, atOnce: false },
  {
    title: 'a secret in a Dockerfile',
    staged: { 'x/Dockerfile': 'FROM a\nENV DB_PASSWORD=correct-horse-9\n' },
    code: 1,
    says: /dockerfile-env-key/,
    atOnce: false,
  },

  { title: 'a first commit', staged: { 'a.ts': clean }, first: true, code: 0, atOnce: true },
  { title: 'a key in a first commit', staged: { 'a.ts': leaky }, first: true, code: 1, atOnce: false },
  {
    title: 'a branch without commits beside others',
    staged: {},
    prepare: (repository) => {
      repository.git('pack-refs', '--all');
      repository.git('checkout', '-q', '--orphan', 'other');
    },
    code: 0,
    atOnce: false,
  },
  {
    title: 'a key on a branch without commits',
    staged: { 'a.ts': leaky },
    prepare: (repository) => repository.git('checkout', '-q', '--orphan', 'other'),
    code: 1,
    atOnce: false,
  },

  {
    title: 'a policy',
    policy: {
      $schema: 'x',
      salt: '0'.repeat(32),
      severity: { 'generic-api-key': 'off', 'env-tracked': 'error' },
      overrides: [{ path: 'docs/**', severity: { 'openai-project-key': 'info' }, reason: 'samples' }],
      exclude: ['fixtures/**'],
      accepted: [
        { fingerprint: '0'.repeat(32), rule: 'openai-api-key', reason: 'old', expires: '2020-01-01' },
      ],
      forbidden: ['openai-admin-key'],
      providers: ['openai'],
      envFile: '.env.local',
      loader: 'none',
    },
    staged: { 'a.ts': clean },
    code: 0,
    atOnce: true,
  },
  {
    title: 'a policy with comments',
    files: { '.keystow.json': '// Ours\n{ "exclude": ["fixtures/**"], /* all */ }\n' },
    staged: { 'a.ts': clean },
    code: 0,
    atOnce: true,
  },
  { title: 'a key beside a policy', policy: {}, staged: { 'a.ts': leaky }, code: 1, atOnce: false },
  {
    title: 'a key in what a policy excludes',
    policy: { exclude: ['fixtures/**'] },
    staged: { 'fixtures/a.ts': leaky },
    code: 0,
    atOnce: false,
  },
  {
    title: 'what only its name tells, and a policy that counts it',
    policy: { severity: { 'generic-api-key': 'error' } },
    staged: { 'a.ts': generic },
    code: 1,
    atOnce: false,
  },
  {
    title: 'what only its name tells, and a policy that counts it somewhere',
    policy: { overrides: [{ path: 'src/**', severity: { 'generic-api-key': 'warning' } }] },
    staged: { 'src/a.ts': generic },
    code: 1,
    atOnce: false,
  },
  {
    title: 'what only its name tells, and a policy that forbids it',
    policy: { forbidden: ['generic-api-key'] },
    staged: { 'a.ts': generic },
    code: 1,
    atOnce: false,
  },
  { title: 'a rule of a policy', policy: acme, staged: { 'a.ts': clean }, code: 0, atOnce: true },
  {
    title: 'what a rule of a policy tells',
    policy: acme,
    staged: { 'a.ts': acmeKey },
    code: 1,
    says: /acme-key/,
    atOnce: false,
  },
  {
    title: 'what a pattern of a policy tells',
    policy: { rules: [{ id: 'acme-login', pattern: 'login:([0-9a-z]{6})' }] },
    staged: { 'a.txt': 'login:a7x2q9\n' },
    code: 1,
    says: /acme-login/,
    atOnce: false,
  },
  {
    title: 'a policy that extends another',
    policy: { extends: 'shared/policy.json' },
    files: { 'shared/policy.json': '{}' },
    staged: { 'a.ts': clean },
    code: 0,
    atOnce: true,
  },
  {
    title: 'what a rule of an extended policy tells',
    policy: { extends: 'shared/policy.json' },
    files: { 'shared/policy.json': JSON.stringify(acme) },
    staged: { 'a.ts': acmeKey },
    code: 1,
    atOnce: false,
  },
  {
    title: 'a policy that extends nothing',
    policy: { extends: 'shared/policy.json' },
    staged: { 'a.ts': clean },
    code: 2,
    says: /there is no such file/,
    atOnce: false,
  },
  {
    title: 'a policy that is no JSON',
    files: { '.keystow.json': '{ "rules": [' },
    staged: { 'a.ts': clean },
    code: 2,
    says: /not JSON/,
    atOnce: false,
  },
  {
    title: 'a policy with an unknown rule',
    policy: { severity: { 'no-such-rule': 'off' } },
    staged: { 'a.ts': clean },
    code: 2,
    says: /no rule has this id/,
    atOnce: false,
  },
  {
    title: 'a policy that is a folder',
    files: { '.keystow.json/a': '' },
    staged: { 'a.ts': clean },
    code: 2,
    atOnce: false,
  },
  {
    title: 'a policy that is a link to nothing',
    staged: { 'a.ts': clean },
    prepare: (repository) => symlinkSync('nothing', repository.path('.keystow.json')),
    code: 2,
    says: /symbolic link/,
    atOnce: false,
  },

  {
    title: 'plain files in a pack',
    staged: { 'a.ts': clean, 'b.ts': `${clean}// b\n` },
    prepare: (repository) => {
      repository.git('repack', '-adq');
      add(repository, { 'c.ts': 'export {};\n' });
    },
    code: 0,
    atOnce: true,
  },
  {
    title: 'a key in a pack',
    staged: { 'a.ts': clean, 'b.ts': leaky },
    prepare: (repository) => {
      repository.git('repack', '-adq');
      add(repository, { 'c.ts': 'export {};\n' });
    },
    code: 1,
    atOnce: false,
  },
  {
    title: 'a blob that is broken',
    staged: { 'a.ts': clean },
    prepare: (repository) => {
      const file = objectFile(repository, ':a.ts');
      chmodSync(file, 0o644);
      truncateSync(file, 10);
    },
    code: 2,
    says: /a\.ts: unreadable/,
    atOnce: false,
  },
];

describe('what is staged, before the audit is loaded', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  for (const { title, staged, policy, files = {}, first, prepare, code, says, atOnce, reportAtOnce } of cases)
    it(`${['passes', 'stops', 'cannot check'][code]} ${title}${atOnce ? ', without the audit' : ''}`, async function () {
      if (process.platform === 'win32' && /broken|link/.test(title)) this.skip();
      const repository = first ? repositories.empty() : repositories.make();
      add(repository, { 'z.ts': '// staged\n', ...staged });
      repository.write({
        ...(policy === undefined ? {} : { '.keystow.json': JSON.stringify(policy) }),
        ...files,
        // What a process writes that loads the audit.
        '.git/tell.cjs':
          "process.on('exit', () => { if (Object.keys(require.cache).some((one) => /hookRun|start\\.js/.test(one))) require('node:fs').writeFileSync('.git/audited', ''); });\n",
      });
      prepare?.(repository);
      const told = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
        rmSync(repository.path('.git/audited'), { force: true });
        const ran = await keystow(repository.dir, args, {
          env: { NODE_OPTIONS: '--require ./.git/tell.cjs', ...env },
        });
        return { ...ran, isAudited: existsSync(repository.path('.git/audited')) };
      };
      // With such a variable the audit decides, whatever is staged.
      const audited = { GITHEAD_0: '' };

      const run = ['hook', 'run', 'pre-commit'];
      const stops = await told(run);
      assert.deepEqual([stops.code, !stops.isAudited], [code, atOnce], stops.err);
      if (says !== undefined) assert.match(stops.err, says);
      assert.deepEqual(await told(run, audited), { ...stops, isAudited: true });

      const report = await told(['audit', '--staged']);
      const hasPolicy = policy !== undefined || '.keystow.json' in files;
      assert.equal(!report.isAudited, atOnce && !hasPolicy && (reportAtOnce ?? true), report.out);
      assert.match(report.out, /problem|key/);
      assert.deepEqual(await told(['audit', '--staged'], audited), { ...report, isAudited: true });
    });
});
