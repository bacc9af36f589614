import type { Node } from 'web-tree-sitter';
import type { Span } from '../text/span';

/** What every rewriter asks of a syntax tree. Offsets are UTF-16 code units, as everywhere. */

export const spanOf = (node: Node): Span => ({ start: node.startIndex, end: node.endIndex });

/** The node itself and those around it, the inmost first. */
export function* outwards(node: Node): Generator<Node> {
  for (let at: Node | null = node; at !== null; at = at.parent) yield at;
}

/** The nearest node of a type, from the node itself outwards. */
export function enclosing(node: Node, types: ReadonlySet<string>): Node | undefined {
  for (const at of outwards(node)) if (types.has(at.type)) return at;
  return undefined;
}

/** The named children. */
export const namedChildren = (node: Node): readonly Node[] =>
  node.namedChildren.filter((child) => child !== null);

export const children = (node: Node): readonly Node[] => node.children.filter((child) => child !== null);

/** Whether `inner` is the child of `outer` under this field name. */
export const isField = (outer: Node | null, name: string, inner: Node): boolean =>
  outer?.childForFieldName(name)?.id === inner.id;

/** How many places of a tree could not be read. */
export function countErrors(root: Node): number {
  if (!root.hasError) return 0;
  let count = 0;
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) count++;
    if (node.hasError) for (const child of children(node)) visit(child);
  };
  visit(root);
  return count;
}
