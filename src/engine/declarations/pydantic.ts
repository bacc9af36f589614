import type { Node } from 'web-tree-sitter';
import type { ProjectFile } from '../model/project';
import { unitOf } from '../syntax/addItems';
import { countErrors, namedChildren, spanOf } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, insert, insertLine } from '../text/lines';
import { dirName, join } from '../text/path';
import { type Asking, type Declarations, declaring } from './declarations';
import { importsOf, moduleImport, type PythonImport } from './pythonModules';

/** The settings of a Python project, as a program reads them. */
export interface Settings extends Declarations {
  /** The name that the program reaches them by. */
  readonly binding: string;
  /** The name that has to be imported, and from where; absent where it is. */
  readonly imported: { readonly module: string; readonly name: string } | undefined;
  /** Where the program itself has made them, if it does: they are read below that only. */
  readonly from?: number;
}

/** Where projects keep their settings. */
const places = ['', 'app/', 'app/core/', 'core/', 'src/', 'src/app/', 'src/app/core/', 'src/core/'].flatMap(
  (folder) => ['config.py', 'settings.py'].map((name) => folder + name),
);

/**
 * `class Settings(BaseSettings)` of pydantic-settings in another file, where this program imports it, or where the project
 * has no other and an instance of it can be imported. Read 2026-11-25: https://docs.pydantic.dev/latest/concepts/pydantic_settings/
 */
export async function pydantic(asking: Asking): Promise<Settings | undefined> {
  const { path, project, parsers, root, style } = asking;
  if (style === 'plain' || path.endsWith('.ipynb')) return undefined;
  const manifest = await project.nearest(['pyproject.toml', 'requirements.txt', 'setup.py', 'Pipfile']);
  const folder = dirName(manifest?.path ?? '');
  const found: SettingsFile[] = [];
  for (const place of places) {
    const file = await project.at(join(folder, place));
    if (file === undefined || !/\bBaseSettings\b/.test(file.text)) continue;
    const read = settingsIn(file, await parsers.parse('python', file.text));
    if (file.path === path) return read && inItself(read, asking.text);
    if (read !== undefined) found.push(read);
  }
  const imports = importsOf(root, path, folder);
  for (const one of found) {
    const binding = importedFrom(one, imports);
    if (binding !== undefined) return settingsOf(one, binding, undefined);
  }
  const [only, another] = found;
  const isFree = imports.every(({ local }) => local !== only?.instance);
  if (only?.instance === undefined || !isFree || another !== undefined || only.importsFrom(path, folder))
    return undefined;
  const module = await moduleImport(asking, imports, only.file.path, folder);
  return module === undefined ? undefined : settingsOf(only, only.instance, { module, name: only.instance });
}

interface SettingsFile {
  readonly file: ProjectFile;
  readonly owner: Node;
  /** `settings = Settings()` */
  readonly instance: string | undefined;
  /** Behind the statement that makes it. */
  readonly from: number;
  /** `def get_settings()` */
  readonly getter: string | undefined;
  readonly imports: readonly Node[];
  importsFrom(path: string, folder: string): boolean;
}

function settingsIn(file: ProjectFile, root: Node): SettingsFile | undefined {
  if (countErrors(root) > 0) return undefined;
  const statements = namedChildren(root);
  const owners = statements
    .map((one) => (one.type === 'decorated_definition' ? one.childForFieldName('definition') : one))
    .filter(
      (one) =>
        one?.type === 'class_definition' &&
        /\bBaseSettings\b/.test(one.childForFieldName('superclasses')?.text ?? ''),
    );
  const [owner, another] = owners;
  if (!owner || another !== undefined) return undefined;
  const name = owner.childForFieldName('name')?.text ?? '';
  const instances = statements
    .map((one) => (one.type === 'expression_statement' ? one.namedChild(0) : null))
    .filter(
      (one) => one?.type === 'assignment' && one.childForFieldName('right')?.text.startsWith(`${name}(`),
    );
  const getter = /^(?:async )?def (get_settings)\(\)/m.exec(file.text)?.[1];
  return {
    file,
    owner,
    instance: instances[0]?.childForFieldName('left')?.text,
    from: instances[0]?.endIndex ?? 0,
    getter,
    imports: statements.filter(({ type }) => /^import_(?:from_)?statement$/.test(type)),
    importsFrom: (path, folder) => importsOf(root, file.path, folder).some((one) => one.path === path),
  };
}

/** The settings of a program that makes them itself. */
function inItself(settings: SettingsFile, text: string): Settings | undefined {
  const { file, instance, from } = settings;
  const own =
    file.text === text && instance !== undefined ? settingsOf(settings, instance, undefined) : undefined;
  return own && { ...own, from };
}

/** How a program that imports from the file reaches the instance. */
function importedFrom(
  { file, instance, getter }: SettingsFile,
  imports: readonly PythonImport[],
): string | undefined {
  for (const one of imports) {
    if (one.path !== file.path) continue;
    if (one.name === undefined) {
      if (instance !== undefined) return `${one.local}.${instance}`;
    } else if (one.name === instance) return one.local;
    else if (one.name === getter) return `${one.local}()`;
  }
  return undefined;
}

