import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { madeKey, secretParts } from '../support/keys';
import { Project, which } from '../support/managers';
import { cli } from '../support/temp';

const key = madeKey('openai-project-key');
const leaky = `export const key = "${key}";\n`;
const clean = 'export const key = process.env.OPENAI_API_KEY;\n';

describe('keystow hook, wherever git runs it', () => {
  const projects: Project[] = [];
  const project = (files: Readonly<Record<string, string>> = {}): Project => {
    const made = new Project(files);
    projects.push(made);
    return made;
  };
  const installed = (made: Project, ...args: readonly string[]): Project => {
    const { code, out, err } = made.keystow(['hook', 'install', ...args]);
    assert.equal(code, 0, out + err);
    return made;
  };
  after(() => {
    for (const made of projects) made.remove();
  });

  it('guards every work tree of a repository, and is set up from each', () => {
    const made = project();
    assert.equal(made.commit(clean).code, 0);
    const other = made.temp.path('other tree');
    made.run('git', 'worktree', 'add', '-q', '-b', 'other', other);
    assert.equal(made.keystow(['hook', 'install'], { dir: other }).code, 0);
    assert.equal(made.commit(leaky, { dir: other }).code, 1);
    assert.equal(made.commit(leaky).code, 1);
    assert.equal(made.commit(`${clean}//\n`, { dir: other }).code, 0);
  });

  it('guards a submodule by itself', () => {
    const inner = project();
    assert.equal(inner.commit(clean).code, 0);
    const made = project();
    made.run('git', '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub');
    const dir = made.path('sub');
    for (const [name, value] of [
      ['user.name', 't'],
      ['user.email', 't@t.invalid'],
    ] as const)
      made.tryRun('git', ['config', name, value], { dir });
    assert.equal(made.keystow(['hook', 'install'], { dir }).code, 0);
    assert.ok(existsSync(made.path('.git/modules/sub/hooks/pre-commit')));
    assert.equal(made.commit(leaky, { dir }).code, 1);
    assert.equal(made.commit(`${clean}//\n`, { dir }).code, 0);
    assert.equal(made.commit(clean).code, 0, 'the repository around it has no guard');
  });

  it('does not write into the hooks of all repositories unless it is told to', () => {
    const made = project();
    const everywhere = made.temp.path('all hooks');
    made.run('git', 'config', '--global', 'core.hooksPath', everywhere);
    const { code, err } = made.keystow(['hook', 'install']);
    assert.equal(code, 2);
    assert.match(err, /all your repositories \(core\.hooksPath\); add --global/);
    assert.ok(!existsSync(everywhere));
    assert.ok(!existsSync(made.path('.git/keystow')));
    installed(made, '--global');
    assert.equal(made.commit(leaky).code, 1);
    const refused = made.keystow(['hook', 'uninstall']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /add --global to take the guard out of all of them/);
    assert.equal(made.commit(leaky).code, 1);
    assert.equal(made.keystow(['hook', 'uninstall', '--global']).code, 0);
    assert.deepEqual(readdirSync(everywhere), []);
  });

  it('is taken out of git’s own hooks too where others are named by now', () => {
    const made = project();
    made.write({ '.git/hooks/pre-commit': '#!/bin/sh\nexit 0\n' }, 0o755);
    installed(made);
    made.run('git', 'config', 'core.hooksPath', 'hooks');
    assert.equal(made.keystow(['hook', 'uninstall']).code, 0);
    made.run('git', 'config', '--unset', 'core.hooksPath');
    assert.equal(readFileSync(made.path('.git/hooks/pre-commit'), 'utf8'), '#!/bin/sh\nexit 0\n');
    assert.equal(made.commit(leaky).code, 0);
  });

  it('says where it cannot be set up', () => {
    const made = project();
    const said = (dir: string): string => {
      const { code, err } = made.keystow(['hook', 'install'], { dir });
      assert.equal(code, 2);
      return err;
    };
    const none = made.temp.path('none');
    mkdirSync(none);
    assert.match(said(none), /no git repository/);
    const bare = made.temp.path('bare');
    made.run('git', 'init', '-q', '--bare', bare);
    assert.match(said(bare), /no work tree/);
    made.run('git', 'config', 'core.hooksPath', '/dev/null');
    if (process.platform !== 'win32') assert.match(said(made.dir), /hooks are switched off here/);
  });

  it('leaves a hook alone that would not run under another name', () => {
    const made = project();
    made.write({ '.git/hooks/pre-commit': '#!/bin/sh\nhook=$(basename "$0")\n' }, 0o755);
    const before = made.snapshot();
    const { code, err } = made.keystow(['hook', 'install']);
    assert.equal(code, 2);
    assert.match(err, /asks for its own name \(basename\).*add this line to it: .*keystow\/guard\.sh/s);
    assert.deepEqual({ ...made.snapshot() }, before);
  });

  it('lets the commit of a teammate pass who has no Keystow, and says how to get it', () => {
    const made = project();
    made.write({ 'hooks/pre-commit': '#!/bin/sh\n' }, 0o755);
    made.run('git', 'config', 'core.hooksPath', 'hooks');
    installed(made);
    made.run('git', 'add', 'hooks');
    assert.equal(made.commit(clean).code, 0);
    const clone = made.temp.path('of a teammate');
    made.run('git', 'clone', '-q', made.dir, clone);
    for (const [name, value] of [
      ['user.name', 't'],
      ['user.email', 't@t.invalid'],
      ['core.hooksPath', 'hooks'],
    ] as const)
      made.tryRun('git', ['config', name, value], { dir: clone });
    const { code, err } = made.commit(leaky, { dir: clone });
    assert.equal(code, 0, err);
    assert.match(err, /is not installed here.*npm install --save-dev keystow/);

    // With the package of the project nobody has to set anything up.
    mkdirSync(path.join(clone, 'node_modules/keystow/'), { recursive: true });
    symlinkSync(path.dirname(cli), path.join(clone, 'node_modules/keystow/dist'), 'junction');
    const again = made.commit(`//\n${leaky}`, { dir: clone });
    assert.equal(again.code, 0, 'the key is committed already');
    assert.doesNotMatch(again.err, /is not installed here/);
    const other = made.commit(leaky.replace(key, madeKey('openai-project-key', 'other')), { dir: clone });
    assert.equal(other.code, 1);
    assert.match(other.err, /npx --no-install keystow accept code\.ts:1 --reason/);
  });

  it('offers a command that runs where Keystow is installed for every project', () => {
    const made = installed(project());
    const global = path.join(made.temp.dir, 'global');
    mkdirSync(path.join(global, 'lib/node_modules/keystow'), { recursive: true });
    const own = path.join(global, 'lib/node_modules/keystow/dist');
    symlinkSync(path.dirname(cli), own, 'junction');
    made.write({ '.git/keystow/runtime': `cli=${path.join(own, 'cli.js')}\nnode=${process.execPath}\n` });
    const { code, err } = made.commit(leaky);
    assert.equal(code, 1);
    assert.ok(err.includes(`${path.join(own, 'cli.js')} accept code.ts:1`), err);
  });

  it('takes the Keystow of the project before the one that has set it up', () => {
    const made = installed(project());
    made.write(
      { 'node_modules/.bin/keystow': '#!/usr/bin/env node\nconsole.error("the own one");\n' },
      0o755,
    );
    const { code, err } = made.commit(leaky);
    assert.equal(code, 0);
    assert.match(err, /the own one/);
    // As pnpm and npm on Windows write it.
    made.write({
      'node_modules/.bin/keystow':
        '#!/bin/sh\nnode -e "console.error(\'shim\', process.argv.slice(1, 4).join())" -- "$@"\n',
    });
    assert.match(made.commit(`${leaky}//\n`).err, /shim hook,run,pre-commit/);
  });

  it('stops the commit where the guard fails or is killed, and says how to go on', () => {
    const made = installed(project());
    for (const program of ['process.kill(process.pid, "SIGKILL")', 'process.exit(2)', 'throw new Error()']) {
      made.write({ 'node_modules/.bin/keystow': `#!/usr/bin/env node\n${program};\n` }, 0o755);
      const { code, err } = made.commit(clean);
      assert.notEqual(code, 0);
      assert.match(err, /the commit is stopped, for it was not checked; git commit --no-verify goes on/);
    }
    assert.equal(made.tryRun('git', ['commit', '-q', '--no-verify', '-m', 'x']).code, 0);
  });

  it('stops the commit where nothing is left that could check it', () => {
    const made = installed(project());
    made.write({ '.git/keystow/runtime': 'cli=/nowhere/cli.js\r\nnode=/nowhere/node\r\n' });
    const { code, err } = made.commit(clean);
    assert.equal(code, 1);
    assert.match(err, /neither in node_modules nor where it was \(\/nowhere\/cli\.js\).*install it/);
    assert.equal(made.keystow(['hook', 'status']).code, 1);
    installed(made);
    rmSync(made.path('.git/keystow/guard.sh'));
    assert.match(made.keystow(['hook', 'status']).out, /would not run: .*run keystow hook install/);
    assert.match(made.commit(clean).err, /Keystow is not found.*stopped/);
  });

  it('runs without node on PATH, with the one that has set it up or the editor’s', function () {
    if (process.platform === 'win32') this.skip();
    const made = installed(project());
    const bin = made.temp.path('bin');
    mkdirSync(bin);
    for (const name of ['git', 'sh', 'dirname', 'cat', 'rm', 'env']) {
      const program = which(name);
      if (program !== undefined) symlinkSync(program, path.join(bin, name));
    }
    const env = { PATH: bin, HOME: '/nowhere' };
    assert.equal(made.commit(leaky, { env }).code, 1);
    // The launcher without the places in which this machine may have a node.
    const launcher = made.path('.git/keystow/guard.sh');
    writeFileSync(
      launcher,
      readFileSync(launcher, 'utf8').replaceAll(/^ {4}\/.*\/node \\$/gm, '    /nowhere/node \\'),
    );
    const cliLine = `cli=${cli}\n`;
    made.write({ '.git/keystow/runtime': cliLine });
    const none = made.commit(leaky, { env });
    assert.match(none.err, /node 20 or later was not found/);
    const editor = made.temp.path('an editor');
    writeFileSync(
      editor,
      `#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] || exit 9\nexec "${process.execPath}" "$@"\n`,
    );
    chmodSync(editor, 0o755);
    made.write({ '.git/keystow/runtime': `${cliLine}editor=${editor}\n` });
    const refused = made.commit(leaky, { env });
    assert.equal(refused.code, 1);
    assert.match(refused.err, /OpenAI project key/);
  });

  it('finds the extension’s Keystow after an update', () => {
    const made = installed(project());
    const extensions = made.temp.path('my extensions');
    const dist = path.join(extensions, 'keystow.keystow-0.2.0/dist');
    mkdirSync(dist, { recursive: true });
    for (const name of ['cli.js', 'hookRun.js'])
      copyFileSync(path.join(path.dirname(cli), name), path.join(dist, name));
    made.write({
      '.git/keystow/runtime': `cli=${extensions}/keystow.keystow-0.1.0/dist/cli.js\nnode=${process.execPath}\n`,
    });
    assert.equal(made.commit(leaky).code, 1);
  });

  it('works in a hook whose lines end as on Windows', function () {
    if (which('sh') === undefined) this.skip();
    const made = installed(project());
    made.write({ 'code.ts': leaky });
    made.run('git', 'add', 'code.ts');
    const text = made.read('.git/hooks/pre-commit').replaceAll('\n', '\r\n');
    made.write({ 'hook.sh': text });
    const { code, err } = made.tryRun('sh', ['hook.sh']);
    assert.equal(code, 1, err);
    assert.match(err, /OpenAI project key/);
  });

  it('leaves the hook from before working when it is killed at any moment', async () => {
    const made = project();
    made.write({ '.git/hooks/pre-commit': '#!/bin/sh\necho before >>"$RAN"\n' }, 0o755);
    for (const delay of [0, 60, 120, 180, 240, 300, 400, 500]) {
      const verb = delay % 120 === 0 ? 'install' : 'uninstall';
      await new Promise<void>((resolve) => {
        const child = spawn(process.execPath, [cli, 'hook', verb], { cwd: made.dir, stdio: 'ignore' });
        const timer = setTimeout(() => child.kill('SIGKILL'), delay);
        child.on('close', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      rmSync(made.log, { force: true });
      assert.equal(made.commit(`${clean}// ${delay}\n`).code, 0);
      assert.equal(made.ran(), 'before\n', `after ${delay} ms of ${verb}`);
    }
    assert.equal(made.keystow(['hook', 'uninstall']).code, 0);
    assert.equal(made.read('.git/hooks/pre-commit'), '#!/bin/sh\necho before >>"$RAN"\n');
    const names = readdirSync(made.path('.git/hooks')).filter((name) => !name.endsWith('.sample'));
    assert.deepEqual(names, ['pre-commit']);
  });

  it('takes with it what was being written when it was killed', () => {
    const made = installed(project());
    const left = ['.git/hooks/.pre-commit.keystow-new', '.git/hooks/.pre-commit.before-keystow.keystow-new'];
    made.write(Object.fromEntries(left.map((file) => [file, 'half'])));
    assert.equal(made.keystow(['hook', 'uninstall']).code, 0);
    const names = readdirSync(made.path('.git/hooks')).filter((name) => !name.endsWith('.sample'));
    assert.deepEqual(names, []);
  });

  it('goes on where it was interrupted between its two steps', () => {
    const made = project();
    made.write({ '.git/hooks/pre-commit': '#!/bin/sh\n' }, 0o755);
    copyFileSync(made.path('.git/hooks/pre-commit'), made.path('.git/hooks/pre-commit.before-keystow'));
    installed(made);
    assert.equal(made.commit(leaky).code, 1);
    assert.equal(made.keystow(['hook', 'uninstall']).code, 0);
    assert.equal(made.read('.git/hooks/pre-commit'), '#!/bin/sh\n');
    assert.ok(!existsSync(made.path('.git/hooks/pre-commit.before-keystow')));
  });

  it('guards pushes, and gives the hook from before what git says of them', () => {
    const made = project();
    const remote = made.temp.path('remote.git');
    made.run('git', 'init', '-q', '--bare', remote);
    made.run('git', 'remote', 'add', 'origin', remote);
    made.write({ '.git/hooks/pre-push': '#!/bin/sh\ncat >>"$RAN"\n' }, 0o755);
    const before = made.snapshot();
    installed(made, 'pre-push');
    assert.equal(made.commit(leaky).code, 0, 'commits are not guarded');
    const push = made.tryRun('git', ['push', '-q', 'origin', 'main']);
    assert.notEqual(push.code, 0);
    assert.match(push.err, /1 problem stops this push/);
    for (const part of secretParts(key)) assert.ok(!push.err.includes(part));
    assert.match(made.ran(), /^refs\/heads\/main [0-9a-f]{40} refs\/heads\/main 0{40}\n$/);
    made.write({ 'code.ts': clean });
    made.run('git', 'commit', '-q', '-a', '--amend', '-m', 'y');
    assert.equal(made.tryRun('git', ['push', '-q', 'origin', 'main']).code, 0);
    assert.equal(made.keystow(['hook', 'uninstall']).code, 0);
    const after = { ...made.snapshot() };
    delete after['code.ts'];
    assert.deepEqual(after, before);
  });

  it('writes the configuration of pre-commit for other tools, and takes it away again', () => {
    const made = project();
    const { code, out } = made.keystow(['hook', 'install', '--with', 'gitleaks', '--with', 'detect-secrets']);
    assert.equal(code, 1, 'pre-commit is not set up');
    assert.match(out, /run pre-commit install/);
    const text = made.read('.pre-commit-config.yaml');
    assert.match(text, /repo: https:\/\/github\.com\/gitleaks\/gitleaks\n {4}rev: v8\.30\.1\n/);
    assert.match(text, /id: keystow\n/);
    made.keystow(['hook', 'install', '--with', 'gitleaks']);
    assert.equal(made.read('.pre-commit-config.yaml'), text);
    if (which('pre-commit') !== undefined)
      made.run('pre-commit', 'validate-config', '.pre-commit-config.yaml');
    assert.equal(made.keystow(['hook', 'uninstall']).code, 0);
    assert.ok(!existsSync(made.path('.pre-commit-config.yaml')));
    assert.equal(made.keystow(['hook', 'install', '--with', 'nothing']).code, 2);
  });

  it('can itself be run by the pre-commit framework', function () {
    if (which('pre-commit') === undefined) {
      console.log('      skipped: pre-commit is not installed');
      this.skip();
    }
    const { status, stdout } = spawnSync('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml'], {
      cwd: path.dirname(path.dirname(cli)),
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });
});
