import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Repositories } from '../support/gitRepository';
import { madeKey, secretParts } from '../support/keys';
import { root } from '../support/sources';
import { keystow, TempFolder } from '../support/temp';

const npm = {
  'package.json': '{ "devDependencies": { "keystow": "0.1.0" } }\n',
  'package-lock.json': '{ "packages": { "node_modules/keystow": { "version": "0.1.0" } } }\n',
};
const workflow = '.github/workflows/keystow.yml';

describe('keystow ci init', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  it('writes the workflow once, from any folder of the repository', async () => {
    const ws = repositories.empty({ ...npm, 'src/a.ts': '' });
    ws.git('remote', 'add', 'origin', 'git@github.com:a/b.git');
    const first = await keystow(ws.path('src'), ['ci', 'init']);
    assert.deepEqual(first, { code: 0, out: `${workflow}: check every pull request\n`, err: '' });
    const text = readFileSync(ws.path(workflow), 'utf8');
    assert.ok(Object.keys((parse(text) as { jobs: object }).jobs).length === 2);
    writeFileSync(ws.path(workflow), 'mine\n');
    const again = await keystow(ws.dir, ['ci', 'init', 'github']);
    assert.deepEqual(again, {
      code: 0,
      out: `${workflow} is there already. It stays as it is.\n`,
      err: '',
    });
    assert.equal(readFileSync(ws.path(workflow), 'utf8'), 'mine\n');
  });

  it('joins .gitlab-ci.yml as it is, CRLF and byte order mark too', async () => {
    const before = '\ufeff# ours\r\nbuild:\r\n  script: [make] # x\r\n';
    const ws = repositories.empty({ ...npm, '.gitlab-ci.yml': before });
    const { code, out } = await keystow(ws.dir, ['ci', 'init']);
    assert.deepEqual([code, out], [0, '.gitlab-ci.yml: add the job keystow\n']);
    const after = readFileSync(ws.path('.gitlab-ci.yml'), 'utf8');
    assert.ok(after.startsWith(before));
    assert.ok('keystow' in (parse(after.slice(1)) as object));
    const again = await keystow(ws.dir, ['ci', 'init']);
    assert.deepEqual(
      [again.code, again.out],
      [0, '.gitlab-ci.yml has a job keystow already. It stays as it is.\n'],
    );
    assert.equal(readFileSync(ws.path('.gitlab-ci.yml'), 'utf8'), after);
  });

  it('writes nothing where it refuses, and says why in one line', async () => {
    const refused: readonly (readonly [
      files: Record<string, string>,
      args: readonly string[],
      err: RegExp,
    ])[] = [
      [{}, ['init', 'github'], /does not have keystow among its dependencies.*npm install --save-dev/],
      [npm, ['init'], /nothing here tells which CI service is used; choose github or gitlab/],
      [npm, ['init', 'jenkins'], /unknown CI service "jenkins"/],
      [npm, [], /ci takes init/],
      [npm, ['init', 'github', 'more'], /ci takes init/],
      [{ ...npm, '.github': 'a file\n' }, ['init', 'github'], /Nothing was changed\./],
      [{ ...npm, '.gitlab-ci.yml': 'a: [' }, ['init', 'gitlab'], /is no YAML at line 1/],
    ];
    for (const [files, args, err] of refused) {
      const ws = repositories.empty(files);
      const before = readdirSync(ws.dir);
      const run = await keystow(ws.dir, ['ci', ...args]);
      assert.deepEqual([run.code, run.out], [2, ''], args.join(' '));
      assert.match(run.err, /^keystow: [^\n]+\n$/);
      assert.match(run.err, err);
      assert.deepEqual(readdirSync(ws.dir), before);
    }
    const plain = repositories.folder(npm);
    assert.match((await keystow(plain.dir, ['ci', 'init', 'github'])).err, /not in a git repository/);
  });
});

