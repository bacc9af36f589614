import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { madeKey, secretParts } from '../support/keys';
import { ensureManagers, Project, packages, which } from '../support/managers';

const key = madeKey('openai-project-key');
const leaky = `export const key = "${key}";\n`;
const clean = 'export const key = process.env.OPENAI_API_KEY;\n';

/** A repository that uses something for its hooks: the guard joins it. */
interface Case {
  readonly title: string;
  readonly prepare: () => Project;
  /** What the hook that was there before writes when it runs. */
  readonly ran?: string;
  /** Why it cannot be tried here. */
  readonly missing?: string | undefined;
}

const note = (name: string): string => `echo ${name} >>"$RAN"`;
const manifest = (more: object): string =>
  `${JSON.stringify({ name: 'p', private: true, ...more }, null, 2)}\n`;
const lefthookBinary = path.join(packages, `lefthook-${process.platform}-${process.arch}`, 'bin/lefthook');

function plain(files: Readonly<Record<string, string>> = {}): Project {
  const project = new Project();
  project.write(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`.git/hooks/${name}`, text])),
    0o755,
  );
  return project;
}

function lefthook(file: string, text: string): Project {
  const project = new Project({ [file]: text });
  for (const name of ['lefthook', path.basename(path.dirname(path.dirname(lefthookBinary)))])
    project.add(name);
  project.run(lefthookBinary, 'install');
  return project;
}

const preCommit = which('pre-commit');

