import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

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

const modules = path.resolve(__dirname, '..', '..', 'node_modules');

/** By the folder of its shapes. */
export const toolchains: Readonly<Record<string, Toolchain>> = {
  go: {
    isThere: has(['go', 'version']),
    run: () => ['go', 'run', '.'],
    env: { GOFLAGS: '-mod=mod', GOPROXY: 'off' },
  },
  javascript: {
    isThere: () => true,
    run: (main) => [process.execPath, main],
  },
  typescript: {
    isThere: () => true,
    build: () => [
      [
        process.execPath,
        path.join(modules, 'typescript', 'bin', 'tsc'),
        '-p',
        '.',
        '--typeRoots',
        path.join(modules, '@types'),
        '--types',
        'node',
      ],
    ],
    run: (main) => [process.execPath, path.join(modules, 'tsx', 'dist', 'cli.mjs'), main],
  },
  python: {
    isThere: has(['python3', '--version']),
    // Debian's own has the packages that apt installs.
    run: (main) => [existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3', main],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  },
  ruby: {
    isThere: has(['ruby', '--version']),
    run: (main) => ['ruby', '-w', main],
  },
  php: {
    isThere: has(['php', '--version']),
    run: (main) => ['php', main],
  },
  rust: {
    isThere: has(['rustc', '--version']),
    build: (main) => [['rustc', '--edition', '2021', '-o', './program', main]],
    run: () => ['./program'],
  },
  shellscript: {
    isThere: has(['bash', '--version'], ['sh', '-c', ':'], ['zsh', '--version']),
    // `main.sh` by sh, `main.bash` by bash, `main.zsh` by zsh.
    run: (main) => [main.split('.').at(-1) ?? 'sh', main],
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
  lua: {
    isThere: has(['lua5.4', '-v']),
    run: (main) => ['lua5.4', main],
  },
  elixir: {
    isThere: has(['elixir', '--version']),
    run: () => ['elixir', 'main.exs'],
  },
  r: {
    isThere: has(['Rscript', '--version']),
    run: (main) => ['Rscript', '--vanilla', main],
  },
  perl: {
    isThere: has(['perl', '-v']),
    run: (main) => ['perl', main],
  },
  fish: {
    isThere: has(['fish', '--version']),
    run: (main) => ['fish', '--no-config', main],
  },
  kotlin: {
    isThere: has(['kotlinc', '-version'], ['java', '-version']),
    build: () => [['sh', '-c', 'kotlinc -nowarn *.kt -include-runtime -d program.jar']],
    run: () => ['java', '-jar', 'program.jar'],
  },
  scala: {
    isThere: has(['scalac', '-version'], ['java', '-version']),
    build: () => [['sh', '-c', 'scalac -deprecation -feature -Xfatal-warnings *.scala']],
    run: () => ['scala', '-cp', '.', 'Main'],
  },
  c: {
    isThere: has(['gcc', '--version']),
    build: (main) => [
      ['gcc', '-std=c11', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-o', 'program', main],
    ],
    run: () => ['./program'],
  },
  cpp: {
    isThere: has(['g++', '--version']),
    build: (main) => [
      ['g++', '-std=c++20', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-o', 'program', main],
    ],
    run: () => ['./program'],
  },
};
