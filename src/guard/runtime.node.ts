import { copyFile, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { putText, readText } from './files.node';
import type { Repository } from './repository.node';

/** What runs Keystow on this machine; absolute paths. It is written down in `.git` only, never in a file that is committed. */
export interface Runtime {
  /** `cli.js` of the Keystow that sets the guard up. */
  readonly cli: string;
  /** The node that runs it, where it is one. */
  readonly node?: string | undefined;
  /** An editor that runs as node with ELECTRON_RUN_AS_NODE. */
  readonly editor?: string | undefined;
}

/** Where a clone keeps what belongs to its guard. */
const folderOf = ({ commonDir }: Repository): string => path.join(commonDir, 'keystow');

/** The program that hooks start: `guard.sh HOOK`. */
export const launcherOf = (repository: Repository): string => path.join(folderOf(repository), 'guard.sh');

/** Writes down what runs Keystow here, and the program that looks it up. */
export async function recordRuntime(repository: Repository, runtime: Runtime): Promise<void> {
  const folder = folderOf(repository);
  await mkdir(folder, { recursive: true });
  const launcher = launcherOf(repository);
  const fresh = `${launcher}.new`;
  await copyFile(path.join(__dirname, 'guard.sh'), fresh);
  await rename(fresh, launcher);
  const file = path.join(folder, 'runtime');
  const known = await readText(file);
  const lines = new Map(
    (known.text ?? '').split(/\r?\n/).flatMap((line) => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
      return name === '' ? [] : [[name, value] as const];
    }),
  );
  // What the command line has found and what an editor has found stand side by side.
  for (const [name, value] of Object.entries(runtime))
    if (typeof value === 'string' && !/[\r\n]/.test(value)) lines.set(name, value.replaceAll('\\', '/'));
  const text = [...lines].map(([name, value]) => `${name}=${value}\n`).join('');
  if (text !== known.text) await putText(file, text, known);
}

/** Forgets it; what others have put there stays. */
export async function forgetRuntime(repository: Repository): Promise<void> {
  const folder = folderOf(repository);
  for (const name of ['guard.sh', 'guard.sh.new', 'runtime', '.runtime.keystow-new'])
    await rm(path.join(folder, name), { force: true });
  await rmdir(folder).catch(() => {});
}