const cases: readonly Case[] = [
  { title: 'no hook', prepare: () => plain() },
  {
    title: 'a hook of the shell',
    prepare: () => plain({ 'pre-commit': `#!/bin/sh\n${note('shell')}\n` }),
    ran: 'shell\n',
  },
  {
    title: 'a hook of the shell that ends with exit and no line end',
    prepare: () => plain({ 'pre-commit': `#!/bin/sh\r\n${note('shell')} #\r\nexit 0`.replaceAll('\r', '') }),
    ran: 'shell\n',
  },
  {
    title: 'a hook of Python',
    prepare: () =>
      plain({
        'pre-commit': '#!/usr/bin/env python3\nimport os\nopen(os.environ["RAN"], "a").write("python\\n")\n',
      }),
    ran: 'python\n',
    missing: which('python3') === undefined ? 'python3 is not installed' : undefined,
  },
  {
    title: 'a hook that is a program',
    prepare: () => {
      const project = plain();
      copyFileSync('/bin/true', project.path('.git/hooks/pre-commit'));
      return project;
    },
    missing: process.platform === 'win32' ? 'there is no /bin/true' : undefined,
  },
  {
    title: 'a hook that is a link',
    prepare: () => {
      const project = new Project();
      project.write({ 'tools/check': `#!/bin/sh\n${note('link')}\n` }, 0o755);
      symlinkSync('../../tools/check', project.path('.git/hooks/pre-commit'));
      return project;
    },
    ran: 'link\n',
  },
  {
    title: 'a folder of hooks that is committed',
    prepare: () => {
      const project = new Project();
      project.write({ '.git hooks/pre-commit': `#!/bin/sh\n${note('committed')}\n` }, 0o755);
      project.run('git', 'config', 'core.hooksPath', '.git hooks');
      return project;
    },
    ran: 'committed\n',
  },
  {
    title: 'husky 9',
    prepare: () => {
      const project = new Project({ 'package.json': manifest({ devDependencies: { husky: '^9.0.0' } }) });
      project.add('husky', 'husky-9');
      project.write({ '.husky/pre-commit': `${note('husky')}\n` });
      project.run(process.execPath, 'node_modules/husky/bin.js');
      return project;
    },
    ran: 'husky\n',
  },
  {
    title: 'husky 9 without a hook for commits',
    prepare: () => {
      const project = new Project({ 'package.json': manifest({ devDependencies: { husky: '^9.0.0' } }) });
      project.add('husky', 'husky-9');
      project.run(process.execPath, 'node_modules/husky/bin.js');
      return project;
    },
  },
  {
    title: 'husky 8',
    prepare: () => {
      const project = new Project({ 'package.json': manifest({ devDependencies: { husky: '^8.0.0' } }) });
      project.add('husky', 'husky-8');
      project.run(process.execPath, 'node_modules/husky/lib/bin.js', 'install');
      project.run(
        process.execPath,
        'node_modules/husky/lib/bin.js',
        'add',
        '.husky/pre-commit',
        note('husky 8'),
      );
      return project;
    },
    ran: 'husky 8\n',
  },
  {
    title: 'husky 9 with lint-staged',
    prepare: () => {
      const project = new Project({
        'package.json': manifest({ 'lint-staged': { '*.ts': 'node note.mjs' } }),
        'note.mjs':
          "import { appendFileSync } from 'node:fs';\nappendFileSync(process.env.RAN, 'lint-staged\\n');\n",
      });
      project.add('husky', 'husky-9');
      project.add('lint-staged');
      project.write({ '.husky/pre-commit': 'node node_modules/lint-staged/bin/lint-staged.js --quiet' });
      project.run(process.execPath, 'node_modules/husky/bin.js');
      return project;
    },
    ran: 'lint-staged\n',
  },
  {
    title: 'lefthook, in YAML',
    prepare: () =>
      lefthook(
        'lefthook.yml',
        `# Our hooks\npre-commit:\n  parallel: true\n  commands: # all of them\n    # one\n    note:\n      run: '${note('lefthook')}'\n`,
      ),
    ran: 'lefthook\n',
  },
  {
    title: 'lefthook with jobs, in a hidden file',
    prepare: () => lefthook('.lefthook.yaml', `pre-commit:\n  jobs:\n    - run: '${note('job')}'\n`),
    ran: 'job\n',
  },
  {
    title: 'lefthook, in TOML',
    prepare: () =>
      lefthook('lefthook.toml', `# Ours\n[pre-commit.commands.note]\nrun = '${note('toml')}' # why\n`),
    ran: 'toml\n',
  },
  {
    title: 'lefthook, in JSON',
    prepare: () =>
      lefthook(
        'lefthook.json',
        `{\n\t"pre-commit": {"commands": {"note": {"run": ${JSON.stringify(note('json'))}}}}\n}\n`,
      ),
    ran: 'json\n',
  },
  {
    title: 'simple-git-hooks',
    prepare: () => {
      const project = new Project({
        'package.json': manifest({
          'simple-git-hooks': { 'pre-commit': `${note('simple')}; true`, 'commit-msg': 'true' },
        }),
      });
      project.add('simple-git-hooks');
      project.run(process.execPath, 'node_modules/simple-git-hooks/cli.js');
      return project;
    },
    ran: 'simple\n',
  },
  {
    title: 'simple-git-hooks without a hook for commits, in a file of its own',
    prepare: () => {
      const project = new Project({
        'package.json': manifest({}),
        '.simple-git-hooks.json': '{\r\n  "commit-msg": "true"\r\n}\r\n',
      });
      project.add('simple-git-hooks');
      project.run(process.execPath, 'node_modules/simple-git-hooks/cli.js');
      return project;
    },
  },
  {
    title: 'pre-commit',
    prepare: () => {
      const project = new Project({
        '.pre-commit-config.yaml': [
          '# Ours',
          'repos:',
          '# the usual',
          '-   repo: local',
          '    hooks:',
          '    -   id: note',
          '        name: note',
          `        entry: sh -c '${note('pre-commit')}'`,
          '        language: system',
          '',
        ].join('\n'),
      });
      project.run('pre-commit', 'install');
      project.run('git', 'add', '.pre-commit-config.yaml');
      return project;
    },
    ran: 'pre-commit\n',
    missing: preCommit === undefined ? 'pre-commit is not installed' : undefined,
  },
];

