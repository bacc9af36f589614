import type { Node } from 'web-tree-sitter';
import { contains } from '../text/span';
import { spanOf } from './node';

/** How a language gives names a meaning. */
export interface BindingRules {
  /** Types of nodes that hold what is declared in them: blocks, functions. What is in none of them is the file's. */
  readonly scopes: ReadonlySet<string>;
  /** Whether an identifier is declared here, and not used; `at` is where its meaning counts. */
  declares(identifier: Node, at: Node): boolean;
  /** Whether a declared name is that of the scope it stands in: a function's, known around the function. */
  names?(identifier: Node): boolean;
}

/**
 * Whether `name` has been given another meaning in a scope around `at`. The name is looked for in the text: to ask the
 * tree for all of its identifiers takes longer than to parse it.
 */
export function isRebound(
  root: Node,
  at: Node,
  name: string,
  types: readonly string[],
  rules: BindingRules,
): boolean {
  const { text } = root;
  for (let index = text.indexOf(name); index >= 0; index = text.indexOf(name, index + name.length)) {
    if (/[\w$]/.test(text[index - 1] ?? '') || /[\w$]/.test(text[index + name.length] ?? '')) continue;
    const node = root.descendantForIndex(root.startIndex + index);
    if (node === null || node.text !== name || !types.includes(node.type) || !rules.declares(node, at))
      continue;
    let scope: Node | null = rules.names?.(node) === true ? (node.parent?.parent ?? null) : node.parent;
    while (scope !== null && !rules.scopes.has(scope.type)) scope = scope.parent;
    if (scope === null || contains(spanOf(scope), spanOf(at))) return true;
  }
  return false;
}
