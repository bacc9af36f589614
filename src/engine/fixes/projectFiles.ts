import type { Workspace } from '../model/ports';
import type { ProjectFile, ProjectFiles } from '../model/project';
import { ancestors, join } from '../text/path';

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
  };
}
