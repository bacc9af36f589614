import type { ScriptProject } from '../../runtimes/scriptProject';
import { isBound } from '../../syntax/ecmascriptBindings';
import { namedChildren, spanOf } from '../../syntax/node';
import { dirName, join } from '../../text/path';
import { type Asking, declaring, isPublic } from '../declarations';
import { declared, declareIn, isShared, type Schema } from '../schema';
import { isModule, type ScriptDeclarations } from '../scriptDeclarations';
import { type ExportedValue, importedNames, type ScriptFile, scriptFile } from '../scriptFile';
import { resolves, sourcesOf, specifierOf } from '../specifier';
import { envalid } from './envalid';
import { t3Env } from './t3Env';
import { zodEnv } from './zodEnv';

const forms: readonly ((module: ScriptFile, value: ExportedValue['value']) => Schema | undefined)[] = [
  t3Env,
  zodEnv,
  envalid,
];

/** Where projects keep the module that reads and checks their environment. */
const places = [
  'src/env',
  'env',
  'src/lib/env',
  'src/config/env',
  'lib/env',
  'config/env',
  'src/env.server',
  'app/env.server',
].flatMap((name) => ['.ts', '.mts', '.js', '.mjs'].map((extension) => name + extension));

/** The project's module of its environment, where it has one whose form is known and this program may import it. */
export async function envModule(
  asking: Asking,
  project: ScriptProject,
): Promise<ScriptDeclarations | undefined> {
  const { path, root, style } = asking;
  const isConfig = /\.config\.\w+$/.test(path);
  if (style === 'plain' || isConfig || !isModule(asking, project)) return undefined;
  const dir = dirName(project.manifest?.path ?? '');
  for (const file of await Promise.all(places.map((place) => asking.project.at(join(dir, place))))) {
    if (file === undefined || file.path === path) continue;
    if (!/\b(?:createEnv|cleanEnv|parse|safeParse)\s*\(/i.test(file.text)) continue;
    const module = await scriptFile(asking.parsers, file);
    const found = module && understood(module);
    if (module === undefined || found === undefined) continue;
    const { aliases } = project.compiler;
    if (sourcesOf(module.root).some((source) => resolves(file.path, aliases, source, path))) continue;
    return declarationsOf(asking, module, found, specifierOf(asking, project, sourcesOf(root), file.path));
  }
  return undefined;
}

interface Understood {
  readonly exported: ExportedValue;
  readonly schema: Schema;
}

function understood(module: ScriptFile): Understood | undefined {
  for (const exported of module.exports) {
    if (/client|public/i.test(exported.name)) continue;
    for (const form of forms) {
      const schema = form(module, exported.value);
      if (schema !== undefined) return { exported, schema };
    }
  }
  return undefined;
}

function declarationsOf(
  { root }: Asking,
  { file, root: own }: ScriptFile,
  { exported, schema }: Understood,
  specifier: string,
): ScriptDeclarations {
  const present = importedNames(root).find(
    (one) => one.module === specifier && one.name === exported.name,
  )?.local;
  const isDefault = exported.name === 'default';
  const usual = isDefault ? (exported.local ?? 'env') : exported.name;
  const binding =
    present ?? (isBound(root, usual) ? `project${usual[0]?.toUpperCase()}${usual.slice(1)}` : usual);
  return {
    binding,
    read: (name) => `${binding}.${name}`,
    mayBeUndefined: (name) =>
      /\.(?:optional|nullish|nullable)\(|\bdefault:\s*undefined/.test(declared(schema, name)?.text ?? ''),
    importFor: () =>
      isDefault
        ? { binding, module: specifier, isDefault }
        : {
            binding: binding === exported.name ? binding : `${exported.name} as ${binding}`,
            module: specifier,
          },
    declare: (names) => {
      const shared = names.find((name) => isShared(schema, name));
      return shared === undefined
        ? declaring(file, names, declareIn(file.text, schema, names))
        : isPublic(file.path, shared);
    },
    readBy: {
      path: file.path,
      text: file.text,
      before: exported.value.startIndex,
      imports: namedChildren(own)
        .filter(({ type }) => type === 'import_statement')
        .map(spanOf),
    },
  };
}
