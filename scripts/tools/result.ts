import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'dotenv';
import { fixtures } from '../../test/support/fixtures';
import { fill, sections } from '../../test/support/markers';
import { binaries } from './npm';

interface Running {
  /** With the values of the env file in its environment. */
  readonly exported?: true;
  readonly env?: Readonly<Record<string, string>>;
  readonly mayFail?: true;
}

/** A move's result on disk. */
export class Result {
  readonly dir = mkdtempSync(path.join(os.homedir(), '.keystow-tools-'));
  readonly values: Readonly<Record<string, string>>;

  constructor(fixture: string) {
    const paths = [`moves/config/${fixture}.txt`, `moves/${fixture}.txt`];
    const text = fixtures.find((one) => paths.includes(one.path))?.text;
    if (text === undefined) throw new Error(`There is no fixture ${fixture}.`);
    for (const { path: name, body } of sections(text))
      if (name.startsWith('after ')) this.write(name.slice('after '.length), fill(body).text);
    const env = readdirSync(this.dir, { recursive: true, encoding: 'utf8' }).find(
      (name) => path.basename(name) === '.env',
    );
    this.values = parse(this.read(env ?? '.env'));
    if (Object.keys(this.values).length === 0) throw new Error(`No value was moved in ${fixture}.`);
  }

  read(name: string): string {
    return readFileSync(path.join(this.dir, name), 'utf8');
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.dir, name)), { recursive: true });
    writeFileSync(path.join(this.dir, name), text);
  }

  change(name: string, change: (text: string) => string): void {
    const text = this.read(name);
    const changed = change(text);
    if (changed === text) throw new Error(`Nothing was changed in ${name}.`);
    this.write(name, changed);
  }

  /** Runs a program there, in a home folder of its own; throws where it fails. */
  async run(
    [program = '', ...args]: readonly string[],
    { exported, env, mayFail }: Running = {},
  ): Promise<string> {
    const child = spawn(program, args, {
      cwd: this.dir,
      env: {
        ...process.env,
        HOME: this.dir,
        CI: 'true',
        DO_NOT_TRACK: '1',
        PATH: `${binaries('node')}/bin:${process.env.PATH}`,
        ...(exported === true ? this.values : {}),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    });
    let out = '';
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (out += part));
    const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
    if (code !== 0 && mayFail !== true) throw new Error(`${program} gave ${code}: ${this.#without(out)}`);
    return out;
  }

  /** Runs a script of a file in sh, where programs of these names print what they are given. */
  async runScript(
    script: string,
    env: Readonly<Record<string, string>>,
    ...programs: readonly string[]
  ): Promise<string> {
    const stubs = programs.map((name) => `${name}() { printf '%s\\n' "$@"; }`);
    return this.run(['sh', '-ec', [...stubs, script].join('\n')], { env });
  }

  /** Every value of the env file has to be in a text. */
  mustReach(text: string): void {
    const missing = Object.entries(this.values).filter(([, value]) => !text.includes(value));
    if (missing.length > 0) throw new Error(`did not arrive: ${missing.map(([name]) => name).join(', ')}`);
  }

  /** None of them may be: the file is one that everybody reads. */
  mustNotReach(text: string): void {
    if (Object.values(this.values).some((value) => text.includes(value)))
      throw new Error('a value is still there');
  }

  #without(text: string): string {
    return Object.entries(this.values)
      .reduce((rest, [name, value]) => rest.replaceAll(value, `<${name}>`), text)
      .slice(-800);
  }
}
