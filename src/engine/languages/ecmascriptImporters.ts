import { resolves } from '../declarations/specifier';
import type { ProjectFile, ProjectFiles } from '../model/project';
import type { SideOf } from '../runtimes/runtime';
import type { ScriptProject } from '../runtimes/scriptProject';
import { baseName, dirName } from '../text/path';

/**
 * The module that runs in the browser and takes a file of the project there, because it imports it, or imports what
 * does; undefined where there is none, and where the project has too many files to tell.
 *
 * @param sideOf for a path relative to the manifest. What runs on the server by itself takes nothing to the client: what
 * the client imports of it is called over the network.
 */
export async function clientImporter(
  path: string,
  project: ScriptProject,
  files: ProjectFiles,
  sideOf: SideOf,
): Promise<string | undefined> {
  const root = dirName(project.manifest?.path ?? '');
  const inRoot = (file: string): string => (root === '' ? file : file.slice(root.length + 1));
  const scripts = await files.below(root, /\.[cm]?[jt]sx?$/);
  if (scripts === undefined) return undefined;
  const seen = new Set([path]);
  for (const module of seen) {
    const name = moduleName(module);
    for (const script of scripts) {
      if (seen.has(script.path) || !script.text.includes(name) || !imports(script, module, project)) continue;
      const side = sideOf({ path: inRoot(script.path), text: script.text });
      if (side === 'client') return script.path;
      if (side !== 'server') seen.add(script.path);
    }
  }
  return undefined;
}

/** What an import of the module has in its source: the file's name, or that of the folder whose own file it is. */
function moduleName(path: string): string {
  const name = baseName(path).replace(/\.[cm]?[jt]sx?$/, '');
  return name === 'index' ? baseName(dirName(path)) : name;
}

const imports = ({ path, text }: ProjectFile, module: string, { compiler }: ScriptProject): boolean =>
  sourcesIn(text).some((source) => resolves(path, compiler.aliases, source, module));

/** What a script imports or exports from, types apart. */
const sourcesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(importing), ({ groups = {} }) =>
    onlyTypes.test(groups.clause ?? '') ? '' : (groups.source ?? groups.called ?? ''),
  );

const importing =
  /^[ \t]*(?:import|export)\b(?:(?<clause>[^;'"`]*?)\bfrom)?\s*["'](?<source>[^"'\n]+)["']|\b(?:import|require)\s*\(\s*["'](?<called>[^"'\n]+)["']/gm;

const onlyTypes = /^\s+type\b(?!\s*,)|^\s*\{\s*(?:type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*(?:,\s*|(?=\})))+\}\s*$/;