describe('the package for npm', () => {
  const tarballs = new TempFolder();
  const ws = new TempFolder();
  after(() => {
    tarballs.remove();
    ws.remove();
  });

  // On Windows npm is a script, and what a runner gives to bash has another shell.
  const npmRuns = process.platform !== 'win32';
  const run = (command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string =>
    execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, npm_config_update_notifier: 'false', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  before(function () {
    if (!npmRuns) this.skip();
    // The build of this run goes in; `prepack` makes it anew for whoever packs.
    const out = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', tarballs.dir], root);
    const [packed] = JSON.parse(out) as { filename: string; files: { path: string }[] }[];
    const files = packed?.files.map((file) => file.path) ?? [];
    for (const file of files)
      assert.match(
        file,
        /^(?:dist\/[\w.-]+\.(?:js|sh|wasm|txt)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
      );
    for (const file of ['dist/cli.js', 'dist/start.js', 'dist/joinJob.js', 'dist/web-tree-sitter.wasm'])
      assert.ok(files.includes(file), file);
    ws.git('init', '-q', '-b', 'main');
    ws.write({
      'package.json': '{ "name": "app", "private": true }\n',
      '.gitignore': 'node_modules\n.env\n',
      'src/a.ts': `const k = "${madeKey('openai-project-key')}";\n`,
    });
    const tarball = path.join(tarballs.dir, packed?.filename ?? '');
    const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    run('npm', ['install', '--save-dev', ...flags, tarball], ws.dir);
  });

  it('prints its version and finds a key, started as CI starts it', () => {
    assert.equal(run('npx', ['--no-install', 'keystow', '--version'], ws.dir), '0.1.0\n');
    const audit = ['--no-install', 'keystow', 'audit', '--format', 'json'];
    assert.throws(
      () => run('npx', audit, ws.dir),
      ({ status, stdout }: { status: number; stdout: string }) => {
        assert.equal(status, 1);
        const { findings } = JSON.parse(stdout) as {
          findings: { rule: string; file: string; fixes: string[] }[];
        };
        assert.deepEqual(
          findings.map(({ rule, file, fixes }) => [rule, file, fixes]),
          [['openai-project-key', 'src/a.ts', ['move-to-env']]],
        );
        return true;
      },
    );
  });

  it('sets a guard up that stops a commit, and takes it out again', () => {
    run('npx', ['--no-install', 'keystow', 'hook', 'install'], ws.dir);
    ws.git('add', '.');
    const author = ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid'];
    const own = { HOME: ws.dir, GIT_CONFIG_NOSYSTEM: '1' };
    assert.throws(
      () => run('git', [...author, 'commit', '-q', '-m', 'all'], ws.dir, own),
      ({ stderr }: { stderr: string }) => stderr.includes('src/a.ts:1'),
    );
    run('npx', ['--no-install', 'keystow', 'hook', 'uninstall'], ws.dir);
    ws.git('commit', '-q', '-m', 'all');
    ws.git('update-ref', '-d', 'HEAD');
  });

  describe('the workflow that it writes', () => {
    const summary = path.join('.git', 'runner', 'summary.md');
    const sarif = path.join('.git', 'runner', 'keystow.sarif');
    /** A step, as a runner starts bash: docs.github.com/actions, `jobs.<id>.steps[*].shell`, read 2026-11-28. */
    let step: (job: string, name: string) => string;

    before(() => {
      const out = run('npx', ['--no-install', 'keystow', 'ci', 'init', 'github'], ws.dir);
      assert.equal(out, `${workflow}: check every pull request\n`);
      ws.git('add', '.');
      ws.git('commit', '-q', '-m', 'all');
      ws.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      ws.write({ 'src/b.ts': `const k = "${madeKey('anthropic-api-key')}";\n` });
      ws.git('add', '.');
      ws.git('commit', '-q', '-m', 'more');
      mkdirSync(ws.path('.git/runner'));
      const { jobs } = parse(readFileSync(ws.path(workflow), 'utf8')) as {
        jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
      };
      const env = {
        RUNNER_TEMP: ws.path('.git/runner'),
        GITHUB_STEP_SUMMARY: ws.path(summary),
        BASE: 'origin/main',
      };
      step = (job, name) => {
        const command = jobs[job]?.steps.find((one) => one.name === name)?.run ?? '';
        assert.notEqual(command, '');
        writeFileSync(ws.path(summary), '');
        return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command], ws.dir, env);
      };
    });

    it('audits every file for code scanning', () => {
      assert.equal(step('code-scanning', 'Audit'), '');
      step('code-scanning', 'Summarise');
      for (const file of [sarif, summary]) {
        const text = readFileSync(ws.path(file), 'utf8');
        assert.ok(text.includes('openai-project-key') && text.includes('anthropic-api-key'));
        for (const part of secretParts(madeKey('openai-project-key'))) assert.ok(!text.includes(part));
      }
    });

    it('lists findings for Code Quality, as GitLab starts its script', () => {
      run('npx', ['--no-install', 'keystow', 'ci', 'init', 'gitlab'], ws.dir);
      const { keystow: job } = parse(readFileSync(ws.path('.gitlab-ci.yml'), 'utf8')) as {
        keystow: { script: string[]; artifacts: { reports: { codequality: string } } };
      };
      const command = job.script.find((one) => one.includes('--format gitlab')) ?? '';
      assert.equal(run('bash', ['-eo', 'pipefail', '-c', command], ws.dir), '');
      const issues = JSON.parse(readFileSync(ws.path(job.artifacts.reports.codequality), 'utf8')) as {
        check_name: string;
        location: { path: string };
      }[];
      assert.deepEqual(
        issues.map(({ check_name, location }) => [check_name, location.path]),
        [
          ['openai-project-key', 'src/a.ts'],
          ['anthropic-api-key', 'src/b.ts'],
        ],
      );
    });

    it('fails a pull request for the keys that it adds, and for no other', () => {
      assert.throws(
        () => step('pull-request', 'Annotate'),
        ({ status, stdout }: { status: number; stdout: string }) => {
          assert.equal(status, 1);
          assert.match(stdout, /^::error file=src\/b\.ts,line=1,.*\n1 key in 1 file\.\n$/);
          return true;
        },
      );
      step('pull-request', 'Summarise');
      const text = readFileSync(ws.path(summary), 'utf8');
      assert.ok(text.includes('anthropic-api-key') && !text.includes('openai-project-key'));
      ws.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      assert.equal(step('pull-request', 'Annotate'), 'No problems in 0 files.\n');
    });
  });
});
