import type { Node } from 'web-tree-sitter';
import { children, namedChildren } from '../syntax/node';
import { ancestors, baseName, dirName, join, resolvePath } from '../text/path';
import type { Asking } from './declarations';

/** A name that a program imports from a file of its project. */
export interface PythonImport {
  /** The file: `app/config.py`. */
  readonly path: string;
  /** What is imported from it; undefined where it is the module itself. */
  readonly name: string | undefined;
  readonly local: string;
  /** The module as it is written: `app.config`, `.config`. */
  readonly module: string;
}

/** Every name that top-level imports of a program may bind, for each file that they may mean. */
export function importsOf(root: Node, path: string, folder: string): readonly PythonImport[] {
  return namedChildren(root).flatMap((statement) => {
    if (statement.type === 'import_statement')
      return namedChildren(statement).flatMap((one) => {
        const module = (one.childForFieldName('name') ?? one).text;
        const local = one.childForFieldName('alias')?.text ?? module;
        return filesOf(module, path, folder).map((file) => ({ path: file, name: undefined, local, module }));
      });
    if (statement.type !== 'import_from_statement') return [];
    const module = statement.childForFieldName('module_name')?.text ?? '';
    return children(statement)
      .slice(children(statement).findIndex(({ type }) => type === 'import'))
      .filter(({ type }) => /^(?:dotted_name|aliased_import)$/.test(type))
      .flatMap((one) => {
        const name = (one.childForFieldName('name') ?? one).text;
        const local = one.childForFieldName('alias')?.text ?? name;
        const inner = module.endsWith('.') ? module + name : `${module}.${name}`;
        return [
          ...filesOf(module, path, folder).map((file) => ({ path: file, name, local, module })),
          ...filesOf(inner, path, folder).map((file) => ({
            path: file,
            name: undefined,
            local,
            module: inner,
          })),
        ];
      });
  });
}

/** The files that a module's name may mean: `.config` in `app/main.py` is `app/config.py`. */
function filesOf(module: string, path: string, folder: string): readonly string[] {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  const file = rest.replaceAll('.', '/');
  const bases =
    dots === ''
      ? [dirName(path), folder, join(folder, 'src')]
      : [resolvePath(dirName(path), '../'.repeat(dots.length - 1))];
  return bases.flatMap((base) => {
    if (base === undefined) return [];
    return file === ''
      ? [join(base, '__init__.py')]
      : [`${join(base, file)}.py`, `${join(base, file)}/__init__.py`];
  });
}

/**
 * How a program names a module that it does not import yet: as it names others of the same package, else by its own folder.
 * Undefined where nothing tells from which folder the program is started.
 */
export async function moduleImport(
  { path, project }: Asking,
  imports: readonly PythonImport[],
  target: string,
  folder: string,
): Promise<string | undefined> {
  const own = dirName(path);
  const inside = (
    target.startsWith(join(folder, 'src/'))
      ? target.slice(join(folder, 'src/').length)
      : folder === ''
        ? target
        : target.slice(folder.length + 1)
  )
    .replace(/\.py$/, '')
    .replaceAll('/', '.');
  const [top = ''] = inside.split('.');
  const isPackage = inside.includes('.');
  const written = await Promise.all(
    imports.map(async (one) => ((await project.at(one.path)) === undefined ? undefined : one)),
  );
  const known = written.filter((one) => one !== undefined);
  if (isPackage && known.some(({ module }) => module.split('.')[0] === top)) return inside;
  if (known.some(({ module }) => module.startsWith('.'))) return relativeModule(own, target);
  if (!isPackage) return own === dirName(target) && !(await isIn(project, own)) ? inside : undefined;
  for (const dir of ancestors(path)) {
    if (!(await isIn(project, dir))) continue;
    return baseName(dir) === top || dir.split('/').includes(top) ? inside : undefined;
  }
  return undefined;
}

const isIn = async (project: Asking['project'], dir: string): Promise<boolean> =>
  (await project.at(join(dir, '__init__.py'))) !== undefined;

/** `..core.config`; undefined where the target is in another tree. */
function relativeModule(dir: string, target: string): string | undefined {
  const file = target.replace(/\.py$/, '');
  let dots = '.';
  for (let at = dir; at !== ''; at = dirName(at), dots += '.')
    if (file.startsWith(`${at}/`)) return dots + file.slice(at.length + 1).replaceAll('/', '.');
  return undefined;
}
