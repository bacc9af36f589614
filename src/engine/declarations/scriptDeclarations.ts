import type { Node } from 'web-tree-sitter';
import type { ScriptImport } from '../runtimes/runtime';
import type { ScriptProject } from '../runtimes/scriptProject';
import { isBound } from '../syntax/ecmascriptBindings';
import { namedChildren } from '../syntax/node';
import { extensionOf } from '../text/path';
import type { Asking, Declarations } from './declarations';
import { importedNames } from './scriptFile';

/** Variables that JavaScript and TypeScript read by what a file of the project declares. */
export interface ScriptDeclarations extends Declarations {
  /** The name by which code reaches all of them, where they have one together. */
  readonly binding?: string;
  /** The declaration lets the variable be missing. */
  mayBeUndefined(name: string): boolean;
  importFor(name: string): ScriptImport | undefined;
}

/** Whether a program can import what is exported. */
export function isModule({ path, text, root }: Asking, project: ScriptProject): boolean {
  if (namedChildren(root).some(({ type }) => type === 'import_statement')) return true;
  const extension = extensionOf(path);
  if (/^\.c/.test(extension) || /\brequire\(|\bmodule\.exports\b/.test(text)) return false;
  return /^\.(?:mjs|m?tsx?)$/.test(extension) || project.isModule || /^export\b/m.test(text);
}

/** The import of a variable that a module exports under its own name, and what the program calls it. */
export function ownImport(
  root: Node,
  module: string,
  name: string,
): ScriptImport & { readonly local: string } {
  const present = importedNames(root).find((one) => one.module === module && one.name === name)?.local;
  const local = present ?? freeName(root, name);
  return { local, binding: local === name ? name : `${name} as ${local}`, module };
}

/** The name, or one like it where the program has given it a meaning. */
function freeName(root: Node, name: string): string {
  if (!isBound(root, name)) return name;
  const camel = name.toLowerCase().replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return isBound(root, camel) ? `${camel}FromEnv` : camel;
}