function settingsOf(
  { file, owner, imports }: SettingsFile,
  binding: string,
  imported: Settings['imported'],
): Settings | undefined {
  const { text } = file;
  const body = owner.childForFieldName('body');
  if (body === null || indentOf(text, body.startIndex).length !== body.startPosition.column) return undefined;
  if (/\benv_nested_delimiter\b/.test(owner.text)) return undefined;
  const fields = fieldsOf(body);
  const written = /\benv_prefix["']?\s*[=:]\s*(?:["']([^"']*)["'])?/.exec(owner.text);
  if (written !== null && written[1] === undefined) return undefined;
  const prefix = (written?.[1] ?? '').toUpperCase();
  const isUpper = fields.size > 0 && [...fields.keys()].every((name) => name === name.toUpperCase());
  if (!isUpper && /\bcase_sensitive["']?\s*[=:]\s*True\b/.test(owner.text)) return undefined;
  const isSecret = [...fields.values()].some((field) => typeOf(field) === 'SecretStr');
  const aliased = (name: string): string | undefined =>
    [...fields].find(([, field]) => aliasOf(field) === name)?.[0];
  const fieldOf = (name: string): string | undefined => {
    const other = aliased(name);
    if (other !== undefined) return other;
    const own = name.slice(prefix.length);
    if (!name.startsWith(prefix) || !/^[A-Z][A-Z0-9_]*$/.test(own) || own.startsWith('MODEL_'))
      return undefined;
    const field = isUpper ? own : own.toLowerCase();
    return (aliasOf(declaredAs(field)) ?? name) === name ? field : undefined;
  };
  const declaredAs = (field: string): Node | undefined =>
    [...fields].find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
  return {
    binding,
    imported,
    read: (name) => {
      const field = fieldOf(name);
      if (field === undefined) return undefined;
      const present = declaredAs(field);
      const own = present?.childForFieldName('left')?.text ?? field;
      const type = present === undefined ? (isSecret ? 'SecretStr' : 'str') : typeOf(present);
      return `${binding}.${own}${/\bSecretStr\b/.test(type) ? '.get_secret_value()' : ''}`;
    },
    storedAs: (name) => (name.startsWith(prefix) || aliased(name) !== undefined ? name : prefix + name),
    declare: (names) => {
      const missing = names
        .flatMap((name) => fieldOf(name) ?? [])
        .filter((one) => declaredAs(one) === undefined);
      const type = isSecret ? 'SecretStr' : 'str';
      return declaring(file, names, addFields(text, body, [...fields.values()], missing, type));
    },
    readBy: { path: file.path, text, before: owner.endIndex, imports: imports.map(spanOf) },
  };
}

/** The variable of a field that is not read by its own name: `Field(alias="OTHER")`; empty where only the program knows. */
function aliasOf(field: Node | undefined): string | undefined {
  const found = /\b(?:validation_)?alias\s*=\s*(?:["'](\w+)["'])?/.exec(field?.text ?? '');
  return found === null ? undefined : (found[1] ?? '').toUpperCase();
}

const typeOf = (field: Node): string => field.childForFieldName('type')?.text ?? '';

/** Assignments with a type, by their names. */
const fieldsOf = (body: Node): ReadonlyMap<string, Node> =>
  new Map(
    namedChildren(body).flatMap((statement) => {
      const field = statement.type === 'expression_statement' ? statement.namedChild(0) : null;
      const name = field?.type === 'assignment' ? field.childForFieldName('left')?.text : undefined;
      const isField = field !== null && field.childForFieldName('type') !== null;
      return name === undefined || !isField || name === 'model_config' ? [] : [[name, field] as const];
    }),
  );

/** The text that describes a field, below it; the field itself where there is none. */
function documented(field: Node | undefined): Node | undefined {
  const next = field?.parent?.nextNamedSibling;
  return next?.namedChild(0)?.type === 'string' ? next : field;
}

/** Fields behind the last one; before what else the class has, where there is none. */
function addFields(
  text: string,
  body: Node,
  fields: readonly Node[],
  names: readonly string[],
  type: string,
): readonly TextEdit[] {
  if (names.length === 0) return [];
  const eol = eolOf(text);
  const last = documented(fields.at(-1));
  const [first, second] = namedChildren(body);
  const isDocumented = first?.namedChild(0)?.type === 'string';
  const after = last ?? (isDocumented ? first : undefined);
  const indent = indentOf(text, (first ?? body).startIndex) || unitOf(text);
  const lines = names.map((name) => `${indent}${name}: ${type}`).join(eol);
  if (after === undefined) return [insert(body.startIndex, `${lines.trimStart()}${eol}${indent}`)];
  const gap = last === undefined && second !== undefined ? eol : '';
  return [insertLine(text, after.endIndex, gap + lines, eol)];
}
