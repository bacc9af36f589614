import type { Node } from 'web-tree-sitter';
import { importAtHead } from '../syntax/fileHead';
import { children, namedChildren, nodesAt } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, insert, insertLine, lineStart } from '../text/lines';
import { ancestors, baseName } from '../text/path';
import type { Program } from './rewriter';

/** Types of System that programs name without it: where one stands, System is imported for the whole project. */
const known = new Set(
  'Action ArgumentException ArgumentNullException Array Attribute Console Convert DateTime DateTimeOffset Environment EventArgs Exception Func Guid IAsyncDisposable IDisposable InvalidOperationException Lazy Math NotImplementedException NotSupportedException Random StringComparison TimeSpan Type Uri'.split(
    ' ',
  ),
);

interface Using {
  readonly node: Node;
  /** `System.Text`; `static System.Math`; `Env=`. */
  readonly path: string;
  readonly isGlobal: boolean;
}

const usingsOf = (root: Node): readonly Using[] =>
  nodesAt(root, /\busing\b/g).flatMap((word) => {
    const node = word.parent;
    if (node?.type !== 'using_directive') return [];
    const alias = node.childForFieldName('name');
    const target = namedChildren(node).filter(({ id }) => id !== alias?.id);
    const path = target.at(-1)?.text.replace(/^global::|\s/g, '') ?? '';
    const isStatic = children(node).some(({ type }) => type === 'static');
    const isGlobal = children(node).some(({ type }) => type === 'global');
    return [{ node, path: alias ? `${alias.text}=` : isStatic ? `static ${path}` : path, isGlobal }];
  });

export const hasUsing = (root: Node, path: string): boolean =>
  usingsOf(root).some((one) => one.path === path);

export const namespacesUsed = (root: Node): ReadonlySet<string> =>
  new Set(usingsOf(root).map(({ path }) => path));

/** Whether the project imports System everywhere: it says so, or the program relies on it. */
export async function importsSystem({ root, path, project }: Program): Promise<boolean> {
  if (reliesOnSystem(root)) return true;
  const own = ancestors(path).filter((dir) => dir !== '');
  const manifests = [...own.map((dir) => `${baseName(dir)}.csproj`), 'Directory.Build.props'];
  for (const name of manifests) {
    const file = await project.nearest([name]);
    if (file && /<ImplicitUsings>\s*(?:enable|true)\s*</i.test(file.text)) return true;
  }
  for (const name of ['GlobalUsings.cs', 'Usings.cs', 'GlobalUsing.cs', 'Imports.cs']) {
    const file = await project.nearest([name]);
    if (file && /^\s*global\s+using\s+(?:global::)?System\s*;/m.test(file.text)) return true;
  }
  return false;
}

function reliesOnSystem(root: Node): boolean {
  const usings = usingsOf(root);
  if (usings.some(({ path }) => path === 'System')) return false;
  return nodesAt(root, new RegExp(`\\b(?:${[...known].join('|')})\\b`, 'g')).some((node) => {
    if (node.type !== 'identifier' || !known.has(node.text)) return false;
    const { parent } = node;
    if (
      parent === null ||
      /^(?:qualified_name|using_directive|name_colon|alias_qualified_name)$/.test(parent.type)
    )
      return false;
    if (parent.childrenForFieldName('name').some((name) => name?.id === node.id)) return false;
    return /^(?:object_creation_expression|catch_declaration|throw_statement|base_list|member_access_expression)$/.test(
      parent.type,
    );
  });
}

/** `using System;` before the others; nothing where it is there. */
export function importSystem({ root, text }: Program): readonly TextEdit[] {
  const all = usingsOf(root);
  const isOuter = ({ node }: Using): boolean =>
    node.parent?.type === 'compilation_unit' || node.parent?.type === 'file_scoped_namespace_declaration';
  const spaces = nodesAt(root, /\bnamespace\b/g).filter(
    ({ parent }) => parent?.type === 'namespace_declaration',
  ).length;
  const isThere = all.some((one) => one.path === 'System' && (isOuter(one) || spaces === 1));
  if (isThere) return [];
  const eol = eolOf(text);
  const line = 'using System;';
  const before = ({ node }: Using): readonly TextEdit[] => [
    insert(lineStart(text, node.startIndex), `${indentOf(text, node.startIndex)}${line}${eol}`),
  ];
  const outer = all.filter(isOuter);
  const own = outer.filter(({ isGlobal }) => !isGlobal);
  const system = own.find(({ path }) => path.startsWith('System.'));
  const first = system ?? own[0];
  if (first !== undefined) return before(first);
  const last = outer.at(-1);
  if (last !== undefined) return [insertLine(text, last.node.endIndex, eol + line, eol)];
  const inner = all.find(({ node }) => spaces === 1 && node.parent?.parent?.type === 'namespace_declaration');
  if (inner !== undefined) return before(inner);
  return [importAtHead(text, root, line, new Set(['comment']), ({ type }) => leads.has(type))];
}

const leads = new Set([
  'extern_alias_directive',
  'shebang_directive',
  'preproc_nullable',
  'preproc_pragma',
  'preproc_define',
  'preproc_undef',
]);