describe('keystow hook', () => {
  const projects: Project[] = [];
  const made = (project: Project): Project => {
    projects.push(project);
    return project;
  };
  before(() => {
    ensureManagers();
  });
  after(() => {
    for (const project of projects) project.remove();
  });

  for (const { title, prepare, ran = '', missing } of cases) {
    it(`joins ${title}`, function () {
      if (missing !== undefined) {
        console.log(`      skipped: ${missing}`);
        this.skip();
      }
      const project = made(prepare());
      const before = project.snapshot();
      const installed = project.keystow(['hook', 'install']);
      assert.equal(installed.code, 0, installed.out + installed.err);
      const once = project.snapshot();
      assert.equal(project.keystow(['hook', 'install']).code, 0);
      assert.deepEqual(project.snapshot(), once, 'twice is once');
      // pre-commit wants its configuration staged.
      project.tryRun('git', ['add', '-A', '--', ':!code.ts', ':!node_modules']);

      const refused = project.commit(leaky);
      assert.notEqual(refused.code, 0, refused.out + refused.err);
      assert.equal(
        project.tryRun('git', ['rev-parse', '--verify', '-q', 'HEAD']).code,
        1,
        'nothing was committed',
      );
      const said = refused.out + refused.err;
      assert.match(said, /code\.ts:1:21 {2}OpenAI project key/);
      for (const part of secretParts(key)) assert.ok(!said.includes(part));

      project.tryRun('git', ['rm', '--cached', '-q', '-r', '.']);
      const passed = project.commit(clean);
      assert.equal(passed.code, 0, passed.out + passed.err);
      assert.equal(project.ran().split('\n').includes(ran.trimEnd()), true, 'the hook from before ran');

      const gone = project.keystow(['hook', 'uninstall']);
      assert.equal(gone.code, 0, gone.err);
      const after = { ...project.snapshot() };
      delete after['code.ts'];
      assert.deepEqual(after, before);
    });
  }

  const staging: Readonly<Record<string, (command: string) => Project>> = {
    'husky 9': (command) => {
      const project = new Project({ 'package.json': manifest({ devDependencies: { husky: '^9.0.0' } }) });
      project.add('husky', 'husky-9');
      project.write({ '.husky/pre-commit': `${command}\n` });
      project.run(process.execPath, 'node_modules/husky/bin.js');
      return project;
    },
    'simple-git-hooks': (command) => {
      const project = new Project({
        'package.json': manifest({ 'simple-git-hooks': { 'pre-commit': command } }),
      });
      project.add('simple-git-hooks');
      project.run(process.execPath, 'node_modules/simple-git-hooks/cli.js');
      return project;
    },
    'a hook of its own': (command) => plain({ 'pre-commit': `#!/bin/sh\n${command}\n` }),
  };
  for (const [title, prepare] of Object.entries(staging))
    it(`looks at what the commands of ${title} stage`, () => {
      const project = made(prepare('git add code.ts && true'));
      assert.equal(project.keystow(['hook', 'install']).code, 0);
      project.write({ 'code.ts': clean });
      project.run('git', 'add', 'code.ts');
      project.write({ 'code.ts': leaky });
      const { code, out, err } = project.tryRun('git', ['commit', '-q', '-m', 'x']);
      assert.notEqual(code, 0, out + err);
      assert.match(out + err, /OpenAI project key/);
    });

  it('leaves a hook that may not be run as it is', () => {
    const project = made(plain({ 'pre-commit': '#!/bin/sh\nexit 1\n' }));
    chmodSync(project.path('.git/hooks/pre-commit'), 0o644);
    const before = project.snapshot();
    assert.equal(project.keystow(['hook', 'install']).code, 0);
    assert.equal(project.commit(clean).code, 0);
    assert.equal(project.keystow(['hook', 'uninstall']).code, 0);
    const after = { ...project.snapshot() };
    delete after['code.ts'];
    assert.deepEqual(after, before);
  });
});
