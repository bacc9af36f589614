import type { Node } from 'web-tree-sitter';
import type { ProjectFile } from '../model/project';
import type { ScriptProject } from '../runtimes/scriptProject';
import { countErrors, namedChildren } from '../syntax/node';
import type { Parsers } from '../syntax/parsers';
import { dirName, extensionOf, join } from '../text/path';
import type { Asking } from './declarations';

/** An ES module, read: what it imports, what its names stand for, and what it exports. */
export interface ScriptFile {
  readonly file: ProjectFile;
  readonly root: Node;
  readonly imports: readonly ImportedName[];
  /** The values of its top-level names. */
  readonly values: ReadonlyMap<string, Node>;
  readonly exports: readonly ExportedValue[];
}

export interface ImportedName {
  readonly module: string;
  /** `default` and `*` for those. */
  readonly name: string;
  readonly local: string;
}

export interface ExportedValue {
  /** `default` for that. */
  readonly name: string;
  /** Its name in the file, where it has one. */
  readonly local: string | undefined;
  readonly value: Node;
}

/** Undefined where the file could not be read without an error. */
export async function scriptFile(parsers: Parsers, file: ProjectFile): Promise<ScriptFile | undefined> {
  const root = await parsers.parse(
    /^\.[cm]?ts$/.test(extensionOf(file.path)) ? 'typescript' : 'javascript',
    file.text,
  );
  if (countErrors(root) > 0) return undefined;
  const values = valuesOf(root);
  return { file, root, imports: importedNames(root), values, exports: exportsOf(root, values) };
}

/** The local name of what is imported from a module. */
export const importedAs = (
  imports: readonly ImportedName[],
  module: RegExp,
  ...names: readonly string[]
): string | undefined => imports.find((one) => module.test(one.module) && names.includes(one.name))?.local;

/** Every name that a program's imports bind; those of types are none. */
export const importedNames = (root: Node): readonly ImportedName[] =>
  namedChildren(root)
    .filter(({ type, text }) => type === 'import_statement' && !/^import\s+type\b/.test(text))
    .flatMap((statement) => {
      const module = statement.childForFieldName('source')?.text.slice(1, -1) ?? '';
      const clause = namedChildren(statement).find(({ type }) => type === 'import_clause');
      return clause === undefined ? [] : namedChildren(clause).flatMap((part) => boundBy(part, module));
    });

function boundBy(part: Node, module: string): readonly ImportedName[] {
  if (part.type === 'identifier') return [{ module, name: 'default', local: part.text }];
  if (part.type === 'namespace_import')
    return namedChildren(part).map(({ text }) => ({ module, name: '*', local: text }));
  return namedChildren(part)
    .filter(({ type, text }) => type === 'import_specifier' && !/^type\s/.test(text))
    .map((specifier) => {
      const name = specifier.childForFieldName('name')?.text ?? '';
      return { module, name, local: specifier.childForFieldName('alias')?.text ?? name };
    });
}

function valuesOf(root: Node): ReadonlyMap<string, Node> {
  const values = new Map<string, Node>();
  for (const statement of namedChildren(root)) {
    const declaration = statement.childForFieldName('declaration') ?? statement;
    if (!/^(?:lexical|variable)_declaration$/.test(declaration.type)) continue;
    for (const declarator of namedChildren(declaration)) {
      const [name, value] = ['name', 'value'].map((field) => declarator.childForFieldName(field));
      if (name?.type === 'identifier' && value) values.set(name.text, plain(value));
    }
  }
  return values;
}

function exportsOf(root: Node, values: ReadonlyMap<string, Node>): readonly ExportedValue[] {
  const named = (name: string, local: string): readonly ExportedValue[] => {
    const value = values.get(local);
    return value === undefined ? [] : [{ name, local, value }];
  };
  return namedChildren(root)
    .filter(({ type }) => type === 'export_statement')
    .flatMap((statement) => {
      const declaration = statement.childForFieldName('declaration');
      if (declaration !== null)
        return namedChildren(declaration).flatMap((one) => {
          const name = one.childForFieldName('name')?.text ?? '';
          return named(name, name);
        });
      const value = statement.childForFieldName('value');
      if (value !== null)
        return value.type === 'identifier'
          ? named('default', value.text)
          : [{ name: 'default', local: undefined, value: plain(value) }];
      if (statement.childForFieldName('source') !== null) return [];
      return namedChildren(statement)
        .filter(({ type }) => type === 'export_clause')
        .flatMap(namedChildren)
        .flatMap((specifier) => {
          const local = specifier.childForFieldName('name')?.text ?? '';
          return named(specifier.childForFieldName('alias')?.text ?? local, local);
        });
    });
}

/** The value without brackets and what TypeScript says of it. */
function plain(value: Node): Node {
  const inner = /^(?:as|satisfies|parenthesized)_expression$/.test(value.type) ? value.namedChild(0) : null;
  return inner === null ? value : plain(inner);
}

/** What a name of the file stands for; the expression itself where it is no name. */
export const resolved = ({ values }: ScriptFile, expression: Node | null): Node | undefined =>
  expression === null
    ? undefined
    : expression.type === 'identifier'
      ? values.get(expression.text)
      : plain(expression);

/** The arguments of a call of a function or a method; undefined where it is no such call. */
export function argumentsOf(call: Node | undefined, callee: RegExp): readonly Node[] | undefined {
  if (call?.type !== 'call_expression' || !callee.test(call.childForFieldName('function')?.text ?? ''))
    return undefined;
  const list = call.childForFieldName('arguments');
  return list === null ? undefined : namedChildren(list).filter(({ type }) => type !== 'comment');
}

/** The properties of an object, by their names. */
export const propertiesOf = (object: Node): ReadonlyMap<string, Node> =>
  new Map(
    namedChildren(object).flatMap((one) => {
      if (one.type === 'shorthand_property_identifier') return [[one.text, one] as const];
      const key = one.type === 'pair' ? one.childForFieldName('key')?.text : undefined;
      const value = one.childForFieldName('value');
      return key === undefined || value === null
        ? []
        : [[key.replace(/^["'](.*)["']$/, '$1'), value] as const];
    }),
  );

/** The object that a property of an object holds, through as many as are named. */
export function objectAt(object: Node | undefined, ...path: readonly string[]): Node | undefined {
  let at = object;
  for (const name of path) at = at?.type === 'object' ? propertiesOf(at).get(name) : undefined;
  return at?.type === 'object' ? at : undefined;
}

/** The object that a configuration exports, as it is or given to a function: `export default defineConfig({ … })`. */
export async function configuration(
  { project: files, parsers }: Asking,
  { manifest }: ScriptProject,
  name: string,
): Promise<(ScriptFile & { readonly object: Node }) | undefined> {
  for (const extension of ['.ts', '.mts', '.js', '.mjs']) {
    const file = await files.at(join(dirName(manifest?.path ?? ''), name + extension));
    const read = file && (await scriptFile(parsers, file));
    const value = read?.exports.find((one) => one.name === 'default')?.value;
    const object = argumentsOf(value, /^\w+$/)?.[0] ?? value;
    if (read !== undefined && object?.type === 'object') return { ...read, object };
  }
  return undefined;
}
