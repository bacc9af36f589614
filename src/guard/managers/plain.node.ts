import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { t } from '../../engine/index';
import { readFileAt } from '../../platform/files.node';
import { guardCommand } from '../command';
import { GuardError } from '../errors';
import { isThere, keepAs, putBack, putText, remove, removeUnfinished } from '../files.node';
import { hookScript, isOurScript, keptSuffix } from '../hookScript';
import type { HookName } from '../hooks';
import type { Repository } from '../repository.node';
import type { HookManager } from './manager';

/** Git's own folder of hooks, where no manager is used. What was there before is kept beside the guard, which runs it. */
export const plain: HookManager = {
  title: 'git',
  find: async (repository, hook) => {
    const file = path.join(repository.hooksDir, hook);
    // Whoever has not set the guard up in their own clone is not held up by it.
    const missing = repository.hooksOf === 'clone' ? 'stop' : 'pass';
    return {
      file,
      command: guardCommand(hook, missing),
      inactive: () => inactive(file),
      has: () => isOurs(file),
      install: () => install(repository, hook, hookScript(hook, missing)),
      uninstall: () => uninstall(file),
    };
  },
};

async function isOurs(file: string): Promise<boolean> {
  const read = await readFileAt(file, 64 * 1024);
  return read.kind === 'text' && isOurScript(read.text);
}

async function inactive(file: string): Promise<string | undefined> {
  const info = await lstat(file).catch(() => undefined);
  if (info === undefined || !info.isFile() || process.platform === 'win32' || (info.mode & 0o111) !== 0)
    return undefined;
  return t('git runs executable files only; run chmod +x {0}', file);
}

async function install({ hooksDir }: Repository, hook: HookName, script: string): Promise<void> {
  const file = path.join(hooksDir, hook);
  const kept = file + keptSuffix;
  if (!(await isOurs(file)) && (await isThere(file))) {
    await checkMovable(file, hook);
    if (!(await isThere(kept))) await keepAs(file, kept);
    // Whoever was interrupted between both steps has the same hook twice.
    else if (!(await isSame(file, kept)))
      throw new GuardError(t('{0} is a hook from before; put it where it belongs, and try again', kept));
  }
  const read = await readFileAt(file);
  const isCurrent = read.kind === 'text' && read.text === script && (await inactive(file)) === undefined;
  if (!isCurrent) await putText(file, script, { encoding: 'utf8', mode: 0o755 }, { throughLink: false });
}

async function uninstall(file: string): Promise<void> {
  const kept = file + keptSuffix;
  await removeUnfinished(kept);
  const isFree = (await isOurs(file)) || !(await isThere(file));
  if (await isThere(kept)) {
    if (!isFree && (await isSame(file, kept))) return remove(kept);
    if (!isFree)
      throw new GuardError(
        t("{0} is not Keystow's any more; the hook from before is kept as {1}", file, path.basename(kept)),
      );
    await putBack(kept, file);
  } else if (isFree) await remove(file);
}

/** How scripts ask for their own name, which changes when they are moved aside. */
const ownName = /\bbasename\b|\$\{0##|\bPROGRAM_NAME\b|\b__FILE__\b|\bargv\[0\]|\bhusky\.sh\b/;

async function checkMovable(file: string, hook: HookName): Promise<void> {
  const read = await readFileAt(file, 1024 * 1024);
  const found = read.kind === 'text' ? ownName.exec(read.text)?.[0] : undefined;
  if (found !== undefined)
    throw new GuardError(
      t(
        '{0} asks for its own name ({1}), so it cannot be moved aside; add this line to it: {2}',
        file,
        found,
        `${guardCommand(hook, 'stop')} || exit $?`,
      ),
    );
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([readFile(one), readFile(other)]);
  return a.equals(b);
}
