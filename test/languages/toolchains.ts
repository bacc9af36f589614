import { spawnSync } from 'node:child_process';

/** How programs of a language are run; `main` is the shape's first file. */
export interface Toolchain {
  isThere(): boolean;
  readonly build?: (main: string) => readonly (readonly string[])[];
  readonly run: (main: string) => readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const has =
  (...programs: readonly (readonly string[])[]) =>
  (): boolean =>
    programs.every(([program = '', ...args]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0);

/** By the folder of its shapes. */
export const toolchains: Readonly<Record<string, Toolchain>> = {
  go: {
    isThere: has(['go', 'version']),
    run: () => ['go', 'run', '.'],
    env: { GOFLAGS: '-mod=mod', GOPROXY: 'off' },
  },
  java: {
    isThere: has(['javac', '-version'], ['java', '-version']),
    build: (main) => [['javac', '-Xlint:all', '-Werror', '-sourcepath', '.', '-d', 'out', main]],
    run: (main) => ['java', '-cp', 'out', main.replace(/\.java$/, '').replaceAll('/', '.')],
  },
  csharp: {
    isThere: has(['mcs', '--version'], ['mono', '--version']),
    build: (main) => [['mcs', '-nologo', '-langversion:7', '-out:main.exe', main, 'Send.cs']],
    run: () => ['mono', 'main.exe'],
  },
};
