import type { Workspace } from '../model/ports';
import type { ProjectFiles } from '../model/project';
import { ancestors, join } from '../text/path';

/** The files around `path`, read through the port. */
export const projectFiles = (workspace: Workspace, path: string): ProjectFiles => ({
  nearest: async (names) => {
    for (const dir of ancestors(path)) {
      for (const name of names) {
        const file = join(dir, name);
        const read = await workspace.read(file);
        if (read.kind === 'text') return { path: file, text: read.text };
      }
    }
    return undefined;
  },
});
