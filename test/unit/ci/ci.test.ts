import assert from 'node:assert/strict';
import { parse, parseAllDocuments } from 'yaml';
import {
  applyEdits,
  ciHosts,
  detectCiHost,
  type FixPlan,
  isRefusal,
  planCi,
} from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

const manifest = '{ "devDependencies": { "keystow": "0.1.0" } }';
const npm = {
  'package.json': manifest,
  'package-lock.json': '{ "packages": {\n  "node_modules/keystow": { "version": "0.1.0" } } }',
};

async function plan(id: string, files: Readonly<Record<string, string>>): Promise<FixPlan | string> {
  const host = ciHosts.find((one) => one.id === id);
  assert.ok(host);
  const made = await planCi(new MemoryWorkspace(files), host);
  return isRefusal(made) ? made.refused : made;
}

/** The text of the only file that a plan writes. */
async function written(id: string, files: Readonly<Record<string, string>>): Promise<string> {
  const made = await plan(id, files);
  assert.ok(typeof made === 'object', String(made));
  const [edit, ...more] = made.edits;
  assert.ok(edit !== undefined && more.length === 0);
  return edit.kind === 'create' ? edit.text : applyEdits(edit.before, edit.edits);
}

interface Workflow {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: Readonly<Record<string, string>>;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

describe('the check of GitHub Actions', () => {
  it('has the least permissions, pinned actions and no credentials on disk', async () => {
    const text = await written('github', npm);
    const { permissions, jobs } = parse(text) as Workflow;
    assert.deepEqual(permissions, {});
    assert.deepEqual(
      Object.entries(jobs).map(([id, job]) => [id, job.permissions]),
      [
        ['pull-request', { contents: 'read' }],
        ['code-scanning', { actions: 'read', contents: 'read', 'security-events': 'write' }],
      ],
    );
    for (const { steps } of Object.values(jobs)) {
      const uploads = steps.some(({ uses = '' }) => uses.includes('upload-sarif'));
      assert.equal(uploads, jobs['code-scanning']?.steps === steps);
      for (const { uses, with: input } of steps) {
        if (uses === undefined) continue;
        assert.match(uses, /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
        if (uses.startsWith('actions/checkout@')) assert.equal(input?.['persist-credentials'], false);
      }
    }
    for (const [line] of text.matchAll(/^.*uses: .*$/gm)) assert.match(line, / # v\d+\.\d+\.\d+$/);
    // What somebody else can name never becomes a part of a command.
    for (const { steps } of Object.values(jobs))
      for (const { run = '' } of steps) assert.ok(!run.includes('${{'), run);
  });

  it('installs by the lock file, without scripts, and fetches no keystow by name', async () => {
    const versioned = '{ "packageManager": "x@1.0.0", "devDependencies": { "keystow": "0.1.0" } }';
    const cases: readonly (readonly [files: Record<string, string>, runs: readonly string[]])[] = [
      [npm, ['npm ci --ignore-scripts', 'npx --no-install keystow audit']],
      [
        { 'package.json': versioned, 'pnpm-lock.yaml': 'packages:\n  keystow@0.1.0:\n    resolution: {}\n' },
        ['corepack enable', 'pnpm install --frozen-lockfile --ignore-scripts', 'pnpm exec keystow audit'],
      ],
      [
        {
          'package.json': manifest,
          'yarn.lock': '# yarn lockfile v1\n\nkeystow@0.1.0:\n  version "0.1.0"\n',
        },
        ['yarn install --frozen-lockfile --ignore-scripts', 'yarn run --silent keystow audit'],
      ],
      [
        {
          'package.json': versioned,
          'yarn.lock': '__metadata:\n  version: 8\n\n"keystow@npm:0.1.0":\n  version: 0.1.0\n',
        },
        ['corepack enable', 'yarn install --immutable --mode=skip-build', 'yarn run --silent keystow audit'],
      ],
      [
        {
          'package.json': manifest,
          'bun.lock': '{\n  "packages": {\n    "keystow": ["keystow@0.1.0"],\n  }\n}\n',
        },
        ['bun install --frozen-lockfile --ignore-scripts', 'bun run keystow audit'],
      ],
    ];
    for (const [files, expected] of cases) {
      const { jobs } = parse(await written('github', files)) as Workflow;
      for (const { steps } of Object.values(jobs)) {
        const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
        const prefix = runs.map((run) => run.replace(/(keystow audit) .*$/, '$1'));
        assert.deepEqual([...new Set(prefix)], expected);
      }
    }
  });

  it('looks at the branch that the remote calls its own', async () => {
    const branches = async (files: Record<string, string>): Promise<readonly string[]> =>
      (parse(await written('github', { ...npm, ...files })) as Workflow).on.push.branches;
    assert.deepEqual(await branches({}), ['main']);
    const head = '.git/refs/remotes/origin/HEAD';
    assert.deepEqual(await branches({ [head]: 'ref: refs/remotes/origin/release/1.0\n' }), ['release/1.0']);
    assert.deepEqual(await branches({ [head]: 'ref: refs/remotes/origin/a"]\n  b: [\n' }), ['main']);
  });

  it('leaves a workflow of that name as it is', async () => {
    const made = await plan('github', { ...npm, '.github/workflows/keystow.yml': 'on: push\n' });
    assert.deepEqual(made, {
      edits: [],
      stored: [],
      notes: ['.github/workflows/keystow.yml is there already. It stays as it is.'],
    });
  });

  it('is refused where CI would fetch a package by its name, with the command that mends it', async () => {
    const why =
      'This project does not have keystow among its dependencies: CI would take whatever package has that name. Add it with:';
    const cases: readonly (readonly [files: Record<string, string>, refused: string])[] = [
      [{}, `${why} npm install --save-dev --save-exact keystow`],
      [{ 'package.json': '{}' }, `${why} npm install --save-dev --save-exact keystow`],
      [{ 'package.json': '{}', 'pnpm-lock.yaml': '' }, `${why} pnpm add --save-dev --save-exact keystow`],
      [{ 'package.json': '{}', 'yarn.lock': '' }, `${why} yarn add --dev --exact keystow`],
      [{ 'package.json': '{}', 'bun.lock': '{}' }, `${why} bun add --dev --exact keystow`],
      // A package of another's has it: the project does not.
      [{ ...npm, 'package.json': '{}' }, `${why} npm install --save-dev --save-exact keystow`],
      [
        { 'package.json': manifest },
        'No lock file pins the keystow of package.json: CI would take whatever package has that name. Add it with: npm install --save-dev --save-exact keystow',
      ],
      [
        { 'package.json': manifest, 'package-lock.json': '{ "packages": { "node_modules/keystowe": { } } }' },
        'No lock file pins the keystow of package.json: CI would take whatever package has that name. Add it with: npm install --save-dev --save-exact keystow',
      ],
      [{ 'package.json': '{ broken' }, 'package.json could not be read as JSON. Mend it first.'],
      [
        { 'package.json': manifest, 'pnpm-lock.yaml': '  keystow@0.1.0:\n' },
        'package.json has no "packageManager", so CI would not know which pnpm to take. Add it with: corepack use pnpm',
      ],
    ];
    for (const [files, refused] of cases)
      for (const id of ['github', 'gitlab']) assert.equal(await plan(id, files), refused);
  });

  it('is refused below the root of a repository', async () => {
    const host = ciHosts[0];
    assert.ok(host);
    const inside = new MemoryWorkspace(npm, { repository: true });
    assert.deepEqual(await planCi(inside, host), {
      refused: "This is not the repository's root, and only there CI looks for its file.",
    });
    const root = new MemoryWorkspace({ ...npm, '.git/HEAD': '' }, { repository: true });
    assert.ok(!isRefusal(await planCi(root, host)));
  });
});

describe('the check of GitLab CI', () => {
  const joined = (text: string): Promise<string> => written('gitlab', { ...npm, '.gitlab-ci.yml': text });
  const jobOf = (text: string) =>
    parseAllDocuments(text).at(-1)?.toJS()?.keystow as {
      readonly stage?: string;
      readonly image: string;
      readonly script: readonly string[];
      readonly artifacts: object;
    };

  it('is a file of its own where there is none', async () => {
    const { image, script, artifacts, stage } = jobOf(await written('gitlab', npm));
    assert.equal(stage, undefined);
    assert.match(image, /^node:\d+\.\d+\.\d+-bookworm$/);
    assert.deepEqual(artifacts, {
      when: 'always',
      reports: { codequality: 'gl-code-quality-report.json' },
    });
    assert.equal(script[0], 'npm ci --ignore-scripts');
    assert.match(script[1] ?? '', /^npx --no-install keystow audit --format gitlab --output /);
    assert.match(script[2] ?? '', /--range "\$CI_MERGE_REQUEST_DIFF_BASE_SHA\.\.\$CI_COMMIT_SHA"/);
  });

  it('joins a file and keeps every byte of it', async () => {
    const files = [
      '# ours\nstages: [test, deploy]  # two\n\nbuild:\n  script: [make]\n',
      'build:\n  script:\n    - make',
      'build:\r\n  script: [make] # x\r\n',
      'a: !reference [.b, script]\nc: &d { e: 1 }\nf:\n  <<: *d\n',
      'spec:\n  inputs: {}\n---\nbuild:\n  script: [make]\n',
      'build:\n  script:\n    - |\n      make\n\n',
      '# only a comment\n',
      '',
    ];
    for (const text of files) {
      const result = await joined(text);
      assert.ok(result.startsWith(text), JSON.stringify(text));
      assert.ok(jobOf(result).script.length > 0);
      assert.equal(/(?<!\r)\n/.test(result), !text.includes('\r'), 'line ends stay of one kind');
    }
  });

  it('takes a stage that the file has', async () => {
    assert.equal(jobOf(await joined('stages: [lint, "ship: it"]\n')).stage, 'lint');
    assert.equal(jobOf(await joined('stages: ["a: b"]\n')).stage, 'a: b');
    assert.equal(jobOf(await joined('stages: [lint, test]\n')).stage, undefined);
  });

  it('leaves a job of that name, and says why what it cannot join stays', async () => {
    const answer = (text: string): Promise<FixPlan | string> =>
      plan('gitlab', { ...npm, '.gitlab-ci.yml': text });
    assert.deepEqual(await answer('keystow:\n  script: [x]\n'), {
      edits: [],
      stored: [],
      notes: ['.gitlab-ci.yml has a job keystow already. It stays as it is.'],
    });
    assert.equal(await answer('a:\n  - b: [\n'), '.gitlab-ci.yml is no YAML at line 3. Mend it first.');
    assert.equal(await answer('- a\n'), '.gitlab-ci.yml is no list of jobs. Add the job by hand.');
    assert.equal(
      await answer('{ a: { script: x } }\n'),
      '.gitlab-ci.yml is no list of jobs. Add the job by hand.',
    );
    assert.equal(
      await answer('a:\n  script: [x]\n...\n'),
      '.gitlab-ci.yml ends in a way that takes no further job. Add it by hand.',
    );
    assert.match(
      String(await plan('gitlab', { 'package.json': manifest, 'bun.lock': '  "keystow": [' })),
      /^No image for GitLab CI/,
    );
  });
});

describe('detectCiHost', () => {
  it('tells the service by its file, else by the remotes', async () => {
    const remote = (...urls: readonly string[]): string =>
      urls.map((url, at) => `[remote "r${at}"]\n\turl = ${url}\n\tfetch = +refs/heads/*\n`).join('');
    const cases: readonly (readonly [files: Record<string, string>, id: string | undefined])[] = [
      [{ '.gitlab-ci.yml': '' }, 'gitlab'],
      [{ '.github/dependabot.yml': '' }, 'github'],
      [{ '.gitlab-ci.yml': '', '.github/a': '' }, undefined],
      [
        { '.gitlab-ci.yml': '', '.github/a': '', '.git/config': remote('git@gitlab.example.com:a/b.git') },
        'gitlab',
      ],
      [{ '.git/config': remote('https://github.com/a/gitlab-tools') }, 'github'],
      [{ '.git/config': remote('ssh://git@gitlab.com:22/a/b') }, 'gitlab'],
      [{ '.git/config': remote('https://user:pass@github.example.com/a') }, 'github'],
      [{ '.git/config': remote('https://github.com/a', 'https://gitlab.com/a') }, undefined],
      [{ '.git/config': remote('/srv/git/github.git') }, undefined],
      [{}, undefined],
    ];
    for (const [files, id] of cases)
      assert.equal((await detectCiHost(new MemoryWorkspace(files)))?.id, id, JSON.stringify(files));
  });
});
