import type { Workspace } from '../model/ports';
import type { ProjectFiles } from '../model/project';
import { ancestors, dirName, join } from '../text/path';

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
  beside: async (ending) => {
    const dir = dirName(path);
    const names = await workspace.names(dir);
    const files = names?.map((name) => join(dir, name)).filter((file) => file.endsWith(ending));
    if (files === undefined || files.length > mostBeside) return undefined;
    const others = await Promise.all(
      files
        .filter((file) => file !== path)
        .map(async (file) => ({ path: file, read: await workspace.read(file) })),
    );
    const texts = others.flatMap(({ path: file, read }) =>
      read.kind === 'text' ? [{ path: file, text: read.text }] : [],
    );
    return texts.length === others.length ? texts : undefined;
  },
});

/** To read more files than this for one fix would take too long. */
const mostBeside = 500;
