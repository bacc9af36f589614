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

/** What was asked of roots before: their answers are long lists, and each costs as much as a parse. */
const remembered = new WeakMap<Node, Map<string, readonly Node[]>>();

function asked(node: Node, question: string, answer: () => readonly (Node | null)[]): readonly Node[] {
  const answers = remembered.get(node) ?? new Map<string, readonly Node[]>();
  remembered.set(node, answers);
  const known = answers.get(question);
  if (known !== undefined) return known;
  const found = answer().filter((one) => one !== null);
  answers.set(question, found);
  return found;
}

/** The named children. */
export const namedChildren = (node: Node): readonly Node[] =>
  node.parent === null
    ? asked(node, '', () => node.namedChildren)
    : node.namedChildren.filter((child) => child !== null);

/** All nodes of some types below a root, in their order. */
export const descendants = (root: Node, ...types: readonly string[]): readonly Node[] =>
  asked(root, types.join(' '), () => root.descendantsOfType([...types]));

export const children = (node: Node): readonly Node[] => node.children.filter((child) => child !== null);

/** Whether `inner` is the child of `outer` under this field name. */
export const isField = (outer: Node | null, name: string, inner: Node): boolean =>
  outer?.childForFieldName(name)?.id === inner.id;

/**
 * The inmost nodes at which the text matches a pattern with the flag `g`. To look for a word in the text and then for
 * its node costs a fraction of asking the tree for all nodes of a type.
 */
export const nodesAt = (root: Node, pattern: RegExp): readonly Node[] =>
  Array.from(root.text.matchAll(pattern), ({ index }) =>
    root.descendantForIndex(root.startIndex + index),
  ).filter((node) => node !== null);

/**
 * The nodes of some types that begin with, or hold, what a pattern with the flag `g` matches, in their order: the nearest
 * one around each match. For what a keyword or a name tells, it saves a walk through the whole tree.
 */
export function nodesWith(root: Node, pattern: RegExp, ...types: readonly string[]): readonly Node[] {
  const wanted = new Set(types);
  const found = new Map<number, Node>();
  for (const at of nodesAt(root, pattern)) {
    const node = enclosing(at, wanted);
    if (node !== undefined) found.set(node.id, node);
  }
  return [...found.values()];
}

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
