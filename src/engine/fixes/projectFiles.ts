import type { Workspace } from '../model/ports';
import type { ProjectFile, ProjectFiles } from '../model/project';
import { ancestors, dirName, join } from '../text/path';

/** The files around `path`, read through the port. */
export function projectFiles(workspace: Workspace, path: string): ProjectFiles {
  const at = async (file: string): Promise<ProjectFile | undefined> => {
    const read = await workspace.read(file);
    return read.kind === 'text' ? { path: file, text: read.text, readOnly: read.readOnly } : undefined;
  };
  return {
    at,
    nearest: async (names) => {
      for (const dir of ancestors(path)) {
        for (const name of names) {
          const found = await at(join(dir, name));
          if (found !== undefined) return found;
        }
      }
      return undefined;
    },
    beside: async (ending) => {
      const dir = dirName(path);
      const names = await workspace.names(dir);
      const files = names?.map((name) => join(dir, name)).filter((file) => file.endsWith(ending));
      if (files === undefined || files.length > mostBeside) return undefined;
      const others = await Promise.all(files.filter((file) => file !== path).map(at));
      const texts = others.filter((one) => one !== undefined);
      return texts.length === others.length ? texts : undefined;
    },
  };
}

/** To read more files than this for one fix would take too long. */
const mostBeside = 500;
