import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import type { Cancellation, Pause, Workspace } from '../model/ports';
import { join } from '../text/path';

/** The env files and templates of some folders, in order; also those that git ignores, which no list of its files has. */
export async function envFilesIn(
  workspace: Workspace,
  folders: Iterable<string>,
  cancel: Cancellation,
  pause?: Pause,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of new Set(folders)) {
    await pause?.();
    if (cancel.cancelled) break;
    for (const { name, isFolder } of (await workspace.entries(folder)) ?? [])
      if (!isFolder && (isEnvFile(name) || isEnvTemplate(name))) found.push(join(folder, name));
  }
  return found.sort();
}
