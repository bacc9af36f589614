import type { Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { t } from '../text/l10n';

/** How a pipeline installs what the project's lock file pins, and runs the `keystow` among it. */
export interface PackageManager {
  readonly id: 'npm' | 'pnpm' | 'yarn' | 'bun';
  readonly lockFile: string;
  /** Node.js gets the version that package.json names by corepack. */
  readonly corepack: boolean;
  /** Takes exactly what is locked, and runs no package's scripts. */
  readonly install: string;
  /** Runs the installed `keystow`, and fetches none where that is missing. */
  readonly run: string;
}

interface Kind extends Omit<PackageManager, 'corepack'> {
  /** What the lock file has where it pins `keystow`. */
  readonly pins: RegExp;
  /** Adds it. */
  readonly add: string;
}

const npm: Kind = {
  id: 'npm',
  lockFile: 'package-lock.json',
  install: 'npm ci --ignore-scripts',
  run: 'npx --no-install keystow',
  pins: /"(?:node_modules\/)?keystow": \{/,
  add: 'npm install --save-dev --save-exact keystow',
};

/**
 * By lock file. Sources: docs.npmjs.com/cli/commands/npm-ci and npm-exec, pnpm.io/cli/install, pnpm.io/cli/exec,
 * classic.yarnpkg.com/en/docs/cli/install, yarnpkg.com/cli/install, bun.com/docs/cli/install; read 2026-11-28.
 */
const kinds: readonly Kind[] = [
  npm,
  {
    id: 'pnpm',
    lockFile: 'pnpm-lock.yaml',
    install: 'pnpm install --frozen-lockfile --ignore-scripts',
    run: 'pnpm exec keystow',
    pins: /^ +['"]?\/?keystow[@/]/m,
    add: 'pnpm add --save-dev --save-exact keystow',
  },
  {
    id: 'yarn',
    lockFile: 'yarn.lock',
    install: 'yarn install --frozen-lockfile --ignore-scripts',
    run: 'yarn run --silent keystow',
    pins: /^"?keystow@/m,
    add: 'yarn add --dev --exact keystow',
  },
  {
    id: 'bun',
    lockFile: 'bun.lock',
    install: 'bun install --frozen-lockfile --ignore-scripts',
    run: 'bun run keystow',
    pins: /^\s*"keystow": \[/m,
    add: 'bun add --dev --exact keystow',
  },
];

/** Yarn from version 2 on: other words for the same, and no header of its own. */
const modernYarn = 'yarn install --immutable --mode=skip-build';

/**
 * The package manager of a project that pins `keystow`. Refused where none does: a pipeline that fetched it by name
 * would run whatever package has that name.
 */
export async function packageManagerOf(workspace: Workspace): Promise<PackageManager | Refusal> {
  const manifest = await manifestOf(workspace);
  if (manifest === 'broken') return { refused: t('package.json could not be read as JSON. Mend it first.') };
  const locks: { readonly kind: Kind; readonly text: string }[] = [];
  for (const kind of kinds) {
    const read = await workspace.read(kind.lockFile);
    if (read.kind === 'text') locks.push({ kind, text: read.text });
  }
  const pinned = locks.find(({ kind, text }) => kind.pins.test(text));
  const named = manifest !== undefined && namesKeystow(manifest);
  if (pinned === undefined || !named) return { refused: whyNot(named, locks[0]?.kind) };
  const { id, lockFile, install, run } = pinned.kind;
  const isModern = /^__metadata:/m.test(pinned.text);
  const isVersioned = 'packageManager' in manifest;
  if ((id === 'pnpm' || isModern) && !isVersioned)
    return {
      refused: t(
        'package.json has no "packageManager", so CI would not know which {0} to take. Add it with: corepack use {0}',
        id,
      ),
    };
  const corepack = isVersioned && (id === 'pnpm' || id === 'yarn');
  return { id, lockFile, run, corepack, install: isModern ? modernYarn : install };
}

function whyNot(named: boolean, kind: Kind = npm): string {
  return named
    ? t(
        'No lock file pins the keystow of package.json: CI would take whatever package has that name. Add it with: {0}',
        kind.add,
      )
    : t(
        'This project does not have keystow among its dependencies: CI would take whatever package has that name. Add it with: {0}',
        kind.add,
      );
}

/** Undefined where there is none. */
async function manifestOf(workspace: Workspace): Promise<Record<string, unknown> | undefined | 'broken'> {
  const read = await workspace.read('package.json');
  if (read.kind === 'missing') return undefined;
  if (read.kind !== 'text') return 'broken';
  try {
    const value: unknown = JSON.parse(read.text.replace(/^\ufeff/, ''));
    return isRecord(value) ? value : 'broken';
  } catch {
    return 'broken';
  }
}

const namesKeystow = ({ dependencies, devDependencies }: Record<string, unknown>): boolean =>
  [dependencies, devDependencies].some((list) => isRecord(list) && typeof list.keystow === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
