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
        const all = await Promise.all(names.map((name) => at(join(dir, name))));
        const found = all.find((one) => one !== undefined);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    beside: async (ending) => {
      const dir = dirName(path);
      const entries = await workspace.entries(dir);
      const files = entries?.flatMap(({ name, isFolder }) =>
        !isFolder && name.endsWith(ending) ? join(dir, name) : [],
      );
      if (files === undefined || files.length > mostBeside) return undefined;
      const others = await Promise.all(files.filter((file) => file !== path).map(at));
      const texts = others.filter((one) => one !== undefined);
      return texts.length === others.length ? texts : undefined;
    },
    below: async (folder, ending) => {
      const found: string[] = [];
      let level = [folder];
      while (level.length > 0) {
        const all = await Promise.all(level.map(async (dir) => [dir, await workspace.entries(dir)] as const));
        level = [];
        for (const [dir, entries] of all) {
          for (const { name, isFolder } of entries ?? []) {
            if (isFolder && !notOwn.test(name)) level.push(join(dir, name));
            if (!isFolder && ending.test(name)) found.push(join(dir, name));
          }
        }
        if (found.length > mostBelow) return undefined;
      }
      const read = await Promise.all(found.map(at));
      return read.filter((one) => one !== undefined);
    },
  };
}

/** Folders of what is installed or built, or belongs to a tool. */
const notOwn = /^(?:\..*|node_modules|dist|build|out|coverage)$/;

/** Files of a project that are looked through for one fix. */
const mostBelow = 3000;

/** To read more files than this for one fix would take too long. */
const mostBeside = 500;
