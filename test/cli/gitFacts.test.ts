import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeWorkspace } from '../../src/platform/workspace.node';
import { TempFolder } from '../support/temp';

/** A folder of a repository below its root, and what git is asked about it. */
class Watched {
  readonly repository = new TempFolder({ 'app/src/a.ts': '', 'app/.env': '' });
  readonly #bin = new TempFolder();
  readonly #path = process.env.PATH ?? '';
  readonly #home = process.env.HOME;

  constructor() {
    this.repository.git('init', '-q');
    const log = this.#bin.path('log');
    writeFileSync(log, '');
    const real = `PATH='${this.#path}'`;
    writeFileSync(this.#bin.path('git'), `#!/bin/sh\necho asked >> '${log}'\n${real} exec git "$@"\n`);
    chmodSync(this.#bin.path('git'), 0o755);
    process.env.PATH = `${this.#bin.dir}${path.delimiter}${this.#path}`;
    process.env.HOME = this.#bin.dir;
  }

  get asked(): number {
    return readFileSync(this.#bin.path('log'), 'utf8').split('\n').length - 1;
  }

  writeAtHome(name: string, text: string): void {
    mkdirSync(path.dirname(this.#bin.path(name)), { recursive: true });
    writeFileSync(this.#bin.path(name), text);
  }

  end(): void {
    process.env.PATH = this.#path;
    if (this.#home === undefined) delete process.env.HOME;
    else process.env.HOME = this.#home;
    this.repository.remove();
    this.#bin.remove();
  }
}

const isPosix = process.platform !== 'win32'; // the stand-in for git is a shell script

(isPosix ? describe : describe.skip)('what git says of a file', () => {
  let watched: Watched;
  beforeEach(() => {
    watched = new Watched();
  });
  afterEach(() => watched.end());

  const open = { inRepository: true, tracked: false, ignored: false };
  const ignored = { inRepository: true, tracked: false, ignored: true };

  it('is not asked for again while nothing changes, and once where the file is ignored', async () => {
    const workspace = new NodeWorkspace(watched.repository.path('app'));
    watched.repository.write({ '.gitignore': '.env\n' });
    assert.deepEqual(await workspace.facts('.env'), ignored);
    const { asked } = watched;
    assert.equal(asked, 2); // whether it is a repository, and whether it ignores the file
    assert.deepEqual(await workspace.facts('.env'), ignored);
    assert.equal(watched.asked, asked);
  });

  it('is asked about many files at once, also where one cannot be judged', async () => {
    const names = Array.from({ length: 120 }, (_, at) => `src/${at} [é].ts`);
    watched.repository.write(Object.fromEntries(names.map((name) => [`app/${name}`, ''])));
    watched.repository.write({ 'app/.gitignore': '[1-3]*.ts\n' });
    watched.repository.git('add', '-f', ...names.slice(0, 60).map((name) => `app/${name}`));
    const workspace = new NodeWorkspace(watched.repository.path('app'));
    const facts = await Promise.all(names.map((name) => workspace.facts(name)));
    assert.ok(watched.asked < 20, String(watched.asked));
    for (const [at, name] of names.entries())
      assert.deepEqual(
        facts[at],
        { inRepository: true, tracked: at < 60, ignored: /^[1-3]/.test(String(at)) },
        name,
      );
    symlinkSync(watched.repository.path('app/src'), watched.repository.path('app/link'));
    const some = ['link/a.ts', ':(top)x', 'src/0 [é].ts', '.env'];
    const mixed = await Promise.all(some.map((name) => workspace.facts(name)));
    assert.deepEqual(
      mixed.map(({ tracked }) => tracked),
      [false, false, true, false],
    );
    assert.equal(mixed[3]?.ignored, false);
  });

  for (const [title, change, now] of [
    ['an ignore file above the workspace', { '.gitignore': '.env\n' }, ignored],
    ['an ignore file beside it', { 'app/.gitignore': '.env\n' }, ignored],
    ['the rules of this clone', { '.git/info/exclude': '.env\n' }, ignored],
  ] as const) {
    it(`is new with ${title}`, async () => {
      const workspace = new NodeWorkspace(watched.repository.path('app'));
      assert.deepEqual(await workspace.facts('.env'), open);
      watched.repository.write(change);
      assert.deepEqual(await workspace.facts('.env'), now);
    });
  }

  it('is new with the rules of the user, and with a setting', async () => {
    const workspace = new NodeWorkspace(watched.repository.path('app'));
    assert.deepEqual(await workspace.facts('.env'), open);
    watched.writeAtHome('.config/git/ignore', '.env\n');
    assert.deepEqual(await workspace.facts('.env'), ignored);
    watched.repository.git('config', 'core.excludesFile', watched.repository.path('none'));
    assert.deepEqual(await workspace.facts('.env'), open);
  });

  it('is new with the index: a file is tracked, and is no longer', async () => {
    const workspace = new NodeWorkspace(watched.repository.path('app'));
    watched.repository.write({ '.gitignore': '.env\n' });
    assert.deepEqual(await workspace.facts('.env'), ignored);
    watched.repository.git('add', '-f', 'app/.env');
    assert.deepEqual(await workspace.facts('.env'), { inRepository: true, tracked: true, ignored: true });
    watched.repository.git('rm', '-q', '--cached', 'app/.env');
    assert.deepEqual(await workspace.facts('.env'), ignored);
  });

  it('is new in a working tree of its own, and through a link', async () => {
    watched.repository.git('add', '.');
    watched.repository.git('commit', '-qm', 'a');
    watched.repository.git('worktree', 'add', '-q', 'tree');
    symlinkSync(watched.repository.path('tree/app'), watched.repository.path('link'));
    const workspace = new NodeWorkspace(watched.repository.path('link'));
    const tracked = { inRepository: true, tracked: true, ignored: false };
    assert.deepEqual(await workspace.facts('.env'), tracked);
    watched.repository.git('-C', 'tree', 'rm', '-q', '--cached', 'app/.env');
    assert.deepEqual(await workspace.facts('.env'), open);
    watched.repository.write({ 'tree/.gitignore': '.env\n' });
    assert.deepEqual(await workspace.facts('.env'), ignored);
  });
});
