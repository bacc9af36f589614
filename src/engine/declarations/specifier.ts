import type { Node } from 'web-tree-sitter';
import type { ScriptProject } from '../runtimes/scriptProject';
import { namedChildren } from '../syntax/node';
import { dirName, extensionOf, relativePath, resolvePath } from '../text/path';

/** How a program imports a file of its project, as its other imports are written. */
export function specifierOf(
  { path }: { readonly path: string },
  { compiler, deno }: ScriptProject,
  sources: readonly string[],
  module: string,
): string {
  const present = sources.find((source) => resolves(path, compiler.aliases, source, module));
  if (present !== undefined) return present;
  const alias = compiler.aliases.find(
    ({ prefix, folder }) =>
      prefix !== '' && module.startsWith(folder) && sources.some((source) => source.startsWith(prefix)),
  );
  const whole =
    alias === undefined
      ? relativePath(dirName(path), module)
      : alias.prefix + module.slice(alias.folder.length);
  const extension = extensionOf(module);
  const bare = whole.slice(0, -extension.length);
  const own = sources.filter(
    (source) => /^\.{1,2}\//.test(source) || (alias && source.startsWith(alias.prefix)),
  );
  const written = own.map((source) => /\.[cm]?[jt]s$/.exec(source)?.[0]).find((one) => one !== undefined);
  if (/^\.m/.test(extension)) return bare + (written?.endsWith('ts') ? extension : '.mjs');
  // What runs JavaScript that imports TypeScript finds the file by itself.
  const isNeeded = compiler.extensions && (extension !== '.ts' || extensionOf(path) !== '.js');
  if (written === undefined && (own.length > 0 || !isNeeded)) return bare;
  return bare + (written?.endsWith('ts') || deno !== undefined ? extension : '.js');
}

/** What a program imports from, and exports from. */
export const sourcesOf = (root: Node): readonly string[] =>
  namedChildren(root).flatMap((one) => one.childForFieldName('source')?.text.slice(1, -1) ?? []);

/** Whether an import names the file. */
export function resolves(
  path: string,
  aliases: ScriptProject['compiler']['aliases'],
  source: string,
  module: string,
): boolean {
  const alias = aliases.find(({ prefix }) => prefix !== '' && source.startsWith(prefix));
  const target = /^\.{1,2}(?:\/|$)/.test(source)
    ? resolvePath(dirName(path), source)
    : alias && alias.folder + source.slice(alias.prefix.length);
  return target !== undefined && bareOf(target) === bareOf(module);
}

/** Without the extension, and without the name of a folder's own file. */
const bareOf = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
