import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root } from './sources';
import { cli, type Ran, TempFolder } from './temp';

const folder = path.join(root, 'test/managers');
export const packages = path.join(folder, 'node_modules');

/** Installs the managers of git hooks from npm into test/managers, without any install script. Does nothing where they are. */
export function ensureManagers(): void {
  const done = path.join(packages, '.keystow-complete');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}.`);
  writeFileSync(done, wanted);
}

/** A program of this machine; undefined where it is not installed. */
export function which(program: string): string | undefined {
  for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(dir, program);
    if (existsSync(file)) return file;
  }
  return undefined;
}

/** A git repository in a folder with a space in its name, in which commits are made as an editor makes them. */
export class Project {
  readonly temp = new TempFolder();
  readonly dir = this.temp.path('my project');
  /** Where the hooks of a test write that they ran: outside of the work tree. */
  readonly log = this.temp.path('ran');

  constructor(files: Readonly<Record<string, string>> = {}) {
    mkdirSync(this.dir);
    this.write({ 'a.txt': 'a\n', ...files });
    this.run('git', 'init', '-q', '-b', 'main');
    this.run('git', 'config', 'user.name', 't');
    this.run('git', 'config', 'user.email', 't@t.invalid');
  }

  path(file: string): string {
    return path.join(this.dir, file);
  }

  write(files: Readonly<Record<string, string>>, mode = 0o644): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(this.path(file)), { recursive: true });
      writeFileSync(this.path(file), text);
      chmodSync(this.path(file), mode);
    }
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Puts a package of test/managers where npm would have put it. */
  add(name: string, from = name): void {
    mkdirSync(this.path('node_modules'), { recursive: true });
    symlinkSync(path.join(packages, from), this.path(path.join('node_modules', name)), 'junction');
  }

  /**
   * Runs a program with the environment of an editor that was not started from a shell.
   *
   * @param env laid over it; `dir` is where it runs.
   */
  tryRun(
    program: string,
    args: readonly string[],
    { dir = this.dir, env = {} }: { dir?: string; env?: NodeJS.ProcessEnv } = {},
  ): Ran {
    const ran = spawnSync(program, args, {
      cwd: dir,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...(process.platform === 'win32' ? process.env : { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' }),
        HOME: this.temp.dir,
        USERPROFILE: this.temp.dir,
        RAN: this.log,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_ALLOW_PROTOCOL: 'file',
        ...env,
      },
    });
    return { code: ran.status, out: ran.stdout ?? '', err: ran.stderr ?? String(ran.error) };
  }

  /** The same; what ends otherwise than with 0 fails the test. */
  run(program: string, ...args: readonly string[]): string {
    const { code, out, err } = this.tryRun(program, args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${out}${err}`);
    return out;
  }

  keystow(args: readonly string[], options: { dir?: string; env?: NodeJS.ProcessEnv } = {}): Ran {
    return this.tryRun(process.execPath, [cli, ...args], options);
  }

  /** Commits everything, with a file of this text. */
  commit(text: string, options: { dir?: string; env?: NodeJS.ProcessEnv } = {}): Ran {
    const dir = options.dir ?? this.dir;
    writeFileSync(path.join(dir, 'code.ts'), text);
    this.tryRun('git', ['add', 'code.ts'], { dir });
    return this.tryRun('git', ['commit', '-q', '-m', 'x'], options);
  }

  /** What the hooks of a test have written. */
  ran(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
  }

  /** Every file of the work tree, and git's hooks and configuration: mode and content. */
  snapshot(): Readonly<Record<string, string>> {
    const files: Record<string, string> = {};
    const visit = (dir: string): void => {
      for (const name of readdirSync(path.join(this.dir, dir)).sort()) {
        const file = path.join(dir, name);
        const info = lstatSync(this.path(file));
        if (name === 'node_modules' || (dir === '.git' && !/^(?:hooks|config|keystow|modules)$/.test(name)))
          continue;
        if (info.isDirectory()) visit(file);
        else if (info.isSymbolicLink()) files[file] = `link ${readlinkSync(this.path(file))}`;
        else files[file] = `${(info.mode & 0o777).toString(8)} ${readFileSync(this.path(file), 'latin1')}`;
      }
    };
    visit('');
    return files;
  }

  remove(): void {
    this.temp.remove();
  }
}
