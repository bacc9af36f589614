import { stat } from 'node:fs/promises';
import path from 'node:path';
import { t } from '../../engine/index';
import { exists } from '../../platform/files.node';
import { guardCommand } from '../command';
import { scriptLine } from '../edits/scriptLine';
import type { HookName } from '../hooks';
import { dependsOn } from '../packageJson.node';
import type { Repository } from '../repository.node';
import { sharedLine } from '../sharedLine';
import type { HookManager } from './manager';
import { textPlace } from './textPlace.node';

/**
 * husky 8 and 9: scripts in `.husky`, which are committed. Git runs those of husky 8 themselves; husky 9 has scripts of its
 * own in `.husky/_`, which run them with `sh -e`. Read from the packages husky@8.0.3 and husky@9.1.7, 2026-11-28.
 */
export const husky: HookManager = {
  title: 'husky',
  find: async (repository, hook) => {
    const found = await folderOf(repository);
    if (found === undefined) return undefined;
    const file = path.join(found.folder, hook);
    return textPlace(
      {
        file,
        command: guardCommand(hook, 'pass'),
        inactive: () => inactive(found.version, repository, hook, file),
      },
      scriptLine(sharedLine(hook), hook !== 'pre-push'),
      0o755,
    );
  },
};

interface Husky {
  readonly folder: string;
  /** Undefined where husky is not set up in this clone. */
  readonly version: 8 | 9 | undefined;
}

async function folderOf({ top, hooksDir, hooksOf }: Repository): Promise<Husky | undefined> {
  if (hooksOf === 'tree') {
    if (path.basename(hooksDir) === '_' && (await exists(path.join(hooksDir, 'h'))))
      return { folder: path.dirname(hooksDir), version: 9 };
    if (await exists(path.join(hooksDir, '_', 'husky.sh'))) return { folder: hooksDir, version: 8 };
  }
  const folder = path.join(top, '.husky');
  const isUsed = (await exists(folder)) || (await dependsOn(top, 'husky'));
  // A folder of hooks that is set says that something else runs here.
  return isUsed && hooksOf === 'clone' ? { folder, version: undefined } : undefined;
}

async function inactive(
  version: Husky['version'],
  { hooksDir }: Repository,
  hook: HookName,
  file: string,
): Promise<string | undefined> {
  if (version === undefined)
    return t('husky is not set up in this clone; run npx husky (husky 8: npx husky install)');
  if (version === 9)
    return (await exists(path.join(hooksDir, hook)))
      ? undefined
      : t('husky has no {0} here; run npx husky', hook);
  const mode = await stat(file).then(
    (info) => info.mode,
    () => undefined,
  );
  // Windows has no such permission; there git runs every script.
  const isExecutable = mode === undefined || (mode & 0o111) !== 0 || process.platform === 'win32';
  return isExecutable ? undefined : t('git runs executable files only; run chmod +x {0}', file);
}
