import type { Workspace } from '../model/ports';
import { ancestors, join } from '../text/path';

/** The folder of the collection that a `.bru` file is in, which its `.env` is in; undefined where it is in none. */
export async function brunoCollection(workspace: Workspace, path: string): Promise<string | undefined> {
  for (const dir of ancestors(path))
    if ((await workspace.read(join(dir, 'bruno.json'))).kind !== 'missing') return dir;
  return undefined;
}
